/** What stands between `\begin{name}` and its `\end`. */
export interface MathsEnvironment {
  /** Without the star of `align*`. */
  readonly name: string;
  /** The LaTeX of its cells, row by row. */
  readonly rows: readonly (readonly string[])[];
  /** The columns as `array` names them: letters of `lcr`; empty where none are. */
  readonly columns: string;
  /** Where the text goes on behind it. */
  readonly end: number;
}

/** Environments that put a fence around their cells. */
const FENCES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['pmatrix', ['(', ')']],
  ['bmatrix', ['[', ']']],
  ['Bmatrix', ['{', '}']],
  ['vmatrix', ['|', '|']],
  ['Vmatrix', ['‖', '‖']],
  ['cases', ['{', '']],
  ['dcases', ['{', '']],
  ['rcases', ['', '}']],
]);

/** Returns the fence around an environment's cells; empty on a side that has none. */
export function fenceOf(name: string): readonly [string, string] {
  return FENCES.get(name) ?? ['', ''];
}

const TOKEN = /\\(begin|end) ?\{([^{}]*)\}|\\\\(?:\[[^\]]*\])?|\\.|[{}&]/gsu;

/** Reads the environment whose `\begin` stands at `at`, or null where there is none that ends. */
export function environmentAt(text: string, at: number): MathsEnvironment | null {
  const begin = /\\begin ?\{([^{}]*)\}/y;
  begin.lastIndex = at;
  const name = begin.exec(text)?.[1];
  if (name === undefined) return null;
  const { columns, start } = columnsAt(text, begin.lastIndex);
  const cells = new Cells(start);
  TOKEN.lastIndex = start;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const end = TOKEN.lastIndex;
    if (cells.take(found[0], found.index, end, text)) continue;
    return { name: name.replace('*', ''), rows: cells.rows, columns, end };
  }
  return null;
}

/** `array` and `alignedat` name their columns first, `aligned` may say where it is to stand. */
function columnsAt(text: string, at: number): { columns: string; start: number } {
  const given = /\s*(?:\[[tbc]\])?\s*(?:\{([lcr|:@\s\d]*)\})?/y;
  given.lastIndex = at;
  const columns = given.exec(text)?.[1] ?? '';
  return { columns: columns.replaceAll(/[^lcr]/g, ''), start: given.lastIndex };
}

/** Cells as they are read, which signs within groups and environments do not end. */
class Cells {
  readonly rows: string[][] = [];
  #row: string[] = [];
  #from: number;
  #depth = 0;

  constructor(from: number) {
    this.#from = from;
  }

  /** Takes a token; false where it ends the environment. */
  take(token: string, at: number, end: number, text: string): boolean {
    if (token === '{' || token.startsWith('\\begin')) this.#depth++;
    else if (token === '}' || token.startsWith('\\end')) this.#depth--;
    const isLast = this.#depth < 0;
    const isRow = this.#depth === 0 && token.startsWith('\\\\');
    if (!isLast && !isRow && !(this.#depth === 0 && token === '&')) return true;
    this.#row.push(
      text
        .slice(this.#from, at)
        .replaceAll(/\\hline|\\[ch]dashline/g, '')
        .trim(),
    );
    this.#from = end;
    if (isLast || isRow) this.#endRow();
    return !isLast;
  }

  #endRow(): void {
    if (this.#row.some((cell) => cell !== '')) this.rows.push(this.#row);
    this.#row = [];
  }
}
