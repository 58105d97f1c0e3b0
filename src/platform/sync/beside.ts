import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SyncFolder } from '../../app/sync/ports.js';
import { kindOf, readBytes, writeWhole } from '../files.js';

/** Makes the access to what is kept beside a database for syncing; `alone` holds the lock. */
export function besideDatabase(database: string, alone: SyncFolder['alone']): SyncFolder {
  const folder = `${database}.sync`;
  const outbox = join(folder, 'outbox');
  const keyFile = join(folder, 'key');
  return {
    outbox: () =>
      kindOf(outbox) === 'folder'
        ? readdirSync(outbox).filter((name) => name.endsWith('.jsonl'))
        : [],
    readOutbox: (name) => readBytes(join(outbox, name)),
    putOutbox: (name, bytes) => writeWhole(join(outbox, `${name}.jsonl`), bytes),
    dropOutbox: (name) => rmSync(join(outbox, name), { force: true }),
    key() {
      if (kindOf(keyFile) !== 'file') return null;
      return new TextDecoder().decode(readBytes(keyFile)).trim();
    },
    setKey(key) {
      if (key === null) rmSync(keyFile, { force: true });
      else writeWhole(keyFile, `${key}\n`);
    },
    alone,
  };
}
