import { importDecks } from '../../app/import/import.js';
import type { Store } from '../../app/ports.js';
import type { Context } from '../contract/context.js';
import { progressBar } from '../render/progress.js';
import { BUNDLED_COLLECTION } from '../shared/bundled.js';

/** Imports the bundled decks where nothing was ever imported. */
export async function welcome(context: Context, store: Store): Promise<void> {
  if (store.sources().length > 0) return;
  const bar = progressBar(context.stderr, 'reading the bundled decks');
  try {
    importDecks(
      {
        root: { kind: 'path', path: context.bundledDecks },
        as: BUNDLED_COLLECTION,
        dryRun: false,
        now: context.now(),
        progress: bar.show,
      },
      store,
      context.files,
    );
  } finally {
    bar.clear();
  }
}
