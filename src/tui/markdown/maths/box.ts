import { textWidth } from '../text/measure.js';

/** A part of a formula as lines of one width; what stands beside it is aligned with line `axis`. */
export interface MathsBox {
  readonly lines: readonly string[];
  readonly axis: number;
  readonly width: number;
}

/** Makes a box of lines, the narrower of them in the middle, at the left or at the right. */
export function boxOf(
  lines: readonly string[],
  axis: number,
  align: 'l' | 'c' | 'r' = 'c',
): MathsBox {
  const width = Math.max(0, ...lines.map(textWidth));
  return { lines: lines.map((line) => padded(line, width, align)), axis, width };
}

function padded(line: string, width: number, align: 'l' | 'c' | 'r'): string {
  const room = width - textWidth(line);
  const before = align === 'l' ? 0 : align === 'r' ? room : room >> 1;
  return ' '.repeat(before) + line + ' '.repeat(room - before);
}

/** Puts boxes side by side, their axes on one line. */
export function beside(boxes: readonly MathsBox[]): MathsBox {
  const above = Math.max(0, ...boxes.map(({ axis }) => axis));
  const below = Math.max(0, ...boxes.map(({ axis, lines }) => lines.length - axis));
  const lines = Array.from({ length: above + below }, (_, row) =>
    boxes.map((box) => box.lines[row - above + box.axis] ?? ' '.repeat(box.width)).join(''),
  );
  return { lines, axis: above, width: boxes.reduce((sum, { width }) => sum + width, 0) };
}

/** Puts boxes over each other, each in the middle; what stands beside is aligned with that at `main`. */
export function stacked(boxes: readonly MathsBox[], main: number): MathsBox {
  const above = boxes.slice(0, main).reduce((sum, { lines }) => sum + lines.length, 0);
  const axis = above + (boxes[main]?.axis ?? 0);
  return boxOf(
    boxes.flatMap(({ lines }) => lines),
    axis,
  );
}

/** Puts a fraction's parts over and under its bar. */
export function fractionBox(above: MathsBox, below: MathsBox): MathsBox {
  const bar = boxOf(['─'.repeat(Math.max(1, above.width, below.width))], 0);
  return stacked([above, bar, below], 1);
}

/** Puts what is under a root there. */
export function rootBox(degree: string, inside: MathsBox): MathsBox {
  const height = inside.lines.length;
  const stem = Array.from({ length: height }, (_, row) => (row === height - 1 ? '╲│' : ' │'));
  const sign = boxOf([`${degree || ' '}┌`, ...stem], inside.axis + 1, 'r');
  const roof = boxOf(['─'.repeat(inside.width), ...inside.lines], inside.axis + 1, 'l');
  return beside([sign, roof]);
}

/** Puts a brace under (or over) a part, and what it is called beyond. */
export function bracedBox(part: MathsBox, name: MathsBox | null, side: 'under' | 'over'): MathsBox {
  const [left, tip, right] = side === 'under' ? ['╰', '┬', '╯'] : ['╭', '┴', '╮'];
  const arm = Math.max(0, part.width - 3);
  const line = `${left}${'─'.repeat(arm >> 1)}${tip}${'─'.repeat(arm - (arm >> 1))}${right}`;
  const brace = [boxOf([line], 0), ...(name === null ? [] : [name])];
  return side === 'under'
    ? stacked([part, ...brace], 0)
    : stacked([...brace.reverse(), part], brace.length);
}

/** Tall fences: top, middle, bottom, and what goes between. */
const FENCES: ReadonlyMap<string, string> = new Map([
  ['(', '⎛⎜⎝⎜'],
  [')', '⎞⎟⎠⎟'],
  ['[', '⎡⎢⎣⎢'],
  [']', '⎤⎥⎦⎥'],
  ['{', '⎧⎨⎩⎪'],
  ['}', '⎫⎬⎭⎪'],
  ['⌈', '⎡⎢⎢⎢'],
  ['⌉', '⎤⎥⎥⎥'],
  ['⌊', '⎢⎢⎣⎢'],
  ['⌋', '⎥⎥⎦⎥'],
  ['|', '││││'],
  ['‖', '‖‖‖‖'],
  ['⟨', '╱⟨╲│'],
  ['⟩', '╲⟩╱│'],
]);

/** Puts a box between fences as tall as it; an empty one is none. */
export function fencedBox(open: string, inside: MathsBox, close: string): MathsBox {
  return beside([fence(open, inside), inside, fence(close, inside)]);
}

function fence(sign: string, { lines, axis }: MathsBox): MathsBox {
  if (sign === '') return boxOf([''], 0);
  if (lines.length === 1) return boxOf([sign], 0);
  const [top = sign, middle = sign, bottom = sign, between = sign] = FENCES.get(sign) ?? '';
  const pieces = lines.map((_, row) => {
    if (row === 0) return top;
    if (row === lines.length - 1) return bottom;
    return row === (lines.length - 1) >> 1 ? middle : between;
  });
  return boxOf(pieces, axis);
}

/** Puts boxes in rows and columns with gaps between; `aligns` says how each column stands. */
export function gridBox(
  rows: readonly (readonly MathsBox[])[],
  aligns: (column: number) => 'l' | 'c' | 'r',
  gaps: (column: number) => number,
): MathsBox {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => row[column]?.width ?? 0)),
  );
  const lines = rows.flatMap((row) => {
    const cells = widths.map((width, column) => {
      const cell = row[column] ?? boxOf([''], 0);
      const gap = column === 0 ? 0 : gaps(column);
      const placed = cell.lines.map(
        (line) => ' '.repeat(gap) + padded(line, width, aligns(column)),
      );
      return { lines: placed, axis: cell.axis, width: gap + width };
    });
    return beside(cells).lines;
  });
  return boxOf(lines, Math.max(0, (lines.length - 1) >> 1), 'l');
}
