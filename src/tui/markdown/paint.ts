import type { Span, SpanColor, SpanStyle } from './span.js';

const COLOR_CODES: Readonly<Record<SpanColor, number>> = {
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
  cyan: 36,
  grey: 90,
};
const RESET = '\u001b[0m';
const LINK_END = '\u001b]8;;\u001b\\';

export interface Painting {
  readonly colors: boolean;
  readonly hyperlinks: boolean;
}

/** Gives a line's text with its styles, each opened and closed within the line. */
export function paintLine(line: readonly Span[], painting: Painting): string {
  const text = line.map((each) => paintSpan(each, painting)).join('');
  return text.includes('\u001b') ? text : text.trimEnd();
}

function paintSpan({ text, style }: Span, { colors, hyperlinks }: Painting): string {
  const codes = colors ? styleCodes(style) : '';
  const painted = codes === '' ? text : `\u001b[${codes}m${text}${RESET}`;
  if (!hyperlinks || style.url === undefined) return painted;
  return `\u001b]8;;${style.url}\u001b\\${painted}${LINK_END}`;
}

function styleCodes(style: SpanStyle): string {
  const codes: number[] = [];
  if (style.bold) codes.push(1);
  if (style.dim) codes.push(2);
  if (style.italic) codes.push(3);
  if (style.underline) codes.push(4);
  if (style.strike) codes.push(9);
  if (style.color) codes.push(COLOR_CODES[style.color]);
  return codes.join(';');
}
