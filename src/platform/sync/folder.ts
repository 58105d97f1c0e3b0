import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { RemoteFile, Transport } from '../../app/sync/ports.js';
import { VivaError } from '../../model/error.js';
import { kindOf, readBytes, writeWhole } from '../files.js';

/** No deeper than viva's own files lie: the folder may hold anything else. */
const MAX_DEPTH = 4;
const OURS = /^(viva-sync\/)?(devices|log|log\/[0-9a-f]{20})$|^viva-sync$/i;

/** Makes the way to a folder that something else keeps in step with those of other machines. */
export function folderTransport(folder: string): Transport {
  return {
    async list() {
      requireFolder(folder);
      return listBelow(folder, '', MAX_DEPTH);
    },
    read: async (path) => readBytes(join(folder, path)),
    async publish({ write, remove }) {
      requireFolder(folder);
      for (const { path, bytes } of write) writeWhole(join(folder, path), bytes);
      for (const path of remove) rmSync(join(folder, path), { force: true });
      return true;
    },
  };
}

/** A drive that is not plugged in must not be taken for an empty folder. */
function requireFolder(folder: string): void {
  if (kindOf(folder) === 'folder') return;
  throw new VivaError(
    'sync-unreachable',
    `There is no folder "${folder}".`,
    'Connect the drive or start the program that syncs it, then run the command again.',
  );
}

function listBelow(root: string, below: string, depth: number): RemoteFile[] {
  const folder = join(root, below);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory() && depth > 0 && OURS.test(path)) {
      return listBelow(root, path, depth - 1);
    }
    return [{ path, size: sizeOf(`${folder}${sep}${entry.name}`) }];
  });
}

/** A file can go while it is looked at: the synchroniser is at work. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Makes a folder for a first sync where the one that it is to lie in is there. */
export function makeSyncFolder(folder: string): void {
  if (kindOf(folder) !== 'missing') return;
  requireFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
