import type { RenderOptions } from './options.js';

/** In fewer columns text is a column of syllables: it stands better without its indent. */
const MIN_WIDTH = 12;

/** Returns options for what stands `columns` further in, or null where that leaves no room. */
export function indented(options: RenderOptions, columns: number): RenderOptions | null {
  const width = options.width - columns;
  return width < MIN_WIDTH ? null : { ...options, width };
}
