import type { Stars } from '../../model/card.js';

/** What a question's heading says. */
export interface QuestionHeading {
  /** Null where it gives no difficulty. */
  readonly stars: Stars | null;
  readonly companies: readonly string[];
  readonly id: string | null;
  /** Null where it names none. */
  readonly tags: readonly string[] | null;
  /** Null where it names none. */
  readonly siblings: string | null;
  /** What remains without stars, companies, id and emphasis. */
  readonly text: string;
}

const ID = /<!--\s{0,50}id:\s{0,50}([^\s>][^\n>]{0,200}?)\s{0,50}-->/i;
const TAGS = /<!--\s{0,50}tags:\s{0,50}([^\s>][^\n]{0,5000}?)\s{0,50}-->/i;
const SIBLINGS = /<!--\s{0,50}siblings:\s{0,50}([^\s>][^\n>]{0,200}?)\s{0,50}-->/i;
/** Names in an italic parenthesis. */
export const COMPANIES = /([_*])\(((?:\\[^\n]|[^()\\]|\([^()\n]*\))*)\)\1/g;
/** A run of stars. */
export const STARS = /(?:[★☆]|⭐\uFE0F?){1,100}/u;
const ASTERISKS = /(?:^|\s)((?:\\?\*){1,3})(?=\s|$)/;
const WORD = '(easy|medium|hard)';
// In a heading that is itself the question, "hard" may be a word of the question:
// there it counts only where it stands apart.
const WORD_APART = new RegExp(
  String.raw`(?:^|[[(|:·•]\s*|\s[-–—]\s+|[*_])${WORD}(?=\s*(?:$|[\])|:·•]|\s[-–—]\s|[*_]))`,
  'i',
);
const WORD_ANYWHERE = new RegExp(String.raw`(?<![\w-])${WORD}(?![\w-])`, 'i');
/** The words that give a difficulty. */
export const WORD_STARS: Readonly<Record<string, Stars>> = { easy: 1, medium: 2, hard: 3 };

/** What people put into a parenthesis beside a difficulty that is no company. */
const NO_COMPANY =
  /^(?:easy|medium|hard|optional|bonus|new|\d+(?:\s*(?:min|minutes|pts|points))?)$/i;

/** One of a kind counts, but a heading that has several names no company by the others. */
const EVERY_NOTE = new RegExp(`${ID.source}|${TAGS.source}|${SIBLINGS.source}`, 'gi');

/** A longer heading names no companies: patterns with choices run out of stack on megabytes. */
const MAX_LENGTH_WITH_COMPANIES = 10_000;

/** Reads an explicit id out of `<!-- id: … -->`; null where there is none. */
export function explicitId(text: string): string | null {
  return ID.exec(text)?.[1] ?? null;
}

/** Reads a card's own tags out of `<!-- tags: … -->`; null where there is none. */
export function ownTags(text: string): readonly string[] | null {
  const list = TAGS.exec(text)?.[1];
  return list === undefined ? null : splitNames(list);
}

/** Reads what a card has in common with its siblings out of `<!-- siblings: … -->`; null where there is none. */
export function siblingsNote(text: string): string | null {
  return SIBLINGS.exec(text)?.[1] ?? null;
}

/**
 * Reads the heading of a question. `isQuestion` says that its own text is the
 * question, so that a difficulty word must stand apart to count.
 */
export function readHeading(content: string, isQuestion: boolean): QuestionHeading {
  const id = explicitId(content);
  const tags = ownTags(content);
  const siblings = siblingsNote(content);
  const hasNote = id !== null || tags !== null || siblings !== null;
  let text = hasNote ? content.replaceAll(EVERY_NOTE, ' ') : content;
  const isShort = text.length <= MAX_LENGTH_WITH_COMPANIES;
  const names = isShort ? [...text.matchAll(COMPANIES)].at(-1) : undefined;
  if (names !== undefined) {
    text = `${text.slice(0, names.index)} ${text.slice(names.index + names[0].length)}`;
  }
  const difficulty = findDifficulty(text.trim(), isQuestion);
  const rest = plainText(difficulty.rest);
  const plain = names === undefined && difficulty.stars !== null ? plainCompanies(rest) : null;
  return {
    stars: difficulty.stars,
    companies: plain ?? (names === undefined ? [] : splitNames(names[2] ?? '')),
    id,
    tags,
    siblings,
    text: plain === null ? rest : '',
  };
}

/** Companies in a parenthesis without italics, where nothing else stands beside the difficulty. */
function plainCompanies(rest: string): readonly string[] | null {
  if (rest.length > MAX_LENGTH_WITH_COMPANIES) return null;
  const list = /^\(((?:\\[^\n]|[^()\\]|\([^()\n]*\))*)\)$/.exec(rest)?.[1];
  if (list === undefined) return null;
  const names = splitNames(list);
  return names.length === 0 || names.some((name) => NO_COMPANY.test(name)) ? null : names;
}

function findDifficulty(text: string, isQuestion: boolean): { stars: Stars | null; rest: string } {
  const run = STARS.exec(text);
  if (run !== null) {
    const filled = run[0].replaceAll(/☆|\uFE0F/gu, '').length;
    return { stars: asStars(filled), rest: cut(text, run.index, run[0].length) };
  }
  const asterisks = ASTERISKS.exec(text);
  if (asterisks?.[1] !== undefined) {
    const filled = asterisks[1].replaceAll('\\', '').length;
    return { stars: asStars(filled), rest: cut(text, asterisks.index, asterisks[0].length) };
  }
  const word = (isQuestion ? WORD_APART : WORD_ANYWHERE).exec(text);
  if (word?.[1] === undefined) return { stars: null, rest: text };
  const stars = WORD_STARS[word[1].toLowerCase()] ?? null;
  const at = word.index + word[0].length - word[1].length;
  return { stars, rest: cut(text, at, word[1].length) };
}

const asStars = (count: number): Stars | null =>
  count === 1 || count === 2 || count === 3 ? count : null;

const cut = (text: string, at: number, length: number) =>
  `${text.slice(0, at)} ${text.slice(at + length)}`;

/** Splits at commas and semicolons that no backslash escapes; the first spelling of a name stays. */
function splitNames(list: string): string[] {
  const names = new Map<string, string>();
  for (const part of list.match(/(?:\\[^\n]|[^,;\\])+/g) ?? []) {
    const name = part.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1').trim();
    const key = name.toLowerCase();
    if (name !== '' && !names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

/** Takes separators and empty brackets off the ends, and emphasis around the whole. */
function plainText(text: string): string {
  const bare = trimSeparators(
    text.replaceAll(/\(\s*\)|\[\s*\]|\*{2}\s*\*{2}|_{2}\s*_{2}/g, ' ').replaceAll(/\s+/g, ' '),
  );
  const emphasis = /^(\*{1,3}|_{1,3})([^*_]+)\1$/.exec(bare);
  return (emphasis?.[2] ?? bare).trim();
}

/** By hand, for a pattern that ends in `+$` is quadratic on a long line of dashes. */
function trimSeparators(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && ' |·•–—-:'.includes(text.charAt(from))) from++;
  while (to > from && ' |·•–—-'.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
