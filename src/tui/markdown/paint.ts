import { ANSI, RESET_STYLE, type Style } from '../../model/text/ansi.js';
import type { Span, SpanStyle } from './text/span.js';

const LINK_END = '\u001b]8;;\u001b\\';

export interface Painting {
  readonly colors: boolean;
  readonly hyperlinks: boolean;
}

/** Returns a line's text with its styles, each opened and closed within the line. */
export function paintLine(line: readonly Span[], painting: Painting): string {
  const text = line.map((each) => paintSpan(each, painting)).join('');
  return text.includes('\u001b') ? text : text.trimEnd();
}

function paintSpan({ text, style }: Span, { colors, hyperlinks }: Painting): string {
  const codes = colors ? styleCodes(style) : '';
  const painted = codes === '' ? text : `\u001b[${codes}m${text}${RESET_STYLE}`;
  if (!hyperlinks || style.url === undefined) return painted;
  return `\u001b]8;;${style.url}\u001b\\${painted}${LINK_END}`;
}

const MARKS = ['bold', 'dim', 'italic', 'underline', 'inverse', 'strike'] as const;

function styleCodes(style: SpanStyle): string {
  const styles: Style[] = MARKS.filter((mark) => style[mark]);
  if (style.color) styles.push(style.color);
  return styles.map((each) => ANSI[each][0]).join(';');
}
