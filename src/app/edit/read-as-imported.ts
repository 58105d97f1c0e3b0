import { SHAPES } from '../../deck/shapes/decide.js';
import type { StoredCard } from '../../model/import.js';
import { findChoice, NOTHING_GIVEN } from '../import/choice.js';
import type { ReadingHints } from '../import/read-modules.js';
import { surroundingsOf } from '../import/surroundings.js';
import type { CollectionRoot, EditPorts } from './ports.js';
import { type SourceCard, sourceCards } from './source-cards.js';

/** A file's cards, and how it is read. */
interface ReadSource {
  readonly hints: ReadingHints;
  readonly all: readonly SourceCard[];
}

/**
 * Reads a file of a collection as an import does: with what was chosen for the collection, what
 * stands beside the file, and where it takes the shape of the others to find the `stored` cards,
 * in that.
 */
export function readAsImported(
  { collection, file, text }: { collection: string; file: string; text: string },
  stored: readonly Pick<StoredCard, 'question'>[],
  { path }: CollectionRoot,
  { store, files }: Pick<EditPorts, 'store' | 'files'>,
): ReadSource {
  const kept = store.keptChoice(collection);
  const { choice, defaults } = findChoice(NOTHING_GIVEN, { kind: 'path', path }, kept, files);
  const paths = store.filesOf(collection).map((record) => record.path);
  const around = surroundingsOf(path, paths, files.kindOf(path) === 'folder');
  const readIn = (prevailing: string | null): ReadSource => {
    const hints = { around: around(file, prevailing), choice, defaults };
    return { hints, all: sourceCards(file, text, hints) };
  };
  const alone = readIn(null);
  if (choice.shape !== null || findsAll(alone, stored)) return alone;
  for (const { name } of SHAPES) {
    const read = readIn(name);
    if (findsAll(read, stored)) return read;
  }
  return alone;
}

function findsAll({ all }: ReadSource, stored: readonly Pick<StoredCard, 'question'>[]): boolean {
  const there = new Set(all.map(({ card }) => card.question));
  return stored.every(({ question }) => there.has(question));
}
