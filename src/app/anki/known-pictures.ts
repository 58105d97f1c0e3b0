import { dirname, join } from 'node:path';
import { encodePath } from '../../deck/html/address.js';
import type { Moment } from '../../model/moment.js';
import type { Cards } from '../cards/ports.js';
import type { AnkiPackage, Files } from '../import/ports.js';
import { bringPictures, fileName } from './new-pictures.js';
import type { KnownCard } from './recognise.js';

/**
 * Brings pictures that cards which came from Anki before refer to, and that are not beside them:
 * an earlier package may have been without media. Returns how many. With `dryRun` none is written.
 */
export function bringMissingPictures(
  known: readonly KnownCard[],
  inside: Pick<AnkiPackage, 'pictures'>,
  writing: { readonly files: Files; readonly dryRun: boolean },
  { store, moment }: { readonly store: Cards; readonly moment: Moment },
): number {
  const wanted = new Map<string, Set<string>>();
  for (const { converted, name } of known) {
    if (converted.isOwn || name.retired || converted.media.length === 0) continue;
    const card = store.get(name.standsFor, moment)?.card;
    if (card === undefined || card.file === null) continue;
    const folder = dirname(card.file);
    const text = `${card.question}\n${card.answer}`;
    const missing = converted.media.filter(
      (reference) =>
        text.includes(`(${encodePath(reference)})`) &&
        writing.files.kindOf(join(folder, fileName(reference))) === 'missing',
    );
    if (missing.length > 0) {
      wanted.set(folder, new Set([...(wanted.get(folder) ?? []), ...missing]));
    }
  }
  return [...wanted].reduce(
    (sum, [folder, references]) =>
      sum + bringPictures(folder, [...references], inside, writing).names.size,
    0,
  );
}
