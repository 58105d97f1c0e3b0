import { ownCollection } from '../../../app/edit/own-collection.js';
import type { CollectionRoot, EditPorts } from '../../../app/edit/ports.js';
import { isAddress } from '../../../app/import/address.js';
import type { Store } from '../../../app/ports.js';
import type { Context } from '../../contract/context.js';
import { isBundled } from '../bundled.js';
import { withMochi } from '../mochi-files.js';
import { snapshotFolder } from '../snapshots.js';

/** What the use cases that write cards need. */
export function editPorts(context: Context, store: Store): EditPorts {
  const { files, paths } = context;
  return {
    store,
    files: withMochi(files),
    folders: paths.writing,
    rootOf: (collection) => rootOf(collection, context, store),
    now: () => context.now(),
  };
}

/**
 * Where a collection is read from. The decks that come with viva, and what it
 * fetched from an address, are not the person's to change.
 */
export function rootOf(collection: string, context: Context, store: Store): CollectionRoot | null {
  const { paths, bundledDecks } = context;
  const { cards } = paths.writing;
  const sources = store.sources();
  const found = sources.find(({ name }) => name === collection);
  if (found === undefined) {
    return ownCollection(sources, cards) === collection ? { path: cards, isOwn: true } : null;
  }
  const { source } = found;
  if (source === null) return null;
  if (isBundled(found, context)) return { path: bundledDecks, isOwn: false };
  if (isAddress(source)) {
    return { path: snapshotFolder(source, context), address: source, isOwn: false };
  }
  return { path: source, isOwn: true };
}
