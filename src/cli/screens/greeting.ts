import type { Store } from '../../app/ports.js';
import { shownNotices } from '../../platform/shown-notices.js';
import type { Context } from '../contract/context.js';
import { greetingLines } from '../render/greeting.js';
import { isBundled } from '../shared/bundled.js';

/**
 * Returns what to say, once, to a person who begins with the bundled decks and has not reviewed
 * anything yet; nothing to others.
 */
export function greeting(context: Context, store: Store): string[] {
  const sources = store.sources();
  if (!sources.every((source) => isBundled(source, context))) return [];
  const said = shownNotices(context.paths.database);
  if (store.lastModule() !== null || said.lastShown('welcome') !== null) return [];
  said.noteShown('welcome', context.now());
  const cards = store.count({ kind: 'all' }, context.moment());
  const { newPerDay } = context.settings();
  return greetingLines({ cards, newPerDay, folder: context.paths.data });
}
