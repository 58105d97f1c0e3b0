import type { AnkiPackages } from '../../app/import/ports.js';
import { packAnki } from '../../platform/apkg/pack.js';
import { checkPackageSize, unpackAnki } from '../../platform/apkg/unpack.js';
import { readAnkiCollection } from '../../store/anki/read-collection.js';
import { writeAnkiCollection } from '../../store/anki/write-collection.js';
import { picturesIn } from './package-pictures.js';

/** Anki packages: a zip of files, one of them a database. */
export const ANKI_PACKAGES: AnkiPackages = {
  checkSize: (bytes) => checkPackageSize(bytes),
  read(bytes) {
    const { database, mediaFiles } = unpackAnki(bytes);
    const pictures = (names: readonly string[]) => picturesIn(bytes, names);
    return { collection: readAnkiCollection(database), mediaFiles, pictures };
  },
  write: (collection, stamp, pictures) =>
    packAnki(writeAnkiCollection(collection, stamp), stamp.now, pictures),
};
