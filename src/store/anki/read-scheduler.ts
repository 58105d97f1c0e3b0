import type { Database } from 'better-sqlite3';
import * as z from '../../model/schema.js';

/** Anki's name for the version of its scheduler; what lacks it is of before there was a second one. */
const conf = z.object({ schedVer: z.optional(z.coerce.number()) });

/** Reads the version of the scheduler out of schema 11: JSON in the one row of "col". */
export function scheduler11(db: Database): 1 | 2 {
  return versionIn(db.prepare<[], string>('SELECT conf FROM col').pluck().get());
}

/** Reads it out of the table of settings that newer schemas have. */
export function modernScheduler(db: Database): 1 | 2 {
  const names = db
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck();
  if (!names.all().includes('config')) return 2;
  const value = db
    .prepare<[], Uint8Array | string>(
      `SELECT val FROM config NOT INDEXED WHERE "KEY" || '' = 'schedVer'`,
    )
    .pluck()
    .get();
  if (value === undefined) return 1;
  const text = typeof value === 'string' ? value : Buffer.from(value).toString('utf8');
  return versionIn(`{"schedVer":${text}}`);
}

function versionIn(json: string | undefined): 1 | 2 {
  try {
    const { schedVer = 1 } = conf.parse(JSON.parse(json ?? ''));
    return schedVer >= 2 ? 2 : 1;
  } catch {
    // A setting that cannot be read is no reason to leave the cards out.
    return 2;
  }
}
