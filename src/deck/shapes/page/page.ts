import { type Leaf, leavesOf } from '../../text/leaves.js';
import { lineAt, makeSource, type Source } from '../../text/source.js';
import { navigationLines } from '../words/navigation.js';
import { type Contents, contentsOf } from './contents.js';
import { type DetailsFolds, foldsOf } from './folds.js';
import { type Preface, readPreface } from './preface.js';

/** What is known of the other files beside one, to decide what a lone question is. */
export interface FileSurroundings {
  /** Name of the import's root. */
  readonly root: string;
  /** Names of the folders from the root of the import down to the file. */
  readonly folders: readonly string[];
  /** The file's own name, without its extension. */
  readonly name: string;
  /** How many of the files beside it, itself included, are named like questions; 0..1. */
  readonly asking: number;
  /** The shape of most other files of the collection; null where none prevails. */
  readonly prevailing: string | null;
  /**
   * What a file's name promises: notes, and whatever file the person named; a text or data of
   * whatever kind that was found in a folder, where little of it is a list of questions.
   */
  readonly found: 'notes' | 'text' | 'data';
}

/** A file as the shapes see it: its blocks, in order, and whether a line is text or code. */
export interface Page {
  readonly source: Source;
  readonly lines: readonly string[];
  readonly leaves: readonly Leaf[];
  readonly comments: readonly Leaf[];
  readonly folds: DetailsFolds;
  readonly preface: Preface;
  readonly around: FileSurroundings;
  readonly contents: Contents;
  /** What stands below a question goes on asking: the person says that the list has no answers. */
  readonly isBare: boolean;
  /** The leaf at each line; undefined for blank lines. */
  leafAt(line: number): Leaf | undefined;
  /** The leaves that begin in the lines `[from, to)`. */
  leavesWithin(from: number, to: number): readonly Leaf[];
  /** Does a line stand between the tags of a fold? */
  isFolded(line: number): boolean;
  /** Does a line only lead to another place of the page? */
  isNavigation(line: number): boolean;
}

export const NOTHING_AROUND: FileSurroundings = {
  root: '',
  folders: [],
  name: '',
  asking: 0,
  prevailing: null,
  found: 'notes',
};

/** Reads the blocks of a text whose lines end in `\n`; takes time linear in its size. */
export function pageOf(text: string, around: FileSurroundings, isBare: boolean): Page {
  const source = makeSource(text, 1);
  const lines = text.split('\n');
  const preface = readPreface(text, lines);
  const { leaves, tags } = leavesOf(source, preface.bodyLine);
  const leafAt = leavesByLine(leaves, lines.length);
  const folds = foldsOf(source, tags);
  const folded = foldedLines(source, folds, lines.length);
  const isNavigation = navigationLines(source, (line) => isText(leafAt(line)));
  let contents: Contents | undefined;
  return {
    source,
    lines,
    leaves,
    comments: leaves.filter(({ kind }) => kind === 'comment'),
    folds,
    preface,
    around,
    isBare,
    get contents() {
      contents ??= contentsOf(leaves);
      return contents;
    },
    leafAt,
    leavesWithin: (from, to) => leaves.slice(firstFrom(leaves, from), firstFrom(leaves, to)),
    isFolded: (line) => folded[line] === 1,
    isNavigation,
  };
}

function leavesByLine(leaves: readonly Leaf[], count: number): Page['leafAt'] {
  const byLine: (Leaf | undefined)[] = new Array(count);
  for (const leaf of leaves) byLine.fill(leaf, leaf.line, leaf.end);
  return (line) => byLine[line];
}

const isText = (leaf: Leaf | undefined) =>
  leaf !== undefined && leaf.kind !== 'fence' && leaf.kind !== 'code' && leaf.kind !== 'comment';

/** Returns the index of the first leaf, or of what else stands in lines, at or behind a line. */
export function firstFrom(leaves: readonly Pick<Leaf, 'line'>[], line: number): number {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function foldedLines(source: Source, folds: DetailsFolds, count: number): Uint8Array {
  const folded = new Uint8Array(count);
  for (const { line, bodyEnd, isClosed, depth } of folds.all) {
    if (isClosed && depth === 0) folded.fill(1, line + 1, lineAt(source, bodyEnd) + 1);
  }
  return folded;
}
