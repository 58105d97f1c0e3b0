import { mathsToUnicode } from './maths.js';
import type { RenderOptions } from './options.js';
import type { Token } from './parse.js';
import { safeUrl } from './safe-url.js';
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

function toggle(token: Token, styles: SpanStyle[], spans: Span[], options: RenderOptions): void {
  const kind = token.type.replace(/_(open|close)$/, '');
  const mark = options.colors ? undefined : MARKS[kind];
  if (token.nesting > 0) {
    styles.push({ ...styles.at(-1), ...STYLES[kind] });
    if (mark !== undefined) spans.push(span(mark));
  } else {
    styles.pop();
    if (mark !== undefined) spans.push(span(mark));
  }
}

function linkStyle(style: SpanStyle, url: string): SpanStyle {
  const safe = safeUrl(url);
  return { ...style, underline: true, color: 'blue', ...(safe === null ? {} : { url: safe }) };
}

// Where the terminal cannot hold the address behind the text, it stands beside it.
function closeLink(
  spans: Span[],
  link: OpenLink | undefined,
  style: SpanStyle,
  { hyperlinks }: RenderOptions,
): void {
  if (link === undefined) return;
  const text = spans
    .slice(link.from)
    .map((each) => each.text)
    .join('');
  if (text === link.url || link.url === `mailto:${text}`) return;
  if (hyperlinks && safeUrl(link.url) !== null) return;
  spans.push(span(` (${link.url})`, { ...style, dim: true }));
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
      return [span(mathsToUnicode(token.content), { ...style, color: 'cyan' })];
    case 'module_link':
      return [span(token.content, { ...style, italic: true, color: 'cyan' })];
    case 'image':
      return imageSpans(token, style);
    default:
      return textSpans(token.content, style, options);
  }
}

function codeSpan(content: string, style: SpanStyle, { colors }: RenderOptions): Span {
  const text = content.replaceAll('\n', ' ');
  return colors ? span(text, { ...style, color: 'yellow' }) : span(`\`${text}\``, style);
}

function imageSpans(token: Token, style: SpanStyle): Span[] {
  const url = String(token.attrGet('src') ?? '');
  const label = `[image: ${token.content}]`;
  return [span(label, linkStyle(style, url)), span(` (${url})`, { ...style, dim: true })];
}

const BARE_URL = /https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]]/g;

function textSpans(text: string, style: SpanStyle, { hyperlinks }: RenderOptions): Span[] {
  if (!hyperlinks || style.url !== undefined || !text.includes('://')) return [span(text, style)];
  const spans: Span[] = [];
  let from = 0;
  for (const { 0: url, index } of text.matchAll(BARE_URL)) {
    if (index > from) spans.push(span(text.slice(from, index), style));
    spans.push(span(url, linkStyle(style, url)));
    from = index + url.length;
  }
  if (from < text.length) spans.push(span(text.slice(from), style));
  return spans;
}
