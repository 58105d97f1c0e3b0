import { lineStart } from '../text/source.js';
import { type BodyStyle, bodyOf, bodyStyle } from './body.js';
import { starScale } from './difficulty.js';
import type { Page } from './page.js';
import type { Unit } from './shape.js';
import { titleOf } from './title.js';

/** Where a question begins: its first line, or block. Lines count from 0. */
export interface Anchor {
  readonly line: number;
  /** The line behind what is the question's own. */
  readonly end: number;
  /** Its first line, still with number and marks. */
  readonly text: string;
}

/** A heading that groups questions. */
export interface Group {
  readonly line: number;
  readonly level: number;
  readonly text: string;
}

/** The questions of a page and what ends them. */
export interface Layout {
  readonly anchors: readonly Anchor[];
  readonly groups: readonly Group[];
  /** Lines, in order, at which an answer ends without a question beginning. */
  readonly stops: readonly number[];
  readonly isNumbered: boolean;
  /** The question runs on to the first code, which begins the answer. */
  readonly codeAnswers?: boolean;
}

/** Reads the units between anchors: each reaches to the next anchor, group or stop. */
export function unitsOf(page: Page, layout: Layout): Unit[] {
  const { anchors, groups, isNumbered } = layout;
  const scale = starScale(anchors.map(({ text }) => text));
  const spans = spansOf(page, layout);
  const style = layout.codeAnswers ? 'code' : bodyStyle(page, spans);
  const pathAt = pathFinder(groups);
  return spans.map(({ anchor, from, to }): Unit => {
    const title = titleOf(anchor.text, scale, isNumbered);
    const body = bodyOf(page, style, title.text, from, to);
    const question = body.question === '' ? title.text : `${title.text}\n\n${body.question}`;
    return {
      line: anchor.line,
      question: question.trim(),
      answer: body.answer,
      stars: title.stars ?? body.stars,
      companies: title.companies,
      path: pathAt(anchor.line),
    };
  });
}

/** The lines `[from, to)` behind a question's title. */
export interface Span {
  readonly anchor: Anchor;
  readonly from: number;
  readonly to: number;
}

function spansOf(page: Page, { anchors, groups, stops }: Layout): Span[] {
  const ends = [...groups.map(({ line }) => line), ...stops].sort((a, b) => a - b);
  let next = 0;
  return anchors.map((anchor, index) => {
    while ((ends[next] ?? Number.POSITIVE_INFINITY) <= anchor.line) next++;
    const limit = anchors[index + 1]?.line ?? page.lines.length;
    return { anchor, from: anchor.end, to: Math.min(limit, ends[next] ?? limit) };
  });
}

/** Returns a function that gives the headings above a line; ask in the order of lines. */
export function pathFinder(groups: readonly Group[]): (line: number) => string[] {
  const open: Group[] = [];
  let next = 0;
  return (line) => {
    for (
      let group = groups[next];
      group !== undefined && group.line < line;
      group = groups[++next]
    ) {
      while ((open.at(-1)?.level ?? 0) >= group.level) open.pop();
      open.push(group);
    }
    return open.map(({ text }) => text);
  };
}

/** Returns the offset at which a line begins, and that of the text's end for lines behind it. */
export const offsetOf = (page: Page, line: number): number => lineStart(page.source, line);

export type { BodyStyle };
