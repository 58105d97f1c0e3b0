import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSource } from '../load-source.mjs';
import { DIST, inDist } from './options.mjs';

/**
 * Writes dist/empty.db, a database as all migrations make it, of which a person's first one is a copy;
 * see src/store/file/empty-database.ts.
 */
export async function buildEmptyDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'viva-build-'));
  try {
    const openStore = join(DIST, '..', 'src', 'store', 'open.ts');
    const source = await loadSource(folder, { openStore });
    const random = (bytes) => new Uint8Array(bytes);
    source.openStore({ path: inDist('empty.db'), device: 'build', random }).close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
