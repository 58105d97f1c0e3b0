import { type ParsedFile, parseDeckFile } from '../../deck/parse/file.js';
import { parseList } from '../../deck/parse/list.js';
import { explicitId } from '../../deck/read/heading.js';
import { isBrokenHead } from '../../deck/read/module-head.js';
import { type Salvaged, salvage } from '../../deck/salvage/salvage.js';
import { type FileSurroundings, NOTHING_AROUND } from '../../deck/shapes/page/page.js';
import { type AssumedEncoding, decodeText, MAX_FILE_BYTES } from '../../deck/text/decode.js';
import { type Excess, excessOf } from '../../deck/text/file-limits.js';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.js';
import type { DeckModule } from '../../model/module.js';
import {
  LET_FILES_DECIDE,
  type ListDefaults,
  PLAIN_DEFAULTS,
  type Reading,
  type ReadingChoice,
} from '../../model/reading.js';
import { counted } from '../../model/text/counted.js';

/** What salvage mended, in numbers. */
export interface Repaired {
  readonly encoding: number;
  readonly lost: number;
  readonly residue: number;
}

/** A file's modules and what there is to say of it. */
export interface ReadFile {
  readonly modules: readonly DeckModule[];
  readonly diagnostics: readonly Diagnostic[];
  readonly repaired: Repaired;
  /** Salvage had to rebuild the file. */
  readonly salvaged: boolean;
  /** The file as it was parsed, mended where need be. */
  readonly text: string;
  /** What the file was read as; null where it could not be read. */
  readonly reading: Reading | null;
}

/** How a file is to be read: what is beside it, and what the person said. */
export interface ReadingHints {
  readonly around: FileSurroundings;
  readonly choice: ReadingChoice;
  readonly defaults: ListDefaults;
}

const NO_HINTS: ReadingHints = {
  around: NOTHING_AROUND,
  choice: LET_FILES_DECIDE,
  defaults: PLAIN_DEFAULTS,
};

export const NOTHING_REPAIRED: Repaired = { encoding: 0, lost: 0, residue: 0 };

/**
 * Reads a file's bytes: decode, salvage where it is damaged, parse as modules,
 * or where it holds none as a question list of another layout. Diagnostics
 * point into the file as it is on disk, not as salvage mended it.
 */
export function readModules(
  file: string,
  bytes: Uint8Array,
  hints: ReadingHints = NO_HINTS,
): ReadFile {
  const decoded = decodeText(bytes);
  if ('error' in decoded) {
    if (hints.around.found !== 'notes') return passedOver(file);
    const at = 'at' in decoded ? decoded.at : { line: 1, column: 1 };
    return unreadable(undecodable(file, decoded.error, at));
  }
  const assumed = decoded.assumed === undefined ? [] : [assumedEncoding(file, decoded.assumed)];
  const read = readText(file, decoded.text, hints);
  return { ...read, diagnostics: [...assumed, ...read.diagnostics] };
}

function readText(file: string, text: string, hints: ReadingHints): ReadFile {
  const excess = excessOf(text);
  if (excess !== null) return tooLarge(file, excess, hints);
  const mended = SAYS_UNDAMAGED.test(text) ? asItStands(text) : salvage(file, text);
  const { shape } = hints.choice;
  const parsed = parseDeckFile(file, mended.text);
  const isModule = shape === MODULE_SHAPE || (shape === null && isModuleFile(parsed, mended.text));
  // Modules without a card hold a mistake, or too much of something, which is to be said.
  const isOwn = shape !== null || cardsOf(parsed) === 0 || isSigned(mended.text);
  if (isModule && isOwn) return asModules(parsed, mended);
  // What looks like a leftover of JSX is part of a list about React.
  const isMended = mended.repaired.encoding > 0 || mended.repaired.flattened;
  const list = asList(file, isMended ? mended : asItStands(text), hints);
  if (isModule && cardsOf(list) < MANY_MORE * cardsOf(parsed)) return asModules(parsed, mended);
  const isNothing = list.reading?.shape === null && list.reading.bare === 0;
  const isBroken = hints.around.found === 'notes' && parsed.diagnostics.some(isBrokenHead);
  return isNothing && isBroken ? asModules(parsed, mended) : list;
}

function tooLarge(file: string, { at, message }: Excess, { around }: ReadingHints): ReadFile {
  if (around.found !== 'notes') return passedOver(file);
  return unreadable(diagnostic('file-too-large', { file, ...at }, message));
}

/** Front matter of a module: did it come out of a damaged collection? */
export const DAMAGED_KEY = 'damaged';
/** That of one whose texts are meant as they are, though they look damaged; see `writeAsItIs`. */
const SAYS_UNDAMAGED = new RegExp(
  `^---[ \\t]*\\r?\\n(?:(?!---)[^\\n]*\\n)*?${DAMAGED_KEY}:[ \\t]*false[ \\t]*\\r?\\n`,
);

