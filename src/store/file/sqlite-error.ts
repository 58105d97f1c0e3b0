import { type ErrorCode, VivaError } from '../../model/error.js';
import * as z from '../../model/schema.js';

interface Explanation {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

/** A cause is looked up by the beginning of its code, so that SQLITE_IOERR_WRITE is SQLITE_IOERR. */
type Causes = readonly (readonly [
  codes: readonly string[],
  explain: (path: string) => Explanation,
])[];

const CAUSES: Causes = [
  [['SQLITE_BUSY', 'SQLITE_LOCKED'], locked],
  [['SQLITE_FULL', 'ENOSPC', 'EDQUOT'], full],
  [['SQLITE_CORRUPT', 'SQLITE_NOTADB'], damaged],
  [
    [
      ...['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_AUTH'],
      ...['EACCES', 'EPERM', 'EROFS', 'ENOENT'],
    ],
    unwritable,
  ],
  [['ENOTDIR', 'EISDIR', 'EEXIST'], inTheWay],
  [
    ['SQLITE_ERROR', 'SQLITE_SCHEMA', 'SQLITE_MISUSE', 'SQLITE_INTERNAL', 'SQLITE_MISMATCH'],
    confused,
  ],
  [['SQLITE_IOERR', 'SQLITE_NOMEM', 'SQLITE_PROTOCOL', 'SQLITE_CONSTRAINT', 'EIO'], failed],
];

/**
 * Takes whatever a storage call threw and the path of the database; returns the
 * VivaError a person can act on. Errors that are not the storage's own, a bug
 * of ours say, come back as they are.
 */
export function explainStorageError(error: unknown, path: string): unknown {
  if (error instanceof VivaError || !(error instanceof Error)) return error;
  // A column of JSON that is none, or of another shape.
  if (error instanceof z.$ZodError || error instanceof SyntaxError)
    return explained(damaged(path), error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (isContentError(error, code)) return explained(damaged(path), error);
  const cause = CAUSES.find(([codes]) => codes.some((known) => code.startsWith(known)));
  return cause === undefined ? error : explained(cause[1](path), error);
}

/** Returns the error for a database that is damaged, whatever it was that showed it. */
export function databaseDamaged(path: string, cause: unknown): VivaError {
  return explained(damaged(path), cause instanceof Error ? cause : new Error(String(cause)));
}

/** Our statements are fixed: where SQLite cannot make sense of what they meet, that is damage. */
const CONTENT =
  /^(invalid fts5|malformed|no such (table|column|index|view)|vtable|fts5:|database schema)/;

function isContentError(error: Error, code: string): boolean {
  return code === 'SQLITE_ERROR' && CONTENT.test(error.message);
}

function explained(why: Explanation, cause: Error): VivaError {
  return new VivaError(why.code, `${why.message} (${cause.message}).`, why.hint, { cause });
}

function locked(path: string): Explanation {
  return {
    code: 'database-locked',
    message: `Another program is writing to ${path}`,
    hint: 'Finish the other viva (an import, a review that is saving), then try again; nothing was changed.',
  };
}

function full(path: string): Explanation {
  return {
    code: 'database-full',
    message: `The disk of ${path} is full`,
    hint: 'Free some space, then try again; everything saved before is safe.',
  };
}

function damaged(path: string): Explanation {
  return {
    code: 'database-damaged',
    message: `${path} is damaged or not a viva database`,
    hint: 'Run "viva doctor --repair": it recovers what can be read, with the newest backup, and keeps the damaged file; "viva restore" lists the backups.',
  };
}

function unwritable(path: string): Explanation {
  return {
    code: 'data-folder-unwritable',
    message: `viva cannot write its database ${path}`,
    hint: 'Make the folder writable for you, or choose another one with --db FILE or the environment variable VIVA_HOME.',
  };
}

function inTheWay(path: string): Explanation {
  return {
    ...unwritable(path),
    hint: 'A file is in the way of a folder, or a folder of the file: choose another place with --db FILE or the environment variable VIVA_HOME.',
  };
}

function failed(path: string): Explanation {
  return {
    code: 'database-failed',
    message: `Reading or writing ${path} failed; nothing was changed`,
    hint: 'Check the disk and try again; with --debug viva shows the details.',
  };
}

function confused(path: string): Explanation {
  return {
    code: 'database-failed',
    message: `SQLite failed on ${path}; nothing was changed`,
    hint: 'Run "viva doctor": it says whether the database is damaged, and can repair it. If it is not, please report this with the output of --debug.',
  };
}
