/** Lines of a file with what ends each: joined they are the file again, byte for byte. */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** Returns what ends the lines of a file: that of its first one. */
function lineEnd(lines: readonly string[]): string {
  return /(?:\r\n|\r|\n)$/.exec(lines[0] ?? '')?.[0] ?? '\n';
}

/** A stretch of whole lines, both ends 1-based and within it. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Returns the text of a stretch of lines as parsers see it: lines end in `\n`, the last in nothing. */
export function textOfLines(lines: readonly string[], { from, to }: LineRange): string {
  const text = lines.slice(from - 1, to).join('');
  return text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
}

/**
 * Returns the lines with a stretch replaced by text whose lines end in `\n`. The
 * new lines end as those of the file do, the last as the last one replaced did.
 */
export function replaceLines(
  lines: readonly string[],
  { from, to }: LineRange,
  text: string,
): string[] {
  const end = lineEnd(lines);
  const fresh = text.split('\n').map((line) => line + end);
  const isLast = to >= lines.length && !/[\r\n]$/.test(lines.at(-1) ?? '');
  if (isLast) fresh.push((fresh.pop() ?? '').slice(0, -end.length));
  return [...lines.slice(0, from - 1), ...fresh, ...lines.slice(to)];
}

/** Returns the lines with text, whose lines end in `\n`, put behind a line (0: before the first). */
export function insertLines(lines: readonly string[], behind: number, text: string): string[] {
  const end = lineEnd(lines);
  const before = lines.slice(0, behind);
  const last = before.at(-1);
  if (last !== undefined && !/[\r\n]$/.test(last)) before.push(`${before.pop()}${end}`);
  return [...before, ...text.split('\n').map((line) => line + end), ...lines.slice(behind)];
}

/** Returns the lines without a stretch, and without the blank lines that would follow others there. */
export function removeLines(lines: readonly string[], { from, to }: LineRange): string[] {
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';
  let behind = to;
  if (isBlank(lines[from - 2])) {
    while (behind < lines.length && isBlank(lines[behind])) behind++;
  }
  return [...lines.slice(0, from - 1), ...lines.slice(behind)];
}
