import { groupsAbove } from '../page/groups.js';
import type { Anchor, ListLayout, QuestionGroup, QuestionSpan } from '../page/layout.js';
import type { Page } from '../page/page.js';
import type { Unit } from '../shape.js';
import { asks } from '../words/asks.js';
import { type StarScale, starScale } from '../words/difficulty.js';
import { bodyOf, bodyStyle, finishedAnswer, promisedIn } from './body.js';
import { takeComments, takeLevelLine } from './comment-marks.js';
import { isBareLabel, type Title, titleOf } from './title.js';

/** What is known of anchors whose text is no heading's. */
interface Below {
  readonly isNumbered: boolean;
  readonly codeAnswers?: boolean;
  /** The deepest level of the headings that group them; all levels where nothing is said. */
  readonly deepest?: number;
  /** Lines, in order, that end an answer as well. */
  readonly stops?: readonly number[];
}

/** Reads the units between anchors that headings group. */
export function unitsBelow(page: Page, anchors: readonly Anchor[], below: Below): Unit[] {
  const { isNumbered, codeAnswers = false, deepest = 6, stops = [] } = below;
  const groups = groupsAbove(page, anchors, deepest);
  return unitsOf(page, { anchors, groups, stops, isNumbered, codeAnswers });
}

/** Reads the units between anchors: each reaches to the next anchor, group or stop. */
export function unitsOf(page: Page, layout: ListLayout): Unit[] {
  const { anchors, groups, isNumbered } = layout;
  const scale = starScale(anchors.map(({ text }) => text));
  const spans = spansOf(page, layout);
  const style = layout.codeAnswers ? 'code' : bodyStyle(page, spans);
  const pathAt = pathFinder(groups);
  const units = spans.map(({ anchor, from, to }): Unit => {
    const title = titleOf(anchor.text, scale, isNumbered);
    const body = bodyOf(page, style, title.text, from, to);
    const asked = takeLevelLine(body.question);
    const answered = takeLevelLine(body.answer);
    const below = asked.text === '' ? '' : `\n\n${asked.text}`;
    const unit = {
      line: anchor.line,
      question: `${title.text}${below}`.trim(),
      answer: anchor.tail === undefined ? answered.text : joined(anchor.tail, answered.text),
      stars: title.stars ?? body.stars ?? asked.stars ?? answered.stars,
      companies: title.companies,
      path: pathAt(anchor.line),
    };
    if (!isBareLabel(title.text)) return unit;
    return { ...unit, ...behindLabel(title, asked.text, answered.text, scale) };
  });
  // A number with nothing below it asks nothing.
  return units.filter(({ question, answer }) => answer !== '' || !isBareLabel(question));
}

const joined = (tail: string, below: string) => finishedAnswer(`${tail}\n\n${below}`);

/** The texts below a title that only counts: what belongs to the question, else the first heading or paragraph, asks. */
function behindLabel(label: Title, below: string, answer: string, scale: StarScale) {
  if (below !== '') {
    const { text: question, stars } = takeComments(below);
    return { question, answer, ...(stars !== null && { stars }) };
  }
  const heading = /^#{1,6}[ \t]+(\S[^\n]*)/.exec(answer);
  if (heading !== null && asks(heading[1] ?? '')) {
    const { text: question, stars } = titleOf(heading[1] ?? '', scale, true);
    const said = takeLevelLine(finishedAnswer(answer.slice(heading[0].length)));
    return { question, answer: said.text, ...(stars !== null && { stars }) };
  }
  const [first = '', ...rest] = answer.split(/\n[ \t]*\n/);
  const isText = rest.length > 0 && /^[^#>`|~]/.test(first);
  if (!isText) return { question: label.text, answer };
  const { text, stars } = titleOf(first, scale, false);
  const { code, behind } = promisedIn(text, rest.join('\n\n'));
  const question = code === '' ? text : `${text}\n\n${code}`;
  const said = takeLevelLine(finishedAnswer(behind)).text;
  return { question, answer: said, ...(stars !== null && { stars }) };
}

function spansOf(page: Page, { anchors, groups, stops }: ListLayout): QuestionSpan[] {
  const ends = [...groups.map(({ line }) => line), ...stops].sort((a, b) => a - b);
  let next = 0;
  return anchors.map((anchor, index) => {
    while ((ends[next] ?? Number.POSITIVE_INFINITY) <= anchor.line) next++;
    const limit = anchors[index + 1]?.line ?? page.lines.length;
    return { anchor, from: anchor.end, to: Math.min(limit, ends[next] ?? limit) };
  });
}

/** Returns a function that gives the headings above a line; ask in the order of lines. */
export function pathFinder(groups: readonly QuestionGroup[]): (line: number) => string[] {
  const open: QuestionGroup[] = [];
  let next = 0;
  let path: string[] = [];
  return (line) => {
    const known = next;
    for (
      let group = groups[next];
      group !== undefined && group.line < line;
      group = groups[++next]
    ) {
      while ((open.at(-1)?.level ?? 0) >= group.level) open.pop();
      open.push(group);
    }
    // Questions below one heading share their path.
    if (next > known) path = open.map(({ text }) => text);
    return path;
  };
}
