import { importDecks } from '../../app/import/import.js';
import type { Store } from '../../app/ports.js';
import type { Context } from '../contract/context.js';
import { progressBar } from '../render/progress.js';
import { bundledRoot, isFromPackage } from '../shared/bundled.js';

/**
 * Imports the bundled decks where nothing was ever imported, and once more
 * where an earlier viva took them from the installed package: edits of these
 * would go with the next upgrade.
 */
export async function welcome(context: Context, store: Store): Promise<void> {
  const sources = store.sources();
  if (sources.length > 0 && !sources.some((each) => isFromPackage(each, context))) return;
  const bar = progressBar(context.stderr, 'reading the bundled decks');
  try {
    importDecks(
      {
        ...bundledRoot(context),
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
