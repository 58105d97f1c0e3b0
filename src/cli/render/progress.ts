import { CLEAR_LINE } from '../../model/text/ansi.js';
import { drawnInAscii } from '../../model/text/ascii-drawing.js';
import type { Context } from '../contract/context.js';

const WIDTH = 24;
// Short work should not flicker, and long work should not be slowed by its own bar.
const QUIET_MS = 300;
const EVERY_MS = 80;

/** A bar on a terminal that shows up when work takes long; nothing elsewhere. */
export function progressBar(
  { stderr: output, ascii }: Pick<Context, 'stderr' | 'ascii'>,
  label: string,
): { show: (done: number, total: number) => void; clear: () => void } {
  const began = performance.now();
  let shownAt = 0;
  const show = (done: number, total: number) => {
    const now = performance.now();
    if (!output.isTerminal || now - began < QUIET_MS || now - shownAt < EVERY_MS) return;
    shownAt = now;
    const filled = Math.round((WIDTH * done) / Math.max(1, total));
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    output.write(`\r${ascii() ? drawnInAscii(bar) : bar} ${done}/${total} ${label}`);
  };
  const clear = () => {
    if (shownAt > 0) output.write(CLEAR_LINE);
  };
  return { show, clear };
}
