import { dirname, join, parse } from 'node:path';
import { VivaError } from '../model/error.js';
import * as z from '../model/schema.js';
import { kindOf, readBytes, writeWhole } from './files.js';

/** What is not to be said each time. */
type Saying = 'welcome' | 'optimize';

const fileSchema = z.lazy(() => z.record(z.string(), z.number()));

/**
 * Says when something was said last, and remembers that it was: in a small file
 * beside the database (`viva-said.json`). A file that is damaged, or cannot be
 * written, is as good as none: it is said again then.
 */
export function sayings(database: string): {
  /** ms since 1970; null where it never was. */
  lastSaid(what: Saying): number | null;
  noteSaid(what: Saying, at: number): void;
} {
  const path = join(dirname(database), `${parse(database).name}-said.json`);
  return {
    lastSaid: (what) => read(path)[what] ?? null,
    noteSaid(what, at) {
      try {
        writeWhole(path, `${JSON.stringify({ ...read(path), [what]: at })}\n`);
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
