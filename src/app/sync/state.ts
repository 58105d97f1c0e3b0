import { VivaError } from '../../model/error.js';
import type { SyncPorts } from './ports.js';

/** Returns where the database is synced to. Throws VivaError 'sync-off' where that is nowhere. */
export function requireState({ store }: Pick<SyncPorts, 'store'>) {
  const state = store.syncState();
  if (state !== null) return state;
  throw new VivaError(
    'sync-off',
    'This database is not synced.',
    'Start with "viva sync init ADDRESS": a git address or a folder.',
  );
}
