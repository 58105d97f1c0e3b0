import { bareSides } from '../check/bare-sides.js';
import { openMark } from '../text/fences.js';
import { fencedLines } from '../text/lines.js';
import type { Report } from '../text/report.js';
import type { Page } from './page/page.js';
import type { Unit } from './shape.js';
import { asks } from './words/asks.js';
import { prefixOf } from './words/prefix.js';

const LINK_ALONE =
  /^[^\p{L}\p{N}[<]*(?:\[(?:[^[\]]|\[[^\]]{0,100}\]){0,300}\]\([^\s()]{1,1000}\)|<?https?:\/\/\S{1,1000}>?)[^\p{L}\p{N}]*$/u;
/** Where more numbers are missing, the list leaves them out by itself. */
const MAX_HIDDEN = 9;

/** Reports what a person should look at, each at its line. */
export function reportDoubts(page: Page, units: readonly Unit[], report: Report): void {
  reportOpenFences(page, report);
  const earlierLine = twinFinder();
  const keyOf = pathKeys();
  let last = null as { number: number; path: string } | null;
  for (const unit of units) {
    const at = { line: unit.line + 1, column: 1 };
    const number = numberAt(page, unit.line);
    // Who asked for questions without answers knows that they have none.
    if (!page.isBare || unit.answer !== '') reportAnswer(unit, at, report);
    if (!page.isBare && looksLikeTwo(unit, number)) {
      const message = 'this looks like two questions in one: give the second a place of its own';
      report('question-double', at, message);
    }
    const earlier = earlierLine(unit);
    if (earlier !== null) {
      const message = `the same question is at line ${earlier}: both are kept as separate cards; word them differently`;
      report('duplicate-question', at, message);
    }
    const path = keyOf(unit.path);
    if (number !== null && last?.path === path) reportHidden(last.number, number, at, report);
    last = number === null ? last : { number, path };
  }
}

/** Returns a function that gives a path as one text; units below one heading share theirs. */
function pathKeys(): (path: readonly string[]) => string {
  let last: readonly string[] = [];
  let key = '';
  return (path) => {
    if (path !== last) [last, key] = [path, path.join('\n')];
    return key;
  };
}

/** Returns a function that gives the line (from 1) of the first unit that says the same; null for the first one. */
function twinFinder(): (unit: Unit) => number | null {
  const firsts = new Map<string, Unit>();
  // Most questions are asked once: only of the others the answers, which are long, are looked up.
  const others = new Map<string, Unit>();
  return (unit) => {
    const first = firsts.get(unit.question);
    if (first === undefined) {
      firsts.set(unit.question, unit);
      return null;
    }
    if (first.answer === unit.answer) return first.line + 1;
    const key = `${unit.question}\n${unit.answer}`;
    const other = others.get(key);
    if (other === undefined) others.set(key, unit);
    return other === undefined ? null : other.line + 1;
  };
}

/** Numbers that are missing between two questions may be hidden ones. */
function reportHidden(
  before: number,
  number: number,
  at: { line: number; column: number },
  report: Report,
): void {
  const missing = number - before - 1;
  if (missing <= 0 || missing > MAX_HIDDEN) return;
  const which =
    missing === 1 ? `number ${number - 1} is` : `numbers ${before + 1} to ${number - 1} are`;
  const message = `${which} missing between ${before} and ${number}: look whether a question is hidden here`;
  report('question-hidden', at, message);
}

/** Code that nothing closes takes in what follows, at worst the rest of the file. */
function reportOpenFences(page: Page, report: Report): void {
  for (const { kind, line, end: behind } of page.leaves) {
    if (kind !== 'fence') continue;
    let last = behind - 1;
    while (last > line && (page.lines[last] ?? '').trim() === '') last--;
    const end = last === line ? '' : (page.lines[last] ?? '');
    if (openMark(page.lines[line] ?? '', end) === null) continue;
    const message =
      'this code block is never closed, and takes in what follows: put ``` or ~~~ on a line of its own behind the code';
    report('unclosed-fence', { line: line + 1, column: 1 }, message);
  }
}

function reportAnswer(unit: Unit, at: { line: number; column: number }, report: Report): void {
  if (unit.answer === '') {
    report(
      'answer-empty',
      at,
      'the question has no answer: write it in the file, or with e while reviewing',
    );
  } else if (isLinkAlone(unit.answer)) {
    report(
      'answer-link',
      at,
      'the answer is a link alone: nothing to recall; write down what it says',
    );
  }
  for (const { code, message } of bareSides(unit.question, unit.answer)) report(code, at, message);
}

/** Most answers hold no link, or much beside it, which is seen at once. */
const isLinkAlone = (answer: string) =>
  answer.length < 3000 &&
  (answer.includes('](') || answer.includes('://')) &&
  LINK_ALONE.test(answer);

/**
 * Does a further paragraph begin like the next question: with the number behind its own, a
 * marker such as "Q:", or in the question as a heading that asks? Parts of one begin at 1.
 */
function looksLikeTwo({ question, answer }: Unit, number: number | null): boolean {
  const isNext = (text: string) => {
    const prefix = prefixOf(text);
    if (prefix === null || !asks(prefix.rest)) return false;
    if (prefix.kind === 'letter') return MARKED.test(prefix.rest);
    return number === null ? (prefix.number ?? 0) > 1 : prefix.number === number + 1;
  };
  const isHeading = (text: string) => /^#{1,6}\s/.test(text) && MARKED.test(text);
  const asked = openings(question);
  const mayAsk = number !== null && (answer.includes('?') || answer.includes('？'));
  const said = mayAsk ? openings(answer).filter((text) => MARKED.test(text)) : [];
  if (asked.length + said.length === 0) return false;
  return (
    asked.some(isHeading) ||
    [asked, said].some((all) => !hasParts(all) && all.map(bare).some(isNext))
  );
}

const hasParts = (texts: readonly string[]) => texts.some((text) => prefixOf(text)?.number === 1);

const MARKED = /[?？]\s*[*_)]*\s*$/;
const bare = (text: string) => text.replace(/^#{1,6}\s+/, '');

/** The first lines of all paragraphs but the first, outside code. */
function openings(text: string): string[] {
  if (!text.includes('\n\n')) return [];
  const lines = text.split('\n');
  const isCode = fencedLines(lines);
  return lines.filter(
    (line, at) => at > 0 && !isCode[at] && line !== '' && lines[at - 1]?.trim() === '',
  );
}

function numberAt(page: Page, line: number): number | null {
  const text = (page.lines[line] ?? '').replace(/^[ \t]*#{1,6}[ \t]+/, '').trimStart();
  return prefixOf(text)?.number ?? null;
}
