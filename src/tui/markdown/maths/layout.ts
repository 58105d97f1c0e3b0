import {
  beside,
  boxOf,
  bracedBox,
  fencedBox,
  fractionBox,
  gridBox,
  type MathsBox,
  rootBox,
  stacked,
} from './box.js';
import { environmentAt, fenceOf, type MathsEnvironment } from './environment.js';
import { mathsToUnicode } from './maths.js';
import { MathsScanner } from './scanner.js';
import { subscript, superscript } from './scripts.js';

/** Longer formulas, and more within each other, stand on a line. */
const MAX_LENGTH = 3000;
const MAX_DEPTH = 10;
/** A formula is at most so many lines tall. */
const MAX_LINES = 24;

/** A box stands in the text of its line as a character that no formula has. */
const FIRST_BOX = 0xe000;
const LAST_BOX = 0xf8ff;
const BOXES = /([\ue000-\uf8ff])/;

const FRACTIONS = new Set(['frac', 'dfrac', 'tfrac', 'cfrac']);
/** What has its limits under and over it. */
const WITH_LIMITS = new Set(
  `sum prod coprod bigcup bigcap bigoplus bigotimes bigwedge bigvee bigsqcup lim limsup liminf max
  min sup inf argmax argmin operatorname`.split(/\s+/),
);
const TEXTS = /^(?:text|textbf|textit|textrm|texttt|mbox|hbox|operatorname)$/;

/**
 * Lays a formula out over several lines, as a textbook has it. Null where nothing of it is taller
 * than a line, or it is wider than `width` columns or taller than a screen.
 */
export function mathsBox(latex: string, width: number): MathsBox | null {
  if (latex.length > MAX_LENGTH || BOXES.test(latex)) return null;
  const box = new Layout().box(latex, 0);
  if (box === null || box.lines.length < 2) return null;
  return box.width <= width && box.lines.length <= MAX_LINES ? box : null;
}

/** Lays out one formula; null comes of what is too deep. */
class Layout {
  #isTooDeep = false;

  box(latex: string, depth: number): MathsBox | null {
    const box = this.#box(latex, depth);
    return this.#isTooDeep ? null : box;
  }

  #box(latex: string, depth: number): MathsBox {
    if (depth > MAX_DEPTH) this.#isTooDeep = true;
    if (this.#isTooDeep) return boxOf([''], 0);
    const boxes: MathsBox[] = [];
    const text = mathsToUnicode(this.#lifted(new MathsScanner(latex), boxes, depth));
    return assembled(text, boxes);
  }

  /** Returns LaTeX with a sign for each part that is taller than a line, whose box goes to `boxes`. */
  #lifted(source: MathsScanner, boxes: MathsBox[], depth: number): string {
    const inner = (latex: string) => this.#box(latex, depth + 1);
    let out = '';
    while (!source.atEnd) {
      const from = source.at;
      const box = source.skipScript() ? null : this.#tall(source, inner);
      if (box === null || boxes.length > LAST_BOX - FIRST_BOX) {
        if (source.at === from) source.skip();
        out += source.from(from);
        continue;
      }
      out += String.fromCharCode(FIRST_BOX + boxes.length);
      boxes.push(withScripts(box, source));
    }
    return out;
  }

  /** Reads what is taller than a line, or goes behind it (a text) or stays where it is. */
  #tall(source: MathsScanner, inner: (latex: string) => MathsBox): MathsBox | null {
    const name = source.command();
    if (name === null) return null;
    const from = source.at;
    const box = tallBox(name, source, inner);
    if (box === null || box.lines.length < 2) source.at = from;
    if (box !== null && box.lines.length > 1) return box;
    // What it holds is looked through, but for words.
    source.skipName(name);
    if (TEXTS.test(name)) source.argument();
    return null;
  }
}

function tallBox(
  name: string,
  source: MathsScanner,
  inner: (latex: string) => MathsBox,
): MathsBox | null {
  if (name === 'begin') {
    const environment = environmentAt(source.text, source.at);
    if (environment === null) return null;
    source.at = environment.end;
    return environmentBox(environment, inner);
  }
  source.skipName(name);
  if (WITH_LIMITS.has(name)) return limitsBox(name, source, inner);
  if (FRACTIONS.has(name)) return fractionBox(inner(source.argument()), inner(source.argument()));
  switch (name) {
    case 'binom':
      return fencedBox('(', pair(inner(source.argument()), inner(source.argument())), ')');
    case 'sqrt': {
      const degree = mathsToUnicode(source.bracketed());
      const inside = inner(source.argument());
      return inside.lines.length < 2 ? null : rootBox(degree, inside);
    }
    case 'underset':
      return stacked([inner(source.argument()), inner(source.argument())].reverse(), 0);
    case 'overset':
    case 'stackrel':
      return stacked([inner(source.argument()), inner(source.argument())], 1);
    case 'underbrace':
    case 'overbrace':
      return braced(name, source, inner);
    case 'left':
      return fenced(source, inner);
    default:
      return null;
  }
}

