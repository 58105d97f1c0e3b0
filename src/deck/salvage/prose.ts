import { codeSpans } from '../text/code-spans.js';
import { FenceReader } from '../text/lines.js';

/** Before and behind an empty line; a pattern of the paragraph itself would run out of stack on a long one. */
const BETWEEN_PARAGRAPHS = /(?<=\n)(?=\n)/;

/** Returns a text of the same length with its fenced code blotted out. */
export function maskFences(text: string): string {
  const fences = new FenceReader();
  const mask = (line: string) => (fences.isCode(line) ? blankOut(line) : line);
  return text.split('\n').map(mask).join('\n');
}

/** Returns a text of the same length with its inline code and HTML comments blotted out. */
export function maskInlineCode(unfenced: string): string {
  const hasAny = unfenced.includes('`') || unfenced.includes('<!--');
  return hasAny ? unfenced.split(BETWEEN_PARAGRAPHS).map(maskSpans).join('') : unfenced;
}

/** Blots out a stretch of text, its line ends excepted, so that patterns see the same lines. */
export function blankOut(text: string): string {
  const lines = text.split('\n');
  return lines.map((line) => '\0'.repeat(line.length)).join('\n');
}

function maskSpans(paragraph: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of codeSpans(paragraph)) {
    parts.push(paragraph.slice(from, start), blankOut(paragraph.slice(start, end)));
    from = end;
  }
  parts.push(paragraph.slice(from));
  return parts.join('');
}
