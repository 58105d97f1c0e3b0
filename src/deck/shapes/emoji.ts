import { counted } from '../../model/text/counted.js';
import { lineStart } from '../text/source.js';
import { type EmojiLine, type EmojiPair, findEmojiLines, likeliestPair } from './emoji-lines.js';
import { groupsAbove } from './page/groups.js';
import type { Page } from './page/page.js';
import type { Shape, Unit } from './shape.js';
import { finishedAnswer } from './unit/body.js';
import { cutBehind } from './unit/text.js';
import { titleOf } from './unit/title.js';
import { pathFinder } from './unit/units.js';
import { type StarScale, starScale } from './words/difficulty.js';

/** A question behind an emoji such as ❓, its answer behind another such as ✅. */
export const emoji: Shape = {
  name: 'emoji',
  summary: 'a question behind an emoji (❓, 🔹), the answer behind another (✅, 💡)',
  example: '- ❓ What is kept in a KV cache?\n  - ✅ Keys and values of the tokens so far.',
  vote(page) {
    const lines = findEmojiLines(page);
    const pair = likeliestPair(lines);
    const first = lines.find((each) => each.emoji === pair?.asking);
    if (pair === null || first === undefined) return null;
    const { asking, answering, questions, answered } = pair;
    return {
      confidence: answered >= 2 ? 0.96 : 0.6,
      why: `${counted(questions, 'line')} behind ${asking}, ${answered} of them with ${answering} below`,
      line: first.line,
      read: () => readPairs(page, lines, pair),
    };
  },
};

function readPairs(page: Page, all: readonly EmojiLine[], pair: EmojiPair): Unit[] {
  const questions = all.filter(({ emoji: sign }) => sign === pair.asking);
  const answers = all.filter(({ emoji: sign }) => sign === pair.answering);
  const scale = starScale(questions.map(({ line }) => page.lines[line] ?? ''));
  const own = new Set(all.map(({ line }) => line));
  const groups = groupsAbove(page, [], 6).filter(({ line }) => !own.has(line));
  const pathAt = pathFinder(groups);
  const lineOf = (lines: readonly { line: number }[]) => lines.map(({ line }) => line);
  const groupAfter = following(lineOf(groups));
  const answerAfter = following(lineOf(answers));
  return questions.map((asked, index): Unit => {
    const limit = questions[index + 1]?.line ?? page.lines.length;
    const end = Math.min(limit, groups[groupAfter(asked.line)]?.line ?? limit);
    const at = answerAfter(asked.line);
    const within = answers.slice(at, at + 2).filter(({ line }) => line < end);
    const place = { end, isOne: within.length === 1, scale, path: pathAt(asked.line) };
    return unitOf(page, asked, within[0] ?? null, place);
  });
}

/** Returns a function that gives the index of the first line behind another; ask in the order of lines. */
function following(lines: readonly number[]): (line: number) => number {
  let next = 0;
  return (line) => {
    while ((lines[next] ?? Number.POSITIVE_INFINITY) <= line) next++;
    return next;
  };
}

interface UnitPlace {
  readonly end: number;
  /** Is there one answer alone, so that its emoji is no bullet? */
  readonly isOne: boolean;
  readonly scale: StarScale;
  readonly path: readonly string[];
}

function unitOf(page: Page, asked: EmojiLine, answer: EmojiLine | null, place: UnitPlace): Unit {
  const { end, isOne, scale, path } = place;
  const behind = lineStart(page.source, end);
  // Without an answer behind the other emoji the first line asks, what is below answers.
  const start = lineStart(page.source, answer?.line ?? asked.line + 1);
  const title = titleOf(textOf(page, asked, start), scale, true);
  const said =
    answer !== null && isOne ? textOf(page, answer, behind) : cutBehind(page, start, behind);
  return {
    line: asked.line,
    question: title.text,
    answer: finishedAnswer(said),
    stars: title.stars,
    companies: title.companies,
    path,
  };
}

function textOf(page: Page, { textStart, bold }: EmojiLine, end: number): string {
  const text = cutBehind(page, textStart, end);
  return bold === '' ? text : text.replace(bold, '').trim();
}
