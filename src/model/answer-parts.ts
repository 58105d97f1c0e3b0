/** How much a point weighs: a good answer names it, an excellent one adds it, or it sinks one. */
export const POINT_KINDS = ['good', 'extra', 'wrong'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** One thing that an answer is judged by. */
export interface Point {
  readonly kind: PointKind;
  /** Markdown, without its `(+)` or `(x)`. */
  readonly text: string;
}

/** A question that an interviewer asks next, and its answer. Markdown. */
export interface FollowUp {
  readonly question: string;
  readonly answer: string;
}

/** An answer taken apart by its labels; each part is optional. Markdown. */
export interface AnswerParts {
  /** What one says in half a minute; null where the answer has none. */
  readonly short: string | null;
  readonly points: readonly Point[];
  /** In the order in which they are asked, each only after the one before. */
  readonly followUps: readonly FollowUp[];
  readonly trap: string | null;
  /** What stands under no label. */
  readonly rest: string;
}
