import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { PictureFile } from '../model/picture.js';
import { pictureSize } from './picture-size.js';

/** Larger ones are not looked at. */
const MAX_BYTES = 20 * 1024 * 1024;
/** So much tells what a picture is, and how large: in a JPEG that stands behind its notes. */
const HEAD_BYTES = 256 * 1024;

/**
 * Finds the picture that a card names by a path, which counts from its file, or with a slash
 * before it from the root of its collection. Null where there is none, where it lies
 * elsewhere (by a link, too), and for a file that is no picture: an SVG can hold programs.
 */
export function findPicture(source: string, file: string, root: string): PictureFile | null {
  try {
    const folder = statSync(root).isDirectory() ? root : dirname(root);
    const named = decodeURIComponent(source.replace(/[?#].*$/, ''));
    const start = named.startsWith('/') ? folder : dirname(file);
    const path = realpathSync(join(start, named));
    if (!path.startsWith(realpathSync(folder) + sep)) return null;
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > MAX_BYTES) return null;
    const size = pictureSize(headOf(path));
    return size === null ? null : { ...size, path, bytes: stats.size };
  } catch {
    // No file, no right to read it, or a name that none can have.
    return null;
  }
}

function headOf(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(handle, head));
  } finally {
    closeSync(handle);
  }
}
