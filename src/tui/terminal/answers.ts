/** The part of a terminal's input that keys are read from. */
export interface KeySource {
  read(size?: number): string | Buffer | null;
}

/** What a terminal's answers look like among keys. */
export interface AnswerForm {
  /** A whole answer; with the flag `g`. */
  readonly whole: RegExp;
  /** The beginning of an answer whose rest is still to come, at the end of what was read. */
  readonly unfinished: RegExp;
}

/**
 * Takes the terminal's answers out of what is read, for good: they may come late. As long as
 * `isAwaited`, the beginning of one is held back until its rest has come.
 */
export function withoutAnswers(
  source: KeySource,
  { whole, unfinished }: AnswerForm,
  take: (answer: string) => void,
  isAwaited = () => true,
): void {
  const read = source.read.bind(source);
  let held = '';
  source.read = (size) => {
    for (;;) {
      const chunk = read(size);
      if (chunk === null) return null;
      const text = held + chunk.toString();
      for (const [answer] of text.matchAll(whole)) take(answer);
      const keys = text.replaceAll(whole, '');
      held = isAwaited() ? (unfinished.exec(keys)?.[0] ?? '') : '';
      const rest = keys.slice(0, keys.length - held.length);
      if (rest !== '') return rest;
    }
  };
}
