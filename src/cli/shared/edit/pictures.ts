import type { Store } from '../../../app/ports.js';
import type { Card } from '../../../model/card.js';
import type { PictureFile } from '../../../model/picture.js';
import { findPicture } from '../../../platform/pictures.js';
import type { Context } from '../../contract/context.js';
import { rootOf } from './ports.js';

/** Returns what finds the picture that a card names by a path, within its collection alone. */
export function pictureFinder(
  context: Context,
  store: Store,
): (card: Card, source: string) => PictureFile | null {
  return (card, source) => {
    const root = rootOf(card.module.collection, context, store);
    if (root === null || card.file === null) return null;
    return findPicture(source, card.file, root.path);
  };
}