function pair(above: MathsBox, below: MathsBox): MathsBox {
  return stacked([above, below], 0);
}

function limitsBox(
  name: string,
  source: MathsScanner,
  inner: (latex: string) => MathsBox,
): MathsBox | null {
  const sign = name === 'operatorname' ? operatorOf(source) : mathsToUnicode(`\\${name}`);
  source.skipWord('\\limits');
  const { under, over } = source.scripts();
  const above = over === null ? [] : [inner(over)];
  const below = under === null ? [] : [inner(under)];
  return above.length + below.length === 0
    ? null
    : stacked([...above, boxOf([sign], 0), ...below], above.length);
}

function operatorOf(source: MathsScanner): string {
  source.skipWord('*');
  return mathsToUnicode(source.argument());
}

function braced(name: string, source: MathsScanner, inner: (latex: string) => MathsBox): MathsBox {
  const part = inner(source.argument());
  const { under, over } = source.scripts();
  const label = name === 'underbrace' ? under : over;
  const side = name === 'underbrace' ? 'under' : 'over';
  return bracedBox(part, label === null ? null : inner(label), side);
}

function fenced(source: MathsScanner, inner: (latex: string) => MathsBox): MathsBox | null {
  const found = source.fenced();
  if (found === null) return null;
  const inside = inner(found.inside);
  if (inside.lines.length < 2) return null;
  return fencedBox(mathsToUnicode(found.open), inside, mathsToUnicode(found.close));
}

function environmentBox(
  { name, rows, columns }: MathsEnvironment,
  inner: (latex: string) => MathsBox,
): MathsBox {
  const cells = rows.map((row) => row.map(inner));
  const [open, close] = fenceOf(name);
  if (/align|split|eqnarray/.test(name)) {
    return gridBox(
      cells,
      (column) => (column % 2 === 0 ? 'r' : 'l'),
      (column) => (column % 2 === 0 ? 3 : 1),
    );
  }
  const isCases = /cases$/.test(name);
  const align = (column: number) => {
    const given = columns[column];
    if (given === 'l' || given === 'r') return given;
    return isCases ? 'l' : 'c';
  };
  const grid = gridBox(cells, align, () => 2);
  return fencedBox(open, isCases ? beside([boxOf([' '], 0), grid]) : grid, close);
}

/** Puts scripts behind a tall part at its upper and its lower edge. */
function withScripts(box: MathsBox, source: MathsScanner): MathsBox {
  const { under, over } = source.scripts();
  if (under === null && over === null) return box;
  const last = box.lines.length - 1;
  const [raised, lowered] = [scriptOf(over, superscript), scriptOf(under, subscript)];
  const lines = box.lines.map((_, row) => (row === 0 ? raised : row === last ? lowered : ''));
  return beside([box, boxOf(lines, box.axis, 'l')]);
}

/** Small letters where there are such, else full ones, which stand high or low enough by their line. */
function scriptOf(latex: string | null, shift: (text: string) => string): string {
  if (latex === null) return '';
  const text = mathsToUnicode(latex);
  const small = shift(text);
  return /^[_^]/.test(small) ? text : small;
}

/** Puts the boxes into their line, apart from letters and each other. */
function assembled(text: string, boxes: readonly MathsBox[]): MathsBox {
  const parts = text.split(BOXES).filter((part) => part !== '');
  return beside(
    parts.flatMap((part, at) => {
      const box = boxAt(part, boxes);
      const gap = at > 0 && touches(parts[at - 1] ?? '', part) ? [boxOf([' '], 0)] : [];
      return [...gap, box ?? boxOf([part], 0)];
    }),
  );
}

function boxAt(part: string, boxes: readonly MathsBox[]): MathsBox | undefined {
  return BOXES.test(part) ? boxes[part.charCodeAt(0) - FIRST_BOX] : undefined;
}

/** Needs what stands here a blank between? A tall part does, but for brackets and points beside it. */
function touches(before: string, after: string): boolean {
  if (BOXES.test(after)) return !/[\s([{⟨|‖]$/.test(before);
  return BOXES.test(before) && !/^[\s)\]}⟩|‖,.;]/.test(after);
}
