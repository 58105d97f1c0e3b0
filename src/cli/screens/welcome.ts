import { importDecks } from '../../app/import/import.js';
import type { Store } from '../../app/ports.js';
import type { Context } from '../contract/context.js';
import { progressBar } from '../render/progress.js';
import { bundledRoot, isBundledElsewhere } from '../shared/bundled.js';

/**
 * Imports the bundled decks where nothing was ever imported, and once more
 * where they were read from another place: viva was moved, or its version then
 * kept a copy of them.
 */
export async function welcome(context: Context, store: Store): Promise<void> {
  const sources = store.sources();
  if (sources.length > 0 && !sources.some((each) => isBundledElsewhere(each, context))) return;
  const bar = progressBar(context.stderr, 'reading the bundled decks');
  try {
    importDecks(
      {
        ...bundledRoot(context, store),
        dryRun: false,
        edits: context.paths.writing.edits,
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
