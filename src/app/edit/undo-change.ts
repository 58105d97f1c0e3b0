import { readAgain, writeFiles } from './apply.js';
import { lastChange, refuseOvertaken } from './changes.js';
import type { EditPorts } from './ports.js';

/** What was taken back. */
export interface UndoneChange {
  /** As in "Undone: the edit of card 7k2p…". */
  readonly what: string;
  readonly files: readonly string[];
}

/**
 * Takes the newest change of files back, byte for byte, and reads their
 * collections again; null where there is none, or something was done in the
 * journal since `after` (ms since 1970; null for nothing): that comes first then.
 * Throws `file-changed` where one of the files was changed since.
 */
export function undoChange(after: number | null, ports: EditPorts): UndoneChange | null {
  const change = lastChange(ports);
  if (change === null || (after !== null && after > change.at)) return null;
  refuseOvertaken(change, ports);
  const back = change.files.map(({ path, before }) => ({
    path,
    before: ports.files.kindOf(path) === 'file' ? ports.files.readBytes(path) : null,
    after: before === null ? null : Buffer.from(before, 'base64'),
  }));
  writeFiles(back, ports);
  ports.files.remove(change.record);
  for (const collection of change.collections) readAgain(collection, ports);
  return { what: change.what, files: back.map(({ path }) => path) };
}
