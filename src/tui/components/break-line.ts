import wrapAnsi from 'wrap-ansi';

/** Breaks a line that is too long; see `wrapLine`. Apart from it, for most lines are not. */
export function breakLine(line: string, width: number, hard: boolean): string[] {
  const lines = wrapAnsi(line, width, { hard, trim: false }).split('\n');
  // A blank at which a line was broken begins none.
  return lines.map((each, at) => (at === 0 ? each : each.replace(/^ /, '')).trimEnd());
}
