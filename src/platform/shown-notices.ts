import { dirname, join, parse } from 'node:path';
import { VivaError } from '../model/error.js';
import * as z from '../model/schema.js';
import { kindOf, readBytes, writeWhole } from './files.js';

/** A notice that is not to be shown each time. */
type Notice = 'welcome' | 'optimize';

const fileSchema = z.lazy(() => z.record(z.string(), z.number()));

/**
 * Returns when notices were shown last, and remembers that they were: in a small file
 * beside the database (`viva-said.json`). A file that is damaged, or cannot be
 * written, is as good as none: they are shown again then.
 */
export function shownNotices(database: string): {
  /** ms since 1970; null where it never was. */
  lastShown(notice: Notice): number | null;
  noteShown(notice: Notice, at: number): void;
} {
  const path = join(dirname(database), `${parse(database).name}-said.json`);
  return {
    lastShown: (notice) => read(path)[notice] ?? null,
    noteShown(notice, at) {
      try {
        writeWhole(path, `${JSON.stringify({ ...read(path), [notice]: at })}\n`);
      } catch (error) {
        if (!(error instanceof VivaError)) throw error;
      }
    },
  };
}

function read(path: string): Readonly<Record<string, number>> {
  if (kindOf(path) === 'missing') return {};
  try {
    return fileSchema.parse(JSON.parse(new TextDecoder().decode(readBytes(path))));
  } catch {
    return {};
  }
}
