import { MathsReader } from './reader.js';

/** Deeper nesting is shown as it is written: no screen shows it better. */
const MAX_DEPTH = 20;

/**
 * Returns LaTeX maths as Unicode text, as far as a line of text can hold it.
 * What is not known is shown as it is written, so that nothing is lost.
 */
export function mathsToUnicode(latex: string): string {
  if (!isBalanced(latex)) return latex.trim();
  return new MathsReader(latex.replaceAll(/\s+/g, ' ')).all().replaceAll(/ {2,}/g, ' ').trim();
}

/** Each within another counts: braces and environments. */
function isBalanced(latex: string): boolean {
  let depth = 0;
  for (let at = 0; at < latex.length; at++) {
    const character = latex[at];
    if (character === '\\') {
      depth += nestingOf(latex, at);
      at++;
    } else if (character === '{') depth++;
    else if (character === '}') depth--;
    if (depth < 0 || depth > MAX_DEPTH) return false;
  }
  return depth === 0;
}

function nestingOf(latex: string, at: number): number {
  if (latex.startsWith('\\begin{', at)) return 1;
  return latex.startsWith('\\end{', at) ? -1 : 0;
}
