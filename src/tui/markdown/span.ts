import { visibleText } from '../../model/visible-text.js';

export type SpanColor = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'grey';

/** How a run of text is to look. */
export interface SpanStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly dim?: boolean;
  readonly color?: SpanColor;
  /** Where a hyperlink leads. */
  readonly url?: string;
}

/** A run of text in one style, on one line. */
export interface Span {
  readonly text: string;
  readonly style: SpanStyle;
}

export const PLAIN: SpanStyle = {};

// Terminals disagree on the width of Thai SARA AM; its two parts have a width that all agree on.
const SARA_AM = /\u0e33/g;

/** Makes a span of text from a deck: nothing in it can steer the terminal. */
export function span(text: string, style: SpanStyle = PLAIN): Span {
  return { text: visibleText(text).replaceAll(SARA_AM, '\u0e4d\u0e32'), style };
}

/** Gives spans with a style added to each. */
export function withStyle(spans: readonly Span[], style: SpanStyle): Span[] {
  return spans.map((each) => ({ text: each.text, style: { ...each.style, ...style } }));
}
