/** A piece of an HTML block: a heading, or what stands between two. */
export interface HtmlSection {
  /** Lines from the block's first, from 0. */
  readonly line: number;
  readonly end: number;
  /** 1..6 for a heading, else 0. */
  readonly level: number;
  /** A heading's text without the tags around all of it; else the HTML. */
  readonly content: string;
}

const HEADING =
  /^ {0,3}<h([1-6])(?:\s[^<>]{0,300})?>\s{0,20}([\s\S]{1,1000}?)\s{0,20}<\/h\1\s?>[ \t]*$/gim;
const WRAPPER = /^<(b|strong|i|em|u|span|font|center|big)(?:\s[^<>]{0,200})?>([\s\S]*)<\/\1\s?>$/i;
/** What stands in these is no markup of the page, or none that is shown. */
const UNSEEN = /<(?:pre|script|style|textarea|svg|!--)/i;

/** Divides a block of HTML at its headings, `<h3>What is it?</h3>`; one piece where it has none. */
export function htmlSections(html: string): HtmlSection[] {
  const count = html.replace(/\n$/, '').split('\n').length;
  const whole = { line: 0, end: count, level: 0, content: html };
  if (!/<h[1-6]/i.test(html) || UNSEEN.test(html)) return [whole];
  const pieces: HtmlSection[] = [];
  let from = 0;
  let line = 0;
  const between = (to: number) => {
    const content = html.slice(from, to);
    const end = line + content.split('\n').length - 1;
    if (content.trim() !== '') pieces.push({ line, end, level: 0, content });
    line = end;
  };
  for (const match of html.matchAll(HEADING)) {
    const content = unwrapped((match[2] ?? '').replaceAll(/\s*\n\s*/g, ' '));
    if (!/[\p{L}\p{N}]/u.test(content.replaceAll(/<[^<>]{0,300}>/g, ''))) continue;
    between(match.index);
    const end = line + match[0].split('\n').length;
    pieces.push({ line, end, level: Number(match[1]), content });
    line = end;
    from = match.index + match[0].length + 1;
  }
  if (from === 0) return [whole];
  const content = html.slice(from);
  if (content.trim() !== '') pieces.push({ line, end: count, level: 0, content });
  return pieces;
}

function unwrapped(text: string): string {
  const inner = WRAPPER.exec(text)?.[2];
  return inner === undefined ? text : unwrapped(inner.trim());
}