const asItStands = (text: string): Salvaged => ({
  text,
  changed: false,
  diagnostics: [],
  repaired: { encoding: 0, lost: 0, residue: 0, flattened: false },
  placeOf: (line, column) => ({ line, column }),
});

/** The name of viva's own format among the shapes. */
export const MODULE_SHAPE = 'module';

const OWN_MARKS = /^(?:\*\*(?:Q|Cloze):\*\*|#{2,3} .*[★☆]{3}|#{2,3} interview questions\s*$)/im;

/** Where a list has so many times the cards, a page with a title is a list with some difficulties marked. */
const MANY_MORE = 2;

const cardsOf = ({ modules }: Pick<ReadFile, 'modules'>) =>
  modules.reduce((sum, { cards }) => sum + cards.length, 0);

/** Has a text marks that only viva's own format has? */
const isSigned = (text: string) => OWN_MARKS.test(text) || explicitId(text) !== null;

/** A file with cards in viva's own format, or with its marks and a mistake that hides them. */
function isModuleFile({ modules, diagnostics }: ParsedFile, text: string): boolean {
  if (modules.some(({ cards }) => cards.length > 0)) return true;
  const codes = new Set(diagnostics.map(({ code }) => code));
  if (codes.has('front-matter-engine') || codes.has('file-too-large')) return true;
  return OWN_MARKS.test(text) && (modules.length > 0 || /^---/.test(text.trimStart()));
}

function asModules(parsed: ParsedFile, mended: Salvaged): ReadFile {
  const cards = parsed.modules.flatMap((module) => module.cards);
  const reading: Reading = {
    shape: MODULE_SHAPE,
    why: "viva's own format",
    nearest: null,
    line: parsed.modules[0]?.line ?? 1,
    cards: cards.length,
    empty: cards.filter(({ defects }) => defects.includes('answer-empty')).length,
    bare: 0,
  };
  return readFileOf({ ...parsed, reading }, mended);
}

function asList(file: string, mended: Salvaged, hints: ReadingHints): ReadFile {
  return readFileOf(parseList(file, mended.text, hints), mended);
}

function readFileOf(
  parsed: ParsedFile & { readonly reading: Reading },
  mended: Salvaged,
): ReadFile {
  const diagnostics = mended.changed
    ? atOriginalPlaces(parsed.diagnostics, mended)
    : parsed.diagnostics;
  const modules = mended.changed
    ? parsed.modules.map((module) =>
        withOriginalLines(module, (line) => mended.placeOf(line, 1).line),
      )
    : parsed.modules;
  return {
    modules,
    diagnostics: [...mended.diagnostics, ...diagnostics],
    repaired: mended.repaired,
    salvaged: mended.changed,
    text: mended.text,
    reading: parsed.reading,
  };
}

// Salvage has told of each lost character already, at its own place.
function atOriginalPlaces(diagnostics: readonly Diagnostic[], mended: Salvaged): Diagnostic[] {
  return diagnostics
    .filter(({ code }) => code !== 'encoding-lost' || mended.repaired.lost === 0)
    .map((found) => ({ ...found, ...mended.placeOf(found.line, found.column) }));
}

function withOriginalLines(module: DeckModule, lineOf: (line: number) => number): DeckModule {
  return {
    ...module,
    line: lineOf(module.line),
    cards: module.cards.map((card) => ({ ...card, line: lineOf(card.line) })),
  };
}

/** Nothing is read of a file but why that is. */
export function unreadable(found: Diagnostic): ReadFile {
  return {
    modules: [],
    diagnostics: [found],
    repaired: NOTHING_REPAIRED,
    salvaged: false,
    text: '',
    reading: null,
  };
}

/** A text or data that no list would be, of a folder in which anything may lie. */
function passedOver(file: string): ReadFile {
  const why = 'it is no text, or too large for a list';
  const found = diagnostic(
    'no-questions',
    { file, line: 1, column: 1 },
    `no questions found: ${why}`,
  );
  const reading = { shape: null, why, nearest: null, line: 1, cards: 0, empty: 0, bare: 0 };
  return { ...unreadable(found), reading };
}

function assumedEncoding(file: string, assumed: AssumedEncoding): Diagnostic {
  const { encoding, characters, word, at } = assumed;
  const message = `the file is not UTF-8, and was read as ${encoding}: look whether "${word}" is right (${counted(characters, 'character')} like it), or save the file as UTF-8`;
  return diagnostic('encoding-assumed', { file, ...at }, message);
}

function undecodable(
  file: string,
  error: 'not-utf8' | 'file-too-large',
  at: { line: number; column: number },
): Diagnostic {
  const message =
    error === 'not-utf8'
      ? 'the file is text in no encoding that viva can tell; save it as UTF-8, or leave it out'
      : `the file is larger than ${MAX_FILE_BYTES / 2 ** 20} MiB; split it into modules`;
  return diagnostic(error, { file, ...at }, message);
}
