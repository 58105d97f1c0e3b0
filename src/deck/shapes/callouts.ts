import { counted } from '../../model/text/counted.js';
import { unquotedLine } from '../text/callout.js';
import { joinTexts } from '../text/passage.js';
import { saysAnswer } from './page/folds.js';
import { groupsAbove } from './page/groups.js';
import type { Page } from './page/page.js';
import type { Shape, Unit } from './shape.js';
import { finishedAnswer } from './unit/body.js';
import { unframed } from './unit/text.js';
import { titleOf } from './unit/title.js';
import { pathFinder } from './unit/units.js';
import { asks, isQuestion } from './words/asks.js';
import { starScale } from './words/difficulty.js';
import { ANSWER_WORDS, QUESTION_WORDS } from './words/names.js';

const HEAD = /^ {0,3}>[ \t]?\[!([\w-]{1,40})(?:\|[^\]\n]{0,80})?\]([+-]?)[ \t]*(.*)$/;
const ASKING = new RegExp(`^(?:${QUESTION_WORDS}|faq|help|quiz|q|flashcards?|cards?)$`, 'iu');
const ANSWERING = new RegExp(
  `^(?:${ANSWER_WORDS}|solution|success|check|done|a|ans|hint-answer)$`,
  'iu',
);
/** The title that a call-out has where the person wrote none, or that only says what it is. */
const LABEL = new RegExp(
  `^(?:${QUESTION_WORDS}|${ANSWER_WORDS}|solution|explanation|show|reveal|a|q)?[\\s\\d.:!?👇⬇]*$`,
  'iu',
);

/** A call-out as Obsidian has them; its lines without the mark of the quote. */
interface CalloutLines {
  readonly line: number;
  /** The line behind it. */
  readonly end: number;
  readonly type: string;
  readonly isFolded: boolean;
  readonly title: string;
  readonly body: readonly string[];
}

/** Questions in call-outs: the title asks, the body or a call-out within it or behind it answers. */
export const callouts: Shape = {
  name: 'callouts',
  summary: 'call-outs of Obsidian: > [!question], the answer in its body or in one more call-out',
  example: '> [!question]- What is kept in a KV cache?\n> Keys and values of the tokens so far.',
  vote(page) {
    if (!page.source.text.includes('[!')) return null;
    const all = findCallouts(page);
    const asking = all.filter(isAsking);
    const first = asking[0];
    if (first === undefined) return null;
    const units = readCallouts(page, all);
    const answered = units.filter(({ answer }) => answer !== '').length;
    const share = answered / asking.length;
    const isSure = answered >= 2 || (answered === 1 && asks(units[0]?.question ?? ''));
    return {
      confidence: isSure && share >= 0.5 ? 0.97 : share * 0.4,
      why: `${counted(asking.length, 'call-out')} of a question, ${answered} with an answer`,
      line: first.line,
      read: () => units,
    };
  },
};

/** One that is only there to fold an answer away, "Show answer", asks nothing. */
const isAsking = ({ type, title }: CalloutLines) => ASKING.test(type) && !onlyFolds(title);

const onlyFolds = (title: string) =>
  saysAnswer(title) && !LABEL.test(title) && !(asks(title) && isQuestion(title));

/** The call-outs of the outermost level, in order. */
function findCallouts(page: Page): CalloutLines[] {
  const found: CalloutLines[] = [];
  for (let line = page.preface.bodyLine; line < page.lines.length; line++) {
    if (!(page.lines[line] ?? '').includes('[!') || page.leafAt(line)?.quoted !== true) continue;
    const own = calloutAt(page.lines, line, (at) => at === line || !isHead(page.lines[at] ?? ''));
    if (own === null) continue;
    found.push(own);
    line = own.end - 1;
  }
  return found;
}

const isHead = (text: string) => HEAD.test(text);

/** Reads the call-out whose head stands at a line; null where none does. */
function calloutAt(
  lines: readonly string[],
  line: number,
  belongs: (at: number) => boolean,
): CalloutLines | null {
  const head = HEAD.exec(lines[line] ?? '');
  if (head === null) return null;
  let end = line + 1;
  while (/^ {0,3}>/.test(lines[end] ?? '') && belongs(end)) end++;
  const body = lines.slice(line + 1, end).map(unquotedLine);
  const [, type = '', fold = '', title = ''] = head;
  return { line, end, type, isFolded: fold === '-', title: title.trim(), body };
}

function readCallouts(page: Page, all: readonly CalloutLines[]): Unit[] {
  const asking = all.filter(isAsking);
  const scale = starScale(asking.map(({ title }) => title));
  const pathAt = pathFinder(groupsAbove(page, [], 6));
  return all.flatMap((own, index): Unit[] => {
    if (!isAsking(own)) return [];
    const next = all[index + 1];
    const behind = next !== undefined && follows(page, own, next) ? next : null;
    const { asked, said } = divide(own, behind);
    const { text, stars, companies } = titleOf(asked, scale, true);
    if (text === '') return [];
    const answer = finishedAnswer(said);
    return [{ line: own.line, question: text, answer, stars, companies, path: pathAt(own.line) }];
  });
}

/** Is the next call-out the answer of one, with nothing but blank lines between them? */
function follows(page: Page, own: CalloutLines, next: CalloutLines): boolean {
  if (!ANSWERING.test(next.type)) return false;
  return page.leavesWithin(own.end, next.line).length === 0;
}

/** What a call-out asks and what answers it: a call-out within, the one behind it, or its body. */
function divide(own: CalloutLines, behind: CalloutLines | null): { asked: string; said: string } {
  const title = LABEL.test(own.title) ? '' : own.title;
  const inner = innerAnswer(own.body);
  if (inner !== null) {
    const above = textOf(own.body.slice(0, inner.line));
    const below = textOf(own.body.slice(inner.end));
    return { asked: joinTexts([title, above]), said: joinTexts([saidBy(inner), below]) };
  }
  if (behind !== null) {
    return { asked: joinTexts([title, textOf(own.body)]), said: saidBy(behind) };
  }
  if (title !== '') return { asked: title, said: textOf(own.body) };
  // Without a title the first paragraph asks.
  const [first = '', ...rest] = textOf(own.body).split(/\n[ \t]*\n/);
  const [line = '', ...more] = first.split('\n');
  if (rest.length > 0) return { asked: first, said: rest.join('\n\n') };
  return { asked: line, said: more.join('\n') };
}

/** The first call-out within a body that answers: by its type, or as it is folded. */
function innerAnswer(body: readonly string[]): CalloutLines | null {
  for (let at = 0; at < body.length; at++) {
    const inner = calloutAt(body, at, () => true);
    if (inner !== null && (ANSWERING.test(inner.type) || inner.isFolded)) return inner;
    if (inner !== null) at = inner.end - 1;
  }
  return null;
}

const saidBy = ({ title, body }: CalloutLines) =>
  joinTexts([LABEL.test(title) ? '' : title, textOf(body)]);

const textOf = (lines: readonly string[]) => unframed(lines.join('\n')).trim();
