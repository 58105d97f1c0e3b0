import { statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import * as z from '../model/schema.js';
import { kindOf, readBytes, writeWhole } from './files.js';
import { randomSource } from './random.js';

const ID_BYTES = 10;
const ID = /^[0-9a-f]{20}$/;

/** A device as its file names it. */
const deviceSchema = z.lazy(() =>
  z.object({
    id: z.string().check(z.regex(ID)),
    /** For people: the host's name when the id was drawn. */
    name: z.string(),
    /** The folder in which it is this device's, by its number in the file system. */
    folder: z.string(),
  }),
);
const fileSchema = z.lazy(() => z.object({ devices: z.array(deviceSchema) }));

type Device = z.infer<typeof deviceSchema>;

/**
 * Returns the random id under which this device writes into a database; draws one
 * at the first time. It stands in a file beside the database, not in it, and
 * counts only in the folder it was drawn in: a copy, a restored or a synced
 * folder is another device. Whatever the host is called, it stays the same.
 */
export function readDeviceId(database: string): string {
  return readDevice(database).id;
}

/** The same with the device's name for people: that of the host when the id was drawn. */
export function readDevice(database: string): Omit<Device, 'folder'> {
  const folder = numberOf(dirname(database));
  const own = readDevices(fileOf(database)).find((device) => device.folder === folder);
  return own ?? renewDevice(database);
}

/** Draws a new id for this device: what was written under the old one is another's from now on. */
export function renewDevice(database: string): Omit<Device, 'folder'> {
  const folder = numberOf(dirname(database));
  const others = readDevices(fileOf(database)).filter((device) => device.folder !== folder);
  const id = Buffer.from(randomSource(ID_BYTES)).toString('hex');
  const own = { id, name: hostname(), folder };
  writeDevices(fileOf(database), [...others, own]);
  return own;
}

const fileOf = (database: string) => `${database}.device`;

function numberOf(folder: string): string {
  return String(statSync(folder, { bigint: true }).ino);
}

/** The file of one device as viva writes it, for which no schema need be loaded. */
const ONE_DEVICE =
  /^\{\s*"devices": \[\s*\{\s*"id": "([0-9a-f]{20})",\s*"name": "([\w .-]*)",\s*"folder": "(\d+)"\s*\}\s*\]\s*\}\s*$/;

/** One that says nothing, or not what it should, makes this a new device. */
function readDevices(path: string): Device[] {
  if (kindOf(path) !== 'file') return [];
  try {
    const text = new TextDecoder().decode(readBytes(path));
    const [, id, name, folder] = ONE_DEVICE.exec(text) ?? [];
    if (id !== undefined && name !== undefined && folder !== undefined)
      return [{ id, name, folder }];
    return fileSchema.parse(JSON.parse(text)).devices;
  } catch {
    return [];
  }
}

function writeDevices(path: string, devices: readonly Device[]): void {
  writeWhole(path, `${JSON.stringify({ devices }, null, 2)}\n`, 0o600);
}
