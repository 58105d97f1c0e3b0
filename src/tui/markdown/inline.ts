import { readableUrl, type Token } from '../../markdown/parse.js';
import { safeUrl } from '../../markdown/safe-url.js';
import { bareUrlParts } from './bare-urls.js';
import { mathsToUnicode } from './maths.js';
import type { RenderOptions } from './options.js';
import { PLAIN, type Span, type SpanStyle, span } from './span.js';

/** Opening tokens that only change how text looks. */
const STYLES: Readonly<Record<string, SpanStyle>> = {
  strong: { bold: true },
  em: { italic: true },
  s: { strike: true },
};
/** Without colours these marks keep what they mean visible. */
const MARKS: Readonly<Record<string, string>> = { strong: '*', em: '_', s: '~' };

interface OpenLink {
  readonly url: string;
  /** Number of spans before its text. */
  readonly from: number;
}

/** Turns the tokens of one paragraph into spans; a hard break is a span of `\n`. */
export function inlineSpans(tokens: readonly Token[], options: RenderOptions): Span[] {
  const spans: Span[] = [];
  const styles: SpanStyle[] = [PLAIN];
  const links: OpenLink[] = [];
  for (const token of tokens) {
    const style = styles.at(-1) ?? PLAIN;
    if (token.type === 'link_open') {
      const url = String(token.attrGet('href') ?? '');
      links.push({ url, from: spans.length });
      styles.push(linkStyle(style, url));
    } else if (token.type === 'link_close') {
      styles.pop();
      closeLink(spans, links.pop(), styles.at(-1) ?? PLAIN, options);
    } else if (token.nesting !== 0) {
      toggle(token, styles, spans, options);
    } else {
      spans.push(...leafSpans(token, style, options));
    }
  }
  return spans;
}

/** Returns spans between the marks that stand for bold where there are no colours. */
export function boldSpans(spans: readonly Span[], options: RenderOptions): Span[] {
  const bold = spans.map(({ text, style }) => ({ text, style: { ...style, bold: true } }));
  return options.colors ? bold : [span('*'), ...bold, span('*')];
}

function toggle(token: Token, styles: SpanStyle[], spans: Span[], options: RenderOptions): void {
  const kind = token.type.replace(/_(open|close)$/, '');
  if (token.nesting > 0) styles.push({ ...styles.at(-1), ...STYLES[kind] });
  else styles.pop();
  const mark = MARKS[kind];
  if (!options.colors && mark !== undefined) spans.push(span(mark));
}

function linkStyle(style: SpanStyle, url: string): SpanStyle {
  const safe = safeUrl(url);
  return { ...style, underline: true, color: 'blue', ...(safe === null ? {} : { url: safe }) };
}

// Where the text alone does not show that it leads somewhere, the address stands beside it.
function closeLink(
  spans: Span[],
  link: OpenLink | undefined,
  style: SpanStyle,
  { colors, hyperlinks }: RenderOptions,
): void {
  if (link === undefined) return;
  const text = spans
    .slice(link.from)
    .map((each) => each.text)
    .join('');
  const { url } = link;
  if ([url, readableUrl(url), url.replace(/^mailto:/, '')].includes(text)) return;
  if (colors && hyperlinks && safeUrl(url) !== null) return;
  spans.push(span(` (${url})`, { ...style, dim: true }));
}

function leafSpans(token: Token, style: SpanStyle, options: RenderOptions): Span[] {
  switch (token.type) {
    case 'code_inline':
      return [codeSpan(token.content, style, options)];
    case 'softbreak':
      return [span(' ', style)];
    case 'hardbreak':
      return [{ text: '\n', style }];
    case 'maths':
      return [
        span(mathsToUnicode(token.content.replaceAll('\n', ' ')), { ...style, color: 'cyan' }),
      ];
    case 'module_link':
      return [moduleSpan(token.content, style, options)];
    case 'image':
      return imageSpans(token, style);
    default:
      return textSpans(token.content, style);
  }
}

function codeSpan(content: string, style: SpanStyle, { colors }: RenderOptions): Span {
  const text = content.replaceAll('\n', ' ');
  return colors ? span(text, { ...style, color: 'yellow' }) : span(`\`${text}\``, style);
}

function moduleSpan(title: string, style: SpanStyle, { colors }: RenderOptions): Span {
  return span(colors ? title : `_${title}_`, { ...style, italic: true, color: 'cyan' });
}

function imageSpans(token: Token, style: SpanStyle): Span[] {
  const url = String(token.attrGet('src') ?? '');
  // A picture in a link leads where the link does.
  const shown = style.url === undefined ? linkStyle(style, url) : style;
  return [span(`[image: ${token.content}]`, shown), span(` (${url})`, { dim: true })];
}

function textSpans(text: string, style: SpanStyle): Span[] {
  if (style.url !== undefined || !text.includes('://')) return [span(text, style)];
  return bareUrlParts(text).map((part) =>
    span(part.text, part.url ? linkStyle(style, part.text) : style),
  );
}
