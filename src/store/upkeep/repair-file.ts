import { copyFileSync, rmSync } from 'node:fs';
import type { Store } from '../../app/ports.js';
import type { RepairedFile } from '../../app/upkeep/ports.js';
import { VivaError } from '../../model/error.js';
import { explainStorageError } from '../file/sqlite-error.js';
import { replaceDamaged } from './restore.js';

/**
 * Makes a new database of a good backup (none: of nothing), adds what can be
 * read of the damaged one, checks it, and puts it in the place of the damaged
 * one, which is moved aside as it is. Until then nothing has changed.
 */
export function repairFile(
  database: string,
  backup: string | null,
  open: (path: string) => Store,
): RepairedFile {
  const fresh = `${database}.repairing`;
  try {
    clear(fresh);
    if (backup !== null) copyFileSync(backup, fresh);
    const taken = build(fresh, database, open);
    const movedTo = replaceDamaged(fresh, database);
    return { taken, movedTo, backup };
  } catch (error) {
    throw explainStorageError(error, database);
  } finally {
    clear(fresh);
  }
}

function build(path: string, damaged: string, open: (path: string) => Store) {
  const store = open(path);
  try {
    const taken = store.takeIn(damaged, false);
    if (store.isEmpty()) throw nothingLeft(damaged);
    const wrong = store.check();
    if (wrong.length === 0) return taken;
    throw new VivaError(
      'doctor-failed',
      `What could be recovered is inconsistent: ${wrong.join(' ')}`,
      'Nothing was changed. Restore a backup with "viva restore".',
    );
  } finally {
    store.close();
  }
}

function nothingLeft(damaged: string): VivaError {
  return new VivaError(
    'doctor-failed',
    `There is no good backup, and nothing in ${damaged} can be read.`,
    'It was left unchanged. If you move it away, viva starts a new database.',
  );
}

function clear(path: string): void {
  for (const companion of ['', '-wal', '-shm', '-journal'])
    rmSync(path + companion, { force: true });
}
