import { fencedLines } from '../../text/lines.js';

/** Text without either of these has no such anchor, which is seen at once. */
const MARKS = ['<a name', '<a id'];
const OPEN = /^[ \t]*<a\s+(?:name|id)\s?=[^<>]{1,200}>[ \t]*$/i;
const CLOSE = /^[ \t]*<\/a\s?>[ \t]*/i;
/** The closing tag is looked for in so many lines. */
const MAX_LINES = 3;

/** May a text have anchors with a line of their own? */
export const mayHaveAnchors = (text: string) => MARKS.some((mark) => text.includes(mark));

/**
 * Closes anchors that stand alone on a line, `<a name="…">`, at once: to Markdown all that stands
 * below such a tag is HTML, up to the next blank line. Lines stay where they are.
 */
export function withClosedAnchors(lines: readonly string[]): string[] {
  const isCode = fencedLines(lines);
  const written = [...lines];
  for (const [at, line] of lines.entries()) {
    if (isCode[at] || !line.includes('<a') || !OPEN.test(line)) continue;
    written[at] = `${line.trimEnd()}</a>`;
    const below = lines.slice(at + 1, at + 1 + MAX_LINES);
    const close = below.findIndex((each) => CLOSE.test(each) || OPEN.test(each));
    const closing = below[close] ?? '';
    if (CLOSE.test(closing)) written[at + 1 + close] = closing.replace(CLOSE, '');
  }
  return written;
}
