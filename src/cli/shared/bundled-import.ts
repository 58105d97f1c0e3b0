import { importDecks } from '../../app/import/import.js';
import { moveOwnDecks } from '../../app/import/move-own-decks.js';
import type { Library } from '../../app/import/ports.js';
import type { ImportRoot } from '../../app/import/sources.js';
import type { Store } from '../../app/ports.js';
import type { Context } from '../contract/context.js';
import { progressBar } from '../render/progress.js';
import { BUNDLED_COLLECTION, ownDecksFolder } from './bundled.js';

/**
 * The bundled decks as a root of import. They are read where viva is installed;
 * what the person made of them lies over them.
 */
export function bundledRoot(
  context: Pick<Context, 'bundledDecks' | 'paths' | 'files' | 'now'>,
  store: Library,
): { readonly root: ImportRoot; readonly as: string } {
  const { bundledDecks: bundled, paths, files } = context;
  const { edits } = paths.writing;
  const places = { bundled, own: ownDecksFolder(context), edits };
  moveOwnDecks({ ...places, collection: BUNDLED_COLLECTION, now: context.now() }, store, files);
  return { root: { kind: 'path', path: bundled }, as: BUNDLED_COLLECTION };
}

/** Imports the bundled decks; a bar on the terminal tells of it where it takes long. */
export function importBundled(context: Context, store: Store): void {
  const bar = progressBar(context, 'importing the bundled decks');
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
