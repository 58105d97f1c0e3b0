import * as z from '../../model/schema.js';
import { readRepeated, textField } from './protobuf.js';

const NAMES = z.record(z.string(), z.string());
/** Numbers of ankitects/anki, proto/anki/import_export.proto: MediaEntries and MediaEntry. */
const ENTRIES = 1;
const NAME = 1;

/**
 * Reads a package's list of media, JSON or in newer packages a protobuf message. Returns by
 * their names which files of the package they are; nothing where it cannot be read: cards
 * come without them, too.
 */
export function readMediaList(list: Uint8Array, isModern: boolean): ReadonlyMap<string, string> {
  return new Map(isModern ? modernEntries(list) : oldEntries(list));
}

function modernEntries(list: Uint8Array): [name: string, file: string][] {
  return readRepeated(list, ENTRIES).map((entry, at) => [
    composed(textField(entry, NAME)),
    `${at}`,
  ]);
}

function oldEntries(list: Uint8Array): [name: string, file: string][] {
  try {
    const names = NAMES.parse(JSON.parse(Buffer.from(list).toString('utf8')));
    return Object.entries(names).map(([file, name]) => [composed(name), file]);
  } catch {
    return [];
  }
}

const composed = (name: string) => name.normalize('NFC');
