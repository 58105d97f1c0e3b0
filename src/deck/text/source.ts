/** A place in a file: 1-based line, and 1-based column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file, whole lines, which knows where each of them stands in the file. */
export interface Source {
  /** Lines end in `\n` only. */
  readonly text: string;
  /** Offset of the first character of every line. */
  readonly starts: readonly number[];
  /** 1-based line of the file that line 0 is. */
  readonly firstLine: number;
  /** Characters already cut from the front of each line (quote marks, indentation). */
  readonly cuts: readonly number[] | null;
}

/** Takes text whose lines end in `\n`; `firstLine` is the 1-based file line of its first line. */
export function makeSource(
  text: string,
  firstLine: number,
  cuts: readonly number[] | null = null,
): Source {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts, firstLine, cuts };
}

/** Returns the offset at which a line (from 0) begins; the text's length past its last line. */
export function lineStart(source: Source, line: number): number {
  return source.starts[line] ?? source.text.length;
}

/** Returns the number (from 0) of the line that holds an offset. */
export function lineAt(source: Source, offset: number): number {
  let low = 0;
  let high = source.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStart(source, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Returns the lines (from 0) that hold a text, in order: of most texts few do, and no other is looked at. */
export function linesWith({ text, starts }: Source, part: string): number[] {
  const found: number[] = [];
  let line = 0;
  for (let at = text.indexOf(part); at >= 0; ) {
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= at) line++;
    found.push(line);
    const next = starts[line + 1];
    at = next === undefined ? -1 : text.indexOf(part, next);
  }
  return found;
}

/** Returns the text of a line (from 0) without its `\n`. */
export function lineText(source: Source, line: number): string {
  const end = source.starts[line + 1];
  return source.text.slice(
    lineStart(source, line),
    end === undefined ? source.text.length : end - 1,
  );
}

/** Returns the place in the file of an offset in the text. */
export function positionAt(source: Source, offset: number): Position {
  const line = lineAt(source, offset);
  const column = offset - lineStart(source, line) + (source.cuts?.[line] ?? 0) + 1;
  return { line: source.firstLine + line, column };
}

/** Returns the place of the first character that is no blank, from an offset on. */
export function textPosition(source: Source, offset: number): Position {
  let at = offset;
  while (source.text.charAt(at) === ' ' || source.text.charAt(at) === '\t') at++;
  return positionAt(source, at);
}

/** Makes a source of some of the lines, each with `cut(line)` characters taken off its front. */
export function cutLines(
  source: Source,
  from: number,
  to: number,
  cut: (text: string) => number,
): Source {
  const lines: string[] = [];
  const cuts: number[] = [];
  for (let line = from; line < to; line++) {
    const text = lineText(source, line);
    const length = cut(text);
    lines.push(text.slice(length));
    cuts.push(length + (source.cuts?.[line] ?? 0));
  }
  return makeSource(lines.join('\n'), source.firstLine + from, cuts);
}
