import { styled } from '../../model/text/ansi.js';
import { wrapLine } from './wrap-line.js';

/** A key, or several that do the same, and what it does. */
export type KeyLine = readonly [keys: string, does: string];

/** Columns of what a key does, however narrow the screen. */
const MIN_WIDTH = 10;

/** How keys are drawn. */
export interface KeyLook {
  /** Columns of a line. */
  readonly width: number;
  readonly colors: boolean;
  /** Columns of the keys. */
  readonly keyWidth?: number;
}

/** Returns the help, a key a line; what a key does is broken between words and goes on below itself. */
export function keyLines(
  keys: readonly KeyLine[],
  { width, colors, keyWidth = 12 }: KeyLook,
): string[] {
  const room = Math.max(MIN_WIDTH, width - keyWidth - 1);
  return keys.flatMap(([key, does]) =>
    wrapLine(does, room).map(
      (line, at) => `${styled((at === 0 ? key : '').padEnd(keyWidth), 'cyan', colors)} ${line}`,
    ),
  );
}
