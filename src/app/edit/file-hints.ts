import { SHAPES } from '../../deck/shapes/decide.js';
import type { StoredCard } from '../../model/import.js';
import { findChoice, NOTHING_GIVEN } from '../import/choice.js';
import type { ReadingHints } from '../import/read-modules.js';
import { surroundingsOf } from '../import/surroundings.js';
import type { CollectionRoot, EditPorts } from './ports.js';
import { sourceCards } from './source-cards.js';

/**
 * How an import reads a file of a collection: with what was chosen for the collection, what
 * stands beside the file, and where it takes the shape of the others to find the `stored` cards,
 * in that.
 */
export function fileHints(
  { collection, file, text }: { collection: string; file: string; text: string },
  stored: readonly Pick<StoredCard, 'question'>[],
  { path }: CollectionRoot,
  { store, files }: Pick<EditPorts, 'store' | 'files'>,
): ReadingHints {
  const kept = store.keptChoice(collection);
  const { choice, defaults } = findChoice(NOTHING_GIVEN, { kind: 'path', path }, kept, files);
  const paths = store.filesOf(collection).map((record) => record.path);
  const around = surroundingsOf(path, paths, files.kindOf(path) === 'folder');
  const hintsIn = (prevailing: string | null): ReadingHints => ({
    around: around(file, prevailing),
    choice,
    defaults,
  });
  const findsAll = (hints: ReadingHints) => {
    const there = new Set(sourceCards(file, text, hints).map(({ card }) => card.question));
    return stored.every(({ question }) => there.has(question));
  };
  const alone = hintsIn(null);
  if (choice.shape !== null || findsAll(alone)) return alone;
  return SHAPES.map(({ name }) => hintsIn(name)).find(findsAll) ?? alone;
}
