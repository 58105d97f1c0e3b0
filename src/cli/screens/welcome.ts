import { importDecks } from '../../app/import/import.js';
import type { Store } from '../../app/ports.js';
import { sayings } from '../../platform/said.js';
import type { Context } from '../contract/context.js';
import { greetingLines } from '../render/greeting.js';
import { progressBar } from '../render/progress.js';
import { bundledRoot, isBundledElsewhere } from '../shared/bundled.js';

/**
 * Imports the bundled decks where nothing was ever imported, and once more
 * where they were read from another place: viva was moved, or its version then
 * kept a copy of them. Returns whether it was for the first time.
 */
export async function welcome(context: Context, store: Store): Promise<boolean> {
  const sources = store.sources();
  if (sources.length > 0 && !sources.some((each) => isBundledElsewhere(each, context)))
    return false;
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
  return sources.length === 0;
}

/** What to say to somebody who begins, once; nothing to others. */
export function greeting(context: Context, store: Store, isFirst: boolean): string[] {
  const said = sayings(context.paths.database);
  if (!isFirst || said.lastSaid('welcome') !== null) return [];
  said.noteSaid('welcome', context.now());
  const cards = store.count({ kind: 'all' }, context.moment());
  const { newPerDay } = context.settings();
  return greetingLines({ cards, newPerDay, folder: context.paths.data });
}
