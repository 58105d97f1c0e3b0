import { readableUrl, type Token } from '../../markdown/parse.js';
import { isLocalPicture } from '../../markdown/picture-source.js';
import { safeUrl } from '../../markdown/safe-url.js';
import { visibleLine } from '../../model/text/visible.js';
import { bareUrlParts } from './bare-urls.js';
import { mathsToUnicode } from './maths/maths.js';
import { subscript, superscript } from './maths/scripts.js';
import type { RenderOptions } from './options.js';
import { PLAIN, type Span, type SpanStyle, span } from './text/span.js';

/** Opening tokens that only change how text looks. */
const STYLES: Readonly<Record<string, SpanStyle>> = {
  strong: { bold: true },
  em: { italic: true },
  s: { strike: true },
  underline: { underline: true },
  mark: { inverse: true },
  kbd: { bold: true },
};
/** Without colours these marks keep what they mean visible. */
const MARKS: Readonly<Record<string, string>> = {
  strong: '*',
  em: '_',
  s: '~',
  underline: '_',
  mark: '=',
};
/** Text that is raised or lowered. */
const SCRIPTS: Readonly<Record<string, (text: string) => string>> = {
  sub: subscript,
  sup: superscript,
};

/** What is open within a line. */
interface Opened {
  /** Where a link leads; empty for what is none. */
  readonly url: string;
  /** Number of spans before its text. */
  readonly from: number;
}

/** Turns the tokens of one paragraph into spans; a hard break is a span of `\n`. */
export function inlineSpans(tokens: readonly Token[], options: RenderOptions): Span[] {
  const spans: Span[] = [];
  const styles: SpanStyle[] = [PLAIN];
  const opened: Opened[] = [];
  for (const token of tokens) {
    const style = styles.at(-1) ?? PLAIN;
    if (token.nesting > 0) {
      const url = String(token.attrGet('href') ?? '');
      opened.push({ url, from: spans.length });
      styles.push(openedStyle(token, style, url));
      spans.push(...marksOf(token, style, options));
    } else if (token.nesting < 0) {
      styles.pop();
      close(token, opened.pop(), spans, styles.at(-1) ?? PLAIN, options);
    } else {
      spans.push(...leafSpans(token, style, options));
    }
  }
  return spans;
}

function openedStyle({ type }: Token, style: SpanStyle, url: string): SpanStyle {
  if (type === 'link_open') return linkStyle(style, url);
  return { ...style, ...STYLES[type.replace(/_open$/, '')] };
}

function close(
  token: Token,
  opened: Opened | undefined,
  spans: Span[],
  style: SpanStyle,
  options: RenderOptions,
): void {
  if (token.type === 'link_close') closeLink(spans, opened, style, options);
  else if (token.tag in SCRIPTS) moveScript(token.tag, spans, opened?.from ?? 0);
  else spans.push(...marksOf(token, style, options));
}

/** The marks on either side of text in a style. */
function marksOf({ type, nesting }: Token, style: SpanStyle, { colors }: RenderOptions): Span[] {
  const kind = type.replace(/_(open|close)$/, '');
  if (kind === 'kbd') return [span(nesting > 0 ? '[' : ']', style)];
  const mark = MARKS[kind];
  return colors || mark === undefined ? [] : [span(mark)];
}

/** Returns spans between the marks that stand for bold where there are no colours. */
export function boldSpans(spans: readonly Span[], options: RenderOptions): Span[] {
  const bold = spans.map(({ text, style }) => ({ text, style: { ...style, bold: true } }));
  return options.colors ? bold : [span('*'), ...bold, span('*')];
}

/** Raises or lowers the spans from one on; those of several styles stand between marks. */
function moveScript(tag: string, spans: Span[], from: number): void {
  const [first, ...others] = spans.slice(from);
  if (first === undefined) return;
  if (others.length === 0) spans[from] = span(SCRIPTS[tag]?.(first.text) ?? '', first.style);
  else {
    spans.splice(from, 0, span(tag === 'sup' ? '^(' : '_(', first.style));
    spans.push(span(')', first.style));
  }
}

function linkStyle(style: SpanStyle, url: string): SpanStyle {
  const safe = safeUrl(url);
  return { ...style, underline: true, color: 'blue', ...(safe === null ? {} : { url: safe }) };
}

// Where the text alone does not show that it leads somewhere, the address stands beside it.
function closeLink(
  spans: Span[],
  link: Opened | undefined,
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
  const name = token.content === '' ? 'image' : `image: ${token.content}`;
  const address = isLocalPicture(url) ? pathOf(url) : shortened(url);
  const named = span(`[${name}]`, shown);
  return address === token.content ? [named] : [named, span(` (${address})`, { dim: true })];
}

/** A path as the file is called; as it stands where it cannot be read so. */
function pathOf(url: string): string {
  try {
    return visibleLine(decodeURIComponent(url));
  } catch {
    return url;
  }
}

/** A picture that is written out in its address would fill the screen with letters. */
function shortened(url: string): string {
  return /^data:/i.test(url) && url.length > 40 ? `${url.slice(0, 30)}…` : url;
}

function textSpans(text: string, style: SpanStyle): Span[] {
  if (style.url !== undefined || !text.includes('://')) return [span(text, style)];
  return bareUrlParts(text).map((part) =>
    span(part.text, part.url ? linkStyle(style, part.text) : style),
  );
}
