import { bareSides } from '../check/bare-sides.js';
import { missingClose } from '../text/fences.js';
import type { Report } from '../text/report.js';
import { asks } from './asks.js';
import type { Page } from './page.js';
import { prefixOf } from './prefix.js';
import type { Unit } from './shape.js';

const LINK_ALONE =
  /^[^\p{L}\p{N}[<]*(?:\[(?:[^[\]]|\[[^\]]{0,100}\]){0,300}\]\([^\s()]{1,1000}\)|<?https?:\/\/\S{1,1000}>?)[^\p{L}\p{N}]*$/u;
/** A question this much longer than most is looked at for a second one. */
const LONG = 400;
/** Where more numbers are missing, the list leaves them out by itself. */
const MAX_HIDDEN = 9;

/** Reports what a person should look at, each at its line. */
export function reportDoubts(page: Page, units: readonly Unit[], report: Report): void {
  reportOpenFences(page, report);
  const seen = new Map<string, number>();
  let last: { number: number; path: string } | null = null;
  for (const unit of units) {
    const at = { line: unit.line + 1, column: 1 };
    // Who asked for questions without answers knows that they have none.
    if (!page.isBare || unit.answer !== '') reportAnswer(unit, at, report);
    const key = `${unit.question}\n${unit.answer}`;
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, at.line);
    else {
      const message = `the same question is at line ${earlier}: both are kept as separate cards; word them differently`;
      report('duplicate-question', at, message);
    }
    const number = numberAt(page, unit.line);
    const path = unit.path.join('\n');
    const missing = number === null || last?.path !== path ? 0 : number - last.number - 1;
    if (number !== null && last !== null && missing > 0 && missing <= MAX_HIDDEN) {
      const which =
        missing === 1
          ? `number ${number - 1} is`
          : `numbers ${last.number + 1} to ${number - 1} are`;
      const message = `${which} missing between ${last.number} and ${number}: look whether a question is hidden here`;
      report('question-hidden', at, message);
    }
    last = number === null ? last : { number, path };
  }
}

/** Code that nothing closes takes in what follows, at worst the rest of the file. */
function reportOpenFences(page: Page, report: Report): void {
  for (const { kind, line, end } of page.leaves) {
    if (kind !== 'fence') continue;
    let last = end - 1;
    while (last > line && (page.lines[last] ?? '').trim() === '') last--;
    // Its first line and its last one tell.
    const ends = last === line ? [line] : [line, last];
    if (missingClose(ends.map((at) => page.lines[at] ?? '').join('\n')) === '') continue;
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
  if (unit.question.length > LONG && looksLikeTwo(unit.question)) {
    report(
      'question-double',
      at,
      'this looks like two questions in one: give the second a place of its own',
    );
  }
}

/** Most answers hold no link, or much beside it, which is seen at once. */
const isLinkAlone = (answer: string) =>
  answer.length < 3000 && /\]\(|https?:/i.test(answer) && LINK_ALONE.test(answer);

/** A further paragraph that is numbered and asks. */
function looksLikeTwo(question: string): boolean {
  const [, ...more] = question.split(/\n\s*\n/);
  return more.some((text) => {
    const prefix = prefixOf(text.replace(/^#{1,6}\s+/, ''));
    return prefix !== null && asks(prefix.rest.split('\n', 1)[0] ?? '');
  });
}

function numberAt(page: Page, line: number): number | null {
  const text = (page.lines[line] ?? '').replace(/^[ \t]*#{1,6}[ \t]+/, '').trimStart();
  return prefixOf(text)?.number ?? null;
}
