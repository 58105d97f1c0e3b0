/** Where a question begins: its first line, or block. Lines count from 0. */
export interface Anchor {
  readonly line: number;
  /** The line behind what is the question's own. */
  readonly end: number;
  /** Its first line, still with number and marks. */
  readonly text: string;
  /** The beginning of the answer, where it stands on the question's line. */
  readonly tail?: string;
}

/** A heading that groups questions. */
export interface QuestionGroup {
  readonly line: number;
  readonly level: number;
  readonly text: string;
}

/** The questions of a page and what ends them. */
export interface ListLayout {
  readonly anchors: readonly Anchor[];
  readonly groups: readonly QuestionGroup[];
  /** Lines, in order, at which an answer ends without a question beginning. */
  readonly stops: readonly number[];
  readonly isNumbered: boolean;
  /** The question runs on to the first code, which begins the answer. */
  readonly codeAnswers?: boolean;
}

/** The lines `[from, to)` behind a question's title. */
export interface QuestionSpan {
  readonly anchor: Anchor;
  readonly from: number;
  readonly to: number;
}
