import { visibleText } from '../../../model/text/visible.js';
import { steadyText } from './steady.js';

export type SpanColor = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'grey';

/** How a run of text is to look. */
export interface SpanStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly inverse?: boolean;
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

/** Makes a span of text from a deck: nothing in it can steer the terminal or bend its frame. */
export function span(text: string, style: SpanStyle = PLAIN): Span {
  const visible = visibleText(text);
  const steady = steadyText(visible);
  // What was left out may have kept a flood of marks apart.
  return { text: steady === visible ? visible : visibleText(steady), style };
}

/** Returns spans with a style added to each. */
export function withStyle(spans: readonly Span[], style: SpanStyle): Span[] {
  return spans.map((each) => ({ text: each.text, style: { ...each.style, ...style } }));
}
