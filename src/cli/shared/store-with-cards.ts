import type { Store } from '../../app/ports.js';
import type { Context } from '../contract/context.js';
import { isBundledElsewhere } from './bundled.js';

/**
 * Opens the database for a command that looks at cards. The bundled decks are
 * imported first where nothing was ever imported, and once more where they were
 * read from another place: viva was moved, or its version then kept a copy of them.
 */
export async function storeWithCards(context: Context): Promise<Store> {
  const store = await context.store();
  await bringBundled(context, store);
  return store;
}

/** Imports the bundled decks into an open database, as `storeWithCards` does. */
export async function bringBundled(context: Context, store: Store): Promise<void> {
  const isMoved = () => store.sources().some((each) => isBundledElsewhere(each, context));
  // Where a sync has begun, its cards come from there, be it later.
  const isFirst = store.isEmpty() && store.syncState() === null;
  if (!isFirst && !isMoved()) return;
  const { importBundled } = await import('./bundled-import.js');
  importBundled(context, store);
}
