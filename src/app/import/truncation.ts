import { listTruncations } from '../../deck/check/list-truncation.js';
import type { CardDefect } from '../../model/card.js';
import type { DeckModule } from '../../model/module.js';
import { DAMAGED_KEY, MODULE_SHAPE, type ReadFile } from './read-modules.js';

const TRUNCATIONS: ReadonlySet<string> = new Set<CardDefect>([
  'answer-truncated',
  'question-truncated',
]);

/** Was damage found in a file, or was it written from one that was damaged? */
function isDamaged({ salvaged, modules }: ReadFile): boolean {
  return salvaged || modules.some(({ unknownKeys }) => unknownKeys[DAMAGED_KEY] === true);
}

/** A file and what was read of it. */
interface ListFile {
  readonly record: { readonly path: string };
  readonly read: ReadFile;
}

/** Returns what was read of a collection with the findings that texts break off, of lists of other layouts too. */
export function withAllTruncations<File extends ListFile>(files: readonly File[]): File[] {
  return files.map((file) => {
    const { record, read } = file;
    if (read.reading?.shape === MODULE_SHAPE) return file;
    const { modules, diagnostics } = listTruncations(record.path, read.modules);
    const all = [...read.diagnostics, ...diagnostics].sort((a, b) => a.line - b.line);
    return { ...file, read: { ...read, modules, diagnostics: all } };
  });
}

/**
 * Returns what was read of a collection without the findings that texts break
 * off, unless damage was found in it: right texts such as "True" or a command
 * end without a full stop, too.
 */
export function withProvenTruncations<File extends ListFile>(files: readonly File[]): File[] {
  if (files.some(({ read }) => isDamaged(read))) return withAllTruncations(files);
  return files.map((file) => ({ ...file, read: withoutTruncations(file.read) }));
}

function withoutTruncations(read: ReadFile): ReadFile {
  if (!read.diagnostics.some(({ code }) => TRUNCATIONS.has(code))) return read;
  return {
    ...read,
    diagnostics: read.diagnostics.filter(({ code }) => !TRUNCATIONS.has(code)),
    modules: read.modules.map(withWholeCards),
  };
}

function withWholeCards(module: DeckModule): DeckModule {
  return {
    ...module,
    cards: module.cards.map((card) => ({
      ...card,
      defects: card.defects.filter((defect) => !TRUNCATIONS.has(defect)),
    })),
  };
}
