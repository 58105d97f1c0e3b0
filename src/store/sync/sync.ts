import type { Database } from 'better-sqlite3';
import type { SyncStore } from '../../app/sync/ports.js';
import type { MergeTarget } from '../archive/merge.js';
import { createSyncedSettings } from './settings.js';
import { createSyncState, isAnyUnsent } from './state.js';
import { takeBack, takeSegments } from './take.js';
import { pastTexts } from './texts.js';
import { everything, exportUnsent } from './unsent.js';

/** Makes the database's side of syncing; `target` makes what a merge writes to, when something is taken or sent. */
export function createSync(db: Database, target: () => MergeTarget): SyncStore {
  return {
    ...createSyncState(db),
    ...createSyncedSettings(db),
    takeSegments: (segments, now, pair) => takeSegments(db, target(), segments, { now, pair }),
    everything: () => everything(db, target().parameters),
    pastTexts: (card) => pastTexts(db, card),
    takeBack: (segment) => takeBack(db, target(), segment),
    exportUnsent: (write) => {
      if (isAnyUnsent(db)) exportUnsent(db, target().parameters, write);
    },
  };
}
