import { extname } from 'node:path';
import type { Files } from '../../app/import/ports.js';
import { unpackMochi } from '../../platform/apkg/unpack-mochi.js';

/** A package of Mochi's, media and all, is read up to this size, bytes (256 MiB). */
const MAX_PACKAGE_BYTES = 256 * 1024 * 1024;

/** Returns the files of the machine, but that of a package of Mochi's (`.mochi`) its text is read. */
export function withMochi(files: Files): Files {
  return {
    ...files,
    readBytes: (path, most) =>
      extname(path).toLowerCase() === '.mochi'
        ? unpackMochi(files.readBytes(path, MAX_PACKAGE_BYTES), path)
        : files.readBytes(path, most),
  };
}
