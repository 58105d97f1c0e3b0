import { chmodSync, constants, copyFileSync, linkSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFile, syncFolder } from './new-file.js';

/** Made by scripts/build/empty-database.mjs, beside the programs; there is none beside the sources. */
const EMPTY = join(import.meta.dirname, 'empty.db');

/**
 * Makes a new database of a copy of the empty one: to run every migration takes ten times as long. It
 * appears under its name whole and on disk. Where that cannot be done, or the name is taken, nothing is
 * made: an empty file is a new database as well.
 */
export function copyEmptyDatabase(path: string, empty = EMPTY): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    copyFileSync(empty, beside, constants.COPYFILE_EXCL);
    chmodSync(beside, 0o600);
    syncFile(beside, 'r+');
    // A link fails where another viva has just made one; a rename would take its place.
    linkSync(beside, path);
    syncFolder(dirname(path));
  } catch {
    // What cannot be written at all is told when the file is opened.
  } finally {
    rmSync(beside, { force: true });
  }
}
