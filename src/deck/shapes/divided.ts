import { counted } from '../../model/text/counted.js';
import { lineStart } from '../text/source.js';
import { groupsAbove } from './page/groups.js';
import type { Page } from './page/page.js';
import type { Shape, Unit } from './shape.js';
import { finishedAnswer } from './unit/body.js';
import { commentStars } from './unit/comment-marks.js';
import { cut } from './unit/text.js';
import { titleOf } from './unit/title.js';
import { pathFinder } from './unit/units.js';
import { asks } from './words/asks.js';
import { starScale } from './words/difficulty.js';
import { prefixOf } from './words/prefix.js';

const MIN_SECTIONS = 2;
/** So many of the sections must begin with a line that asks. */
const MIN_ASKING = 0.75;
const MAX_QUESTION = 500;
/** A longer line is none that asks by its words alone. */
const MAX_TASK = 160;
const MARKED = /[?？][*_)\s]*$/;

/** What stands between two rules. */
interface Section {
  /** The line that its text begins with. */
  readonly line: number;
  readonly end: number;
  /** The line behind the question. */
  readonly split: number;
  readonly asks: boolean;
  readonly isAnswered: boolean;
}

/** Plain pairs: a line that asks, its answer below, and a rule before the next; or a rule between all. */
export const divided: Shape = {
  name: 'divided',
  atMost: 0.75,
  summary: 'a question and below it its answer, with --- before the next question',
  example: 'What is kept in a KV cache?\n\nKeys and values of the tokens so far.\n\n---',
  vote(page) {
    const sections = findSections(page);
    const first = sections.find((each) => each.asks);
    if (first === undefined || sections.length < MIN_SECTIONS) return null;
    const asking = sections.filter((each) => each.asks);
    const answered = asking.filter(({ isAnswered }) => isAnswered).length;
    const share = answered / sections.length;
    const turns = isByTurns(sections);
    return {
      // A file of two sides asks on one of them alone.
      confidence: share === 1 ? 0.75 : turns || share >= MIN_ASKING ? 0.7 : share * 0.5,
      why: `${counted(sections.length, 'text')} between rules, ${asking.length} of them begin with a question`,
      line: first.line,
      read: () => (turns ? readTurns(page, sections) : readSections(page, asking)),
    };
  },
};

function findSections(page: Page): Section[] {
  const sections: Section[] = [];
  let from = page.preface.bodyLine;
  for (const { kind, line, end, depth, quoted } of page.leaves) {
    if (kind !== 'rule' || depth > 0 || quoted) continue;
    sections.push(...sectionIn(page, from, line));
    from = end;
  }
  // Without a rule there is nothing to divide.
  return from === page.preface.bodyLine
    ? []
    : [...sections, ...sectionIn(page, from, page.lines.length)];
}

/** The text of the lines `[from, to)` behind the headings that group it; none where there is none. */
function sectionIn(page: Page, from: number, to: number): Section[] {
  const leaves = page.leavesWithin(from, to).filter(({ kind }) => kind !== 'comment');
  const at = leaves.findIndex(({ kind }) => kind !== 'heading');
  const first = leaves[at];
  if (first === undefined) return [];
  const text = page.lines[first.line] ?? '';
  const own = prefixOf(text)?.rest ?? text;
  const isText = first.kind === 'paragraph' && first.depth === 0 && !first.quoted;
  // A question of several lines is one where the last of them ends it.
  const asksWhole = MARKED.test(first.content) && first.content.length < MAX_QUESTION;
  const split = asksWhole ? first.end : first.line + 1;
  const isAnswered = first.end > split || leaves.length > at + 1;
  const isTask = asks(own) && own.length < MAX_TASK;
  const isAsking = isText && (asksWhole || MARKED.test(text) || isTask);
  return [{ line: first.line, end: to, split, asks: isAsking, isAnswered }];
}

/** Question, rule, answer, rule, question: do the sections take turns? */
function isByTurns(sections: readonly Section[]): boolean {
  if (sections.length < 4 || sections.length % 2 === 1) return false;
  return sections.every((section, index) =>
    index % 2 === 0 ? section.asks && !section.isAnswered : !section.asks,
  );
}

function readSections(page: Page, sections: readonly Section[]): Unit[] {
  return unitsAt(page, sections, ({ line, split, end }) => [
    textOf(page, line, split),
    textOf(page, split, end),
  ]);
}

function readTurns(page: Page, sections: readonly Section[]): Unit[] {
  const asked = sections.filter((_, index) => index % 2 === 0);
  const answers = new Map(asked.map((section, index) => [section, sections[index * 2 + 1]]));
  return unitsAt(page, asked, (section) => {
    const answer = answers.get(section);
    const said = answer === undefined ? '' : textOf(page, answer.line, answer.end);
    return [textOf(page, section.line, section.end), said];
  });
}

function unitsAt(
  page: Page,
  sections: readonly Section[],
  textsOf: (section: Section) => [string, string],
): Unit[] {
  const pathAt = pathFinder(groupsAbove(page, [], 6));
  const scale = starScale(sections.map(({ line }) => page.lines[line] ?? ''));
  return sections.map((section): Unit => {
    const [asked, said] = textsOf(section);
    const { text, stars, companies } = titleOf(asked, scale, true);
    return {
      line: section.line,
      question: text,
      answer: finishedAnswer(said),
      stars: stars ?? commentStars(page, section.split, section.end),
      companies,
      path: pathAt(section.line),
    };
  });
}

const textOf = (page: Page, from: number, to: number) =>
  cut(page, lineStart(page.source, from), lineStart(page.source, to));
