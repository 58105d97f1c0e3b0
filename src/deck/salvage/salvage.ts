import { type Diagnostic, type DiagnosticCode, diagnostic } from '../../model/diagnostic.js';
import { counted } from '../../model/text/counted.js';
import { Layers } from './layers.js';
import { repairMojibake } from './mojibake.js';
import { repairResidue } from './residue.js';
import { lineStarts, placeOf, type TextPlace } from './rewrite.js';
import { unflatten } from './unflatten.js';

export interface Salvaged {
  /** Ordinary module Markdown; the text that was given where nothing was damaged. */
  readonly text: string;
  readonly changed: boolean;
  readonly repaired: {
    /** Damaged sequences that were made right, for certain or by likely choice. */
    readonly encoding: number;
    /** Characters that cannot be known again; U+FFFD stands for each. */
    readonly lost: number;
    /** Leftovers of JSX that were taken out. */
    readonly residue: number;
    /** Line breaks had to be put back. */
    readonly flattened: boolean;
  };
  readonly diagnostics: readonly Diagnostic[];
  /** Returns where a place of `text` stood in the text that was given. All are 1-based. */
  placeOf(line: number, column: number): TextPlace;
}

interface Finding {
  readonly code: DiagnosticCode;
  /** Offset in the damaged text. */
  readonly at: number;
  readonly message: string;
}

const UNDAMAGED = { encoding: 0, lost: 0, residue: 0, flattened: false };
// What was saved in the wrong encoding once may have been so twice.
const ENCODING_PASSES = 2;
const CLEAN_COPY = '"viva convert" writes a clean copy';

/**
 * Mends a damaged text in three layers: letters shown in the wrong code page,
 * parts of modules that share a line, leftovers of JSX. Text that is right
 * comes back as it is. `file` only names it in diagnostics.
 */
export function salvage(file: string, text: string): Salvaged {
  const layers = new Layers(text);
  const findings: Finding[] = [];
  const encoding = repairEncoding(layers, findings);
  const flattened = repairBreaks(layers, findings);
  const residue = removeResidue(layers, findings);
  if (!layers.changed) {
    const samePlace = (line: number, column: number) => ({ line, column });
    return { text, changed: false, repaired: UNDAMAGED, diagnostics: [], placeOf: samePlace };
  }
  const original = lineStarts(text);
  const starts = lineStarts(layers.text);
  return {
    text: layers.text,
    changed: true,
    repaired: { ...encoding, residue, flattened },
    diagnostics: findings
      .sort((a, b) => a.at - b.at)
      .map(({ code, at, message }) =>
        diagnostic(code, { file, ...placeOf(original, at) }, message),
      ),
    placeOf: (line, column) => {
      const start = starts[line - 1] ?? layers.text.length;
      const offset = layers.originalOffset(start + column - 1);
      return placeOf(original, outsideLineEnd(text, offset));
    },
  };
}

/** An offset between `\r` and `\n` is in no column: the line ends before both. */
function outsideLineEnd(text: string, offset: number): number {
  const isWithin = text.charAt(offset) === '\n' && text.charAt(offset - 1) === '\r';
  return isWithin ? offset - 1 : offset;
}

function repairEncoding(layers: Layers, findings: Finding[]): { encoding: number; lost: number } {
  let encoding = 0;
  let first: number | undefined;
  for (let pass = 0; pass < ENCODING_PASSES; pass++) {
    const { edits, lost } = repairMojibake(layers.text);
    if (edits[0] === undefined) break;
    first ??= edits[0].at;
    encoding += edits.length - lost.length;
    for (const { at, message } of lost) {
      findings.push({ code: 'encoding-lost', at: layers.originalOffset(at), message });
    }
    layers.add(edits);
  }
  const lost = findings.length;
  if (first !== undefined && encoding > 0) {
    const message = `${counted(encoding, 'character')} saved in the wrong encoding repaired; ${CLEAN_COPY}`;
    findings.push({ code: 'encoding-repaired', at: first, message });
  }
  return { encoding, lost };
}

function repairBreaks(layers: Layers, findings: Finding[]): boolean {
  const breaks = unflatten(layers.text);
  if (breaks[0] === undefined) return false;
  findings.push({
    code: 'flattened',
    at: layers.originalOffset(breaks[0].at),
    message: `lost line breaks were restored, except within code and paragraphs; ${CLEAN_COPY}`,
  });
  layers.add(breaks);
  return true;
}

function removeResidue(layers: Layers, findings: Finding[]): number {
  const { edits, count, first } = repairResidue(layers.text);
  if (first === null) return 0;
  const message = `${counted(count, 'leftover')} of JSX, such as {" "}, removed; ${CLEAN_COPY}`;
  findings.push({ code: 'jsx-residue', at: layers.originalOffset(first), message });
  layers.add(edits);
  return count;
}
