import { blankOut } from './prose.js';

/** A fenced code block, wherever its fences stand in a line. Offsets into the text. */
export interface FlatFence {
  readonly open: number;
  /** Behind the opening fence and its language. */
  readonly codeStart: number;
  /** The closing fence. */
  readonly close: number;
}

export interface FlatCode {
  /** The text with everything within code blotted out; offsets are the same. */
  readonly masked: string;
  readonly fences: readonly FlatFence[];
}

const FENCE = /(?<=^|[ \t\n])(?:```|~~~)[\w+#.-]*(?=[ \t\r\n]|$)/g;
// What no code holds: there an opened fence was never closed.
const STRUCTURE =
  /(?:^|\s)##[ \t]+(?:Interview Questions|Further Reading|Related)[ \t\r\n]|\*\*(?:Q|Cloze):\*\*|\n(?:#{3,4}[ \t]+[★☆⭐]|Answer[ \t])/;
const CODE_SPAN = /`(?! )[^`\n]{1,60}(?<! )`/g;

/** Finds code in a text whose line breaks may be lost. A fence without an end is text. */
export function findFlatCode(text: string): FlatCode {
  const fences = findFences(text);
  const parts: string[] = [];
  let from = 0;
  for (const { codeStart, close } of fences) {
    parts.push(text.slice(from, codeStart), blankOut(text.slice(codeStart, close)));
    from = close;
  }
  parts.push(text.slice(from));
  return { masked: parts.join('').replaceAll(CODE_SPAN, blankOut), fences };
}

function findFences(text: string): FlatFence[] {
  const marks = [...text.matchAll(FENCE)];
  const fences: FlatFence[] = [];
  for (let index = 0; index + 1 < marks.length; index++) {
    const open = marks[index];
    const close = marks[index + 1];
    if (open === undefined || close === undefined) break;
    const codeStart = open.index + open[0].length;
    if (!isEnd(close[0], open[0])) continue;
    const hasLines =
      isLine(text, open.index, codeStart) && isLine(text, close.index, close.index + 3);
    if (!hasLines && STRUCTURE.test(text.slice(codeStart, close.index))) continue;
    fences.push({ open: open.index, codeStart, close: close.index });
    index++;
  }
  return fences;
}

/** Does a stretch have its line to itself? */
function isLine(text: string, start: number, end: number): boolean {
  return /^\n?$/.test(text.charAt(start - 1)) && /^(?:\r?\n|$)/.test(text.slice(end, end + 2));
}

function isEnd(mark: string, opening: string): boolean {
  return mark.length === 3 && opening.startsWith(mark);
}
