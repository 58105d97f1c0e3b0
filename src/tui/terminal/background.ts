import { type Background, backgroundOf, type Palette } from '../../model/text/palette.js';
import { type AnswerForm, type KeySource, withoutAnswers } from './answers.js';

/** The colours of a screen, which depend on what the terminal says of its background. */
export interface ScreenColors {
  palette(): Palette;
  /** Is it drawn with ASCII alone? */
  readonly ascii: boolean;
  /** Is the terminal to be asked for its background? */
  readonly asks: boolean;
  /** Takes what it has answered. */
  answered(background: Background): void;
}

/** After so long no answer comes any more, ms. */
const MAX_WAIT_MS = 500;

const QUESTION = '\u001b]11;?\u001b\\';
const ANSWER: AnswerForm = {
  whole: /\u001b\]11;[^\u0007\u001b]*(?:\u0007|\u001b\\)/g,
  unfinished: /\u001b\](?:1(?:1(?:;[\w:/#]{0,40}\u001b?)?)?)?$/,
};

/**
 * Asks the terminal for its background (xterm's OSC 11) and hands on what it answers, whenever
 * that comes: nothing waits for it, and it never reaches the keys. Returns what waits at the end
 * for an answer that is still on its way, so that it does not reach the shell.
 */
export function askBackground(
  source: KeySource,
  write: (text: string) => unknown,
  answered: (background: Background) => void,
): () => Promise<void> {
  const until = performance.now() + MAX_WAIT_MS;
  let isAwaited = true;
  let arrived = () => {};
  const take = (answer: string) => {
    isAwaited = false;
    answered(backgroundOf(answer));
    arrived();
  };
  withoutAnswers(source, ANSWER, take, () => isAwaited && performance.now() < until);
  write(QUESTION);
  return () =>
    new Promise((resolve) => {
      const left = until - performance.now();
      if (!isAwaited || left <= 0) return resolve();
      const timer = setTimeout(resolve, left);
      arrived = () => {
        clearTimeout(timer);
        resolve();
      };
      dropKeys(source);
    });
}

/** Reads on, for answers alone. */
function dropKeys(source: KeySource): void {
  const read = source.read.bind(source);
  source.read = (size) => {
    while (read(size) !== null);
    return null;
  };
}
