import { CLEAR_LINE } from '../../model/text/ansi.js';
import type { Context } from '../contract/context.js';

/** Says on a terminal how far a training is, and nothing anywhere else. */
export function createProgress({ stderr }: Pick<Context, 'stderr'>): {
  readonly show: (training: number, trainings: number) => void;
  readonly clear: () => void;
} {
  let shown = false;
  return {
    show(training, trainings) {
      if (!stderr.isTerminal) return;
      stderr.write(`${CLEAR_LINE}Training ${training} of ${trainings} …`);
      shown = true;
    },
    clear() {
      if (shown) stderr.write(CLEAR_LINE);
    },
  };
}
