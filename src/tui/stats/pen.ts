import { asciiLine } from './ascii.js';

/** Colours by what they mean here. */
const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  inverse: [7, 27],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

export type Ink = keyof typeof CODES;

/** What the statistics are drawn on. */
export interface StatsLook {
  /** Columns that a line may take. */
  readonly width: number;
  readonly colors: boolean;
  /** Draw with ASCII alone. */
  readonly ascii: boolean;
}

/** Draws lines of statistics. */
export interface Pen {
  readonly width: number;
  paint(ink: Ink, text: string): string;
}

/** Makes the pen that paints as a look allows. */
export function makePen({ width, colors }: Pick<StatsLook, 'width' | 'colors'>): Pen {
  return {
    width,
    paint(ink, text) {
      if (!colors || text === '') return text;
      const [on, off] = CODES[ink];
      return `\u001b[${on}m${text}\u001b[${off}m`;
    },
  };
}

/** Gives lines as the look can show them: without what is not ASCII, where it cannot. */
export function finished(lines: readonly string[], look: Pick<StatsLook, 'ascii'>): string[] {
  return look.ascii ? lines.map(asciiLine) : [...lines];
}
