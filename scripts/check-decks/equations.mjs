/**
 * Finds the equations of a text and checks them. What is not purely numeric is left alone and counted as skipped.
 */

import { canStart, evaluate } from './expression.mjs';
import { tokenize } from './tokens.mjs';
import { compare } from './tolerance.mjs';
import { findUnit, isNoun } from './units.mjs';

const APPROXIMATE_WORDS = new Set(
  'about roughly approximately around nearly almost some over under just'.split(' '),
);
const EXACT_WORDS = new Set('only exactly a an'.split(' '));
/** Words that make the number after them part of something larger. */
const BINDING_WORDS = new Set(
  `plus minus half twice double triple log log2 log10 ln exp sqrt max min sum mean softmax sin cos tanh
  divided multiplied ceil floor round`.split(/\s+/),
);
/** Words that do so only where a number stands at most so many words before (`5% of`, `3 to`, `12 divided by`). */
const LINKING_WORDS = new Map([
  ['of', 3],
  ['by', 3],
  ['over', 2],
  ['times', 2],
  ['to', 1],
]);
const FRACTIONS = new Set('half third quarter fifth tenth'.split(' '));

/**
 * Checks every equation of a text.
 * @returns {{ checked: number, skipped: number, problems: { offset: number, equation: string, actual: number }[] }}
 */
export function checkEquations(text) {
  const tokens = tokenize(text);
  const report = { checked: 0, skipped: 0, problems: [] };
  let previous;
  tokens.forEach((token, index) => {
    if (token.type === 'equals') previous = checkLink(text, tokens, index, previous, report);
  });
  return report;
}

/** Checks one `left = right`; answers what the next link of a chain needs to know. */
function checkLink(text, tokens, index, previous, report) {
  const left = leftSide(tokens, index);
  const right = rightSide(tokens, index);
  const continues = previous?.numeric && left?.start === previous.index + 1;
  const counts = left && (left.quantity.operators > 0 || continues);
  if (!counts || !right || left.quantity.mixed || right.quantity.mixed) {
    if (looksNumeric(tokens, index)) report.skipped += 1;
    return { index, numeric: false };
  }
  const approximate = tokens[index].approximate || left.approximate || right.approximate;
  const verdict = compare(left.quantity, right.quantity, approximate);
  report.checked += 1;
  if (!verdict.holds) report.problems.push(problem(text, tokens, left, right, verdict));
  return { index, numeric: true };
}

function problem(text, tokens, left, right, verdict) {
  const offset = tokens[left.start].start;
  const equation = text
    .slice(offset, tokens[right.end - 1].end)
    .replace(/\s+/g, ' ')
    .trim();
  return { offset, equation, actual: verdict.actual };
}

/** The longest numeric expression that ends right before the sign, if nothing else belongs to it. */
function leftSide(tokens, index) {
  const first = clauseStart(tokens, index);
  for (let start = first; start < index; start += 1) {
    if (!canStart(tokens[start], tokens[start + 1]) || !standsAlone(tokens, start)) continue;
    const found = evaluate(tokens, start, index);
    if (found?.end === index) return { ...found, start };
  }
  return undefined;
}

function clauseStart(tokens, index) {
  let start = index;
  while (start > 0 && !['separator', 'equals'].includes(tokens[start - 1].type)) start -= 1;
  return start;
}

/** Whether no operator, variable or linking word before `start` takes this number for itself. */
function standsAlone(tokens, start) {
  const before = tokens[start - 1];
  if (!before || ['separator', 'equals'].includes(before.type)) return true;
  if (before.type === 'open') return opensProse(tokens, start - 1);
  if (before.type !== 'word' || tokens[start].glued) return false;
  return !isVariable(before.text) && !BINDING_WORDS.has(before.text) && !links(tokens, start - 1);
}

/** A bracket that belongs neither to a call nor to a product. */
function opensProse(tokens, index) {
  const before = tokens[index - 1];
  if (!before || ['separator', 'equals'].includes(before.type)) return true;
  return !tokens[index].glued && ['word', 'number', 'percent', 'close'].includes(before.type);
}

function links(tokens, index) {
  const reach = LINKING_WORDS.get(tokens[index].text) ?? 0;
  if (tokens[index - 2]?.type === 'equals' && tokens[index].text !== 'times') return false;
  for (let back = 1; back <= reach; back += 1) {
    const token = tokens[index - back];
    if (!token || ['separator', 'equals'].includes(token.type)) return false;
    if (['number', 'percent', 'close'].includes(token.type) || FRACTIONS.has(token.text))
      return true;
  }
  return false;
}

/** One letter, an underscore, a Greek letter or a digit in superscript: a name in a formula. */
function isVariable(word) {
  if (/^(?:a|A|I)$/.test(word)) return false;
  return /^\p{L}$|_|\p{Script=Greek}|[⁰¹²³⁴-⁹₀-₉]/u.test(word) && !findUnit(word);
}

/** The expression right after the sign, or undefined where what follows it makes it something else. */
function rightSide(tokens, index) {
  let start = index + 1;
  let hedged = false;
  for (; tokens[start]?.type === 'word' && isHedge(tokens[start].text); start += 1) {
    hedged ||= APPROXIMATE_WORDS.has(tokens[start].text);
  }
  const found = tokens[start] && evaluate(tokens, start);
  if (!found || !endsCleanly(tokens, found.end)) return undefined;
  return { ...found, approximate: found.approximate || hedged };
}

function isHedge(word) {
  return APPROXIMATE_WORDS.has(word) || EXACT_WORDS.has(word);
}

function endsCleanly(tokens, end) {
  const next = tokens[end];
  if (!next || ['separator', 'equals', 'close'].includes(next.type)) return true;
  if (next.type === 'open') return !next.glued;
  if (next.type === 'operator') return isMultiplier(tokens, end);
  return next.type === 'word' && wordEnds(tokens, end);
}

/** `2×` and `2× faster` are plain numbers; `2 × d` is not. A dash before a word is punctuation. */
function isMultiplier(tokens, end) {
  const { operator } = tokens[end];
  const next = tokens[end + 1];
  const ends =
    !next ||
    ['separator', 'close'].includes(next.type) ||
    (next.type === 'word' && !next.glued && !isVariable(next.text));
  return ends && (operator === '*' || operator === '-');
}

function wordEnds(tokens, end) {
  const { text, glued } = tokens[end];
  if (glued) return text === 'x';
  if (isVariable(text) || BINDING_WORDS.has(text)) return false;
  return !((LINKING_WORDS.has(text) || text === 'or') && takesNumber(tokens, end + 1));
}

/** Whether a lone number follows, as in the range `10 to 12`; `from 300 / 175 ≈ 1.7 to 2,000 / 70 ≈ 29` has none. */
function takesNumber(tokens, index) {
  if (tokens[index]?.type === 'tilde') return true;
  return tokens[index]?.type === 'number' && tokens[index + 1]?.type !== 'operator';
}

/** Whether a skipped link had numbers to compute with, so that the count of skipped ones means something. */
function looksNumeric(tokens, index) {
  const clause = tokens.slice(clauseStart(tokens, index), index);
  const last = clause.at(-1);
  if (!last || (last.type === 'word' && !findUnit(last.text) && !isNoun(last.text))) return false;
  return (
    clause.some(({ type }) => type === 'operator') && clause.some(({ type }) => type === 'number')
  );
}
