import { type Style, styled } from '../../model/text/ansi.js';
import { asciiLine } from './ascii.js';

/** What the statistics are drawn on. */
export interface StatsLook {
  /** Columns that a line may take. */
  readonly width: number;
  readonly colors: boolean;
  /** Draw with ASCII alone. */
  readonly ascii: boolean;
}

/** Draws lines of statistics. */
export interface Painter {
  readonly width: number;
  paint(ink: Style, text: string): string;
}

/** Makes the painter that paints as a look allows. */
export function makePainter({ width, colors }: Pick<StatsLook, 'width' | 'colors'>): Painter {
  return {
    width,
    paint: (ink, text) => styled(text, ink, colors),
  };
}

/** Returns lines as the look can show them: without what is not ASCII, where it cannot. */
export function finished(lines: readonly string[], look: Pick<StatsLook, 'ascii'>): string[] {
  return look.ascii ? lines.map(asciiLine) : [...lines];
}
