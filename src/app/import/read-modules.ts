import { parseDeckFile } from '../../deck/parse/file.js';
import { type Salvaged, salvage } from '../../deck/salvage/salvage.js';
import { decodeText, MAX_FILE_BYTES } from '../../deck/text/decode.js';
import { excessOf } from '../../deck/text/file-limits.js';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.js';
import type { DeckModule } from '../../model/module.js';

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
}

export const NOTHING_REPAIRED: Repaired = { encoding: 0, lost: 0, residue: 0 };

/**
 * Reads a module file's bytes: decode, salvage where it is damaged, parse.
 * Diagnostics point into the file as it is on disk, not as salvage mended it.
 */
export function readModules(file: string, bytes: Uint8Array): ReadFile {
  const decoded = decodeText(bytes);
  if ('error' in decoded) {
    const at = 'at' in decoded ? decoded.at : { line: 1, column: 1 };
    return unreadable(undecodable(file, decoded.error, at));
  }
  const excess = excessOf(decoded.text);
  if (excess !== null) {
    return unreadable(diagnostic('file-too-large', { file, ...excess.at }, excess.message));
  }
  const mended = salvage(file, decoded.text);
  const parsed = parseDeckFile(file, mended.text);
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

function unreadable(found: Diagnostic): ReadFile {
  return {
    modules: [],
    diagnostics: [found],
    repaired: NOTHING_REPAIRED,
    salvaged: false,
    text: '',
  };
}

function undecodable(
  file: string,
  error: 'not-utf8' | 'file-too-large',
  at: { line: number; column: number },
): Diagnostic {
  const message =
    error === 'not-utf8'
      ? 'the file is not UTF-8 text; save it as UTF-8, or leave it out'
      : `the file is larger than ${MAX_FILE_BYTES / 2 ** 20} MiB; split it into modules`;
  return diagnostic(error, { file, ...at }, message);
}
