import { type AnswerForm, type KeySource, withoutAnswers } from '../answers.js';

/** How a terminal takes pictures, and the size of its cells in pixels. */
export interface Graphics {
  readonly protocol: 'kitty' | 'iterm' | 'sixel';
  readonly cell: { readonly width: number; readonly height: number };
}

/** Where the terminal does not say how large its cells are. */
const USUAL_CELL = { width: 9, height: 18 };
/** A terminal that has not answered by then draws no pictures, ms. */
const MAX_WAIT_MS = 2000;

// Kitty's query of its own, iTerm2's of its cells, xterm's of its cells, and at the end what every
// terminal answers: so nobody waits for answers that never come.
const QUESTIONS = [
  '\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\',
  '\u001b]1337;ReportCellSize\u001b\\',
  '\u001b[16t',
  '\u001b[c',
].join('');
const ANSWER: AnswerForm = {
  whole:
    /\u001b_G[^\u001b]*\u001b\\|\u001b\]1337;[^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b\[6;\d+;\d+t|\u001b\[\?[\d;]*c/g,
  unfinished:
    /\u001b(?:_G?[^\u001b]*\u001b?|\][\d;A-Za-z=.]*\u001b?|\[(?:\?[\d;]*|6(?:;\d*){0,2})?)$/,
};

/**
 * Asks the terminal which pictures it draws. Its answers come among the keys and are taken out
 * there, also those that come late. Resolves to null where it draws none, or says nothing.
 */
export function askGraphics(
  source: KeySource,
  write: (text: string) => unknown,
): Promise<Graphics | null> {
  return new Promise((resolve) => {
    const answers: string[] = [];
    const timer = setTimeout(() => resolve(graphicsOf(answers)), MAX_WAIT_MS);
    timer.unref();
    withoutAnswers(source, ANSWER, (answer) => {
      answers.push(answer);
      if (!/^\u001b\[\?/.test(answer)) return;
      clearTimeout(timer);
      resolve(graphicsOf(answers));
    });
    write(QUESTIONS);
  });
}

/** Returns what answers say of a terminal. */
export function graphicsOf(answers: readonly string[]): Graphics | null {
  const all = answers.join('');
  const cell = cellOf(all);
  if (/\u001b_Gi=31[^;]*;OK/.test(all)) return { protocol: 'kitty', cell };
  if (/\u001b\]1337;ReportCellSize=/.test(all)) return { protocol: 'iterm', cell };
  const attributes = /\u001b\[\?([\d;]*)c/.exec(all)?.[1]?.split(';') ?? [];
  return attributes.slice(1).includes('4') ? { protocol: 'sixel', cell } : null;
}

function cellOf(answers: string): Graphics['cell'] {
  const xterm = /\u001b\[6;(\d+);(\d+)t/.exec(answers);
  const iterm = /ReportCellSize=([\d.]+);([\d.]+)/.exec(answers);
  const [height, width] = (xterm ?? iterm ?? []).slice(1).map(Number);
  const isReal = (side: number | undefined): side is number =>
    side !== undefined && side >= 2 && side <= 200;
  return isReal(width) && isReal(height) ? { width, height } : USUAL_CELL;
}
