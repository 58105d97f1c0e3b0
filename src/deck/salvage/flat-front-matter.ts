import type { Breaks } from './breaks.js';

/** Front matter whose lines were run together. Offsets into the text. */
export interface FlatFrontMatter {
  /** Where the module begins, a separating `---` before it included. */
  readonly start: number;
  /** The opening `---`. */
  readonly open: number;
  readonly keys: readonly number[];
  /** The closing `---`. */
  readonly close: number;
  readonly title: string;
}

const OPENING = /(?<=^|[ \t\r\n])(?:---[ \t]+)?---[ \t]+(?=[a-z][\w-]*:[ \t])/g;
const KEY =
  /[a-z][\w-]*:[ \t]+(?:"(?:[^"\\\n]|\\.){0,2000}"|'(?:[^'\n]|''){0,2000}'|\[[^\]\n]*\]|[^\s"'[][^\n]{0,500}?)[ \t]+(?=[a-z][\w-]*:[ \t]|---(?:\s|$))/y;
// How far from its opening a front matter can end, in characters.
const MAX_LENGTH = 4000;
const MAX_KEYS = 50;

/** Finds front matter that stands on one line. Takes a text with its code blotted out. */
export function findFlatFrontMatter(text: string): FlatFrontMatter[] {
  const found: FlatFrontMatter[] = [];
  for (const opening of text.matchAll(OPENING)) {
    if (opening.index < (found.at(-1)?.close ?? 0)) continue;
    const behind = opening.index + opening[0].length;
    const { keys, end } = readKeys(text, behind);
    const close = end ?? closeAfter(text, behind);
    if (close === null) continue;
    found.push({
      start: opening.index,
      open: opening.index + opening[0].lastIndexOf('---'),
      keys,
      close,
      title: titleIn(text.slice(behind, close)),
    });
  }
  return found;
}

/** Puts each key on a line of its own and takes the separating `---` away. */
export function breakFrontMatter(matter: FlatFrontMatter, breaks: Breaks): void {
  breaks.blankLine(matter.start);
  if (matter.open > matter.start) breaks.replace(matter.start, matter.open - matter.start, '');
  for (const key of matter.keys) breaks.line(key);
  breaks.line(matter.close);
  breaks.blankLine(matter.close + '---'.length);
}

function readKeys(text: string, from: number): { keys: number[]; end: number | null } {
  const keys = [from];
  KEY.lastIndex = from;
  while (keys.length < MAX_KEYS && KEY.test(text)) {
    if (text.startsWith('---', KEY.lastIndex)) return { keys, end: KEY.lastIndex };
    keys.push(KEY.lastIndex);
  }
  return { keys, end: null };
}

/** For front matter that is no YAML: the parser says what is wrong with it. */
function closeAfter(text: string, from: number): number | null {
  const lineEnd = text.indexOf('\n', from);
  const line = text.slice(
    from,
    Math.min(from + MAX_LENGTH, lineEnd === -1 ? text.length : lineEnd),
  );
  const close = /[ \t]---(?=[ \t]|$)/.exec(line);
  return close === null ? null : from + close.index + 1;
}

function titleIn(matter: string): string {
  const match = /(?:^|[ \t])title:[ \t]+(?:"((?:[^"\\]|\\.){0,2000})"|'([^']*)')/.exec(matter);
  return (match?.[1] ?? match?.[2] ?? '').replaceAll(/\\(.)/g, '$1');
}
