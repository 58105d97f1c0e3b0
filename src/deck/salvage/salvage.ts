import { type Diagnostic, diagnostic } from '../../model/diagnostic.js';
import { repairMojibake } from './mojibake.js';
import { residueEdits } from './residue.js';
import { type Edit, lineStarts, type Place, placeOf, rewrite } from './rewrite.js';
import { isFlattened, unflatten } from './unflatten.js';

export interface Salvaged {
  /** Ordinary module Markdown; the text that was given where nothing was damaged. */
  readonly text: string;
  readonly changed: boolean;
  readonly repaired: {
    /** Damaged sequences that were made right. */
    readonly encoding: number;
    /** Characters that cannot be known again; U+FFFD stands for each. */
    readonly lost: number;
    /** Leftovers of JSX that were taken out. */
    readonly residue: number;
    /** Line breaks had to be put back. */
    readonly flattened: boolean;
  };
  readonly diagnostics: readonly Diagnostic[];
  /** Gives where a place of `text` stood in the text that was given. Both are 1-based. */
  placeOf(line: number, column: number): Place;
}

const UNDAMAGED = { encoding: 0, lost: 0, residue: 0, flattened: false };

/**
 * Mends a damaged text in three layers: letters shown in the wrong code page,
 * parts of modules that share a line, leftovers of JSX. Text that is right
 * comes back as it is. `file` only names it in diagnostics.
 */
export function salvage(file: string, text: string): Salvaged {
  const encoding = repairMojibake(text);
  const decoded = rewrite(text, encoding.edits);
  const flattened = isFlattened(decoded.text);
  const lines = rewrite(decoded.text, flattened ? unflatten(decoded.text) : []);
  const residue = residueEdits(lines.text);
  const clean = rewrite(lines.text, residue);
  const changed = encoding.edits.length > 0 || flattened || residue.length > 0;
  if (!changed) return { text, changed, repaired: UNDAMAGED, diagnostics: [], placeOf: samePlace };
  const lost = encoding.lost.length;
  const original = lineStarts(text);
  const starts = lineStarts(clean.text);
  const toOriginal = (offset: number) =>
    placeOf(original, decoded.originalOffset(lines.originalOffset(clean.originalOffset(offset))));
  const repaired = {
    encoding: encoding.edits.length - lost,
    lost,
    residue: residue.length,
    flattened,
  };
  const firstResidue =
    residue[0] &&
    originalOf(residue[0], (at) => decoded.originalOffset(lines.originalOffset(at)), original);
  return {
    text: clean.text,
    changed,
    repaired,
    diagnostics: findings(file, { repaired, encoding, original, firstResidue }),
    placeOf: (line, column) => toOriginal((starts[line - 1] ?? clean.text.length) + column - 1),
  };
}

function samePlace(line: number, column: number): Place {
  return { line, column };
}

function originalOf(
  edit: Edit,
  offsetOf: (at: number) => number,
  original: readonly number[],
): Place {
  return placeOf(original, offsetOf(edit.at));
}

interface Found {
  readonly repaired: Salvaged['repaired'];
  readonly encoding: ReturnType<typeof repairMojibake>;
  readonly original: readonly number[];
  readonly firstResidue: Place | undefined;
}

function findings(
  file: string,
  { repaired, encoding, original, firstResidue }: Found,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const [firstEdit] = encoding.edits;
  if (firstEdit !== undefined && repaired.encoding > 0) {
    const place = placeOf(original, firstEdit.at);
    found.push(
      diagnostic(
        'encoding-repaired',
        { file, ...place },
        `${repaired.encoding} characters shown in the wrong encoding were repaired while reading; "viva convert" writes a clean copy`,
      ),
    );
  }
  for (const { at, message } of encoding.lost) {
    found.push(diagnostic('encoding-lost', { file, ...placeOf(original, at) }, message));
  }
  if (repaired.flattened) {
    found.push(
      diagnostic(
        'flattened',
        { file, line: 1, column: 1 },
        'line breaks were lost and have been put back while reading; "viva convert" writes a clean copy',
      ),
    );
  }
  if (firstResidue !== undefined) {
    found.push(
      diagnostic(
        'jsx-residue',
        { file, ...firstResidue },
        `${repaired.residue} leftovers of JSX were left out while reading; "viva convert" writes a clean copy`,
      ),
    );
  }
  return found;
}
