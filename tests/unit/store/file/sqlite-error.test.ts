import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { VivaError } from '../../../../src/model/error.js';
import { explainStorageError } from '../../../../src/store/file/sqlite-error.js';

const failure = (code: string) => Object.assign(new Error('as SQLite says it'), { code });

describe('explainStorageError', () => {
  test.each([
    ['SQLITE_BUSY', 'database-locked'],
    ['SQLITE_BUSY_SNAPSHOT', 'database-locked'],
    ['SQLITE_LOCKED', 'database-locked'],
    ['SQLITE_FULL', 'database-full'],
    ['ENOSPC', 'database-full'],
    ['SQLITE_CORRUPT', 'database-damaged'],
    ['SQLITE_CORRUPT_VTAB', 'database-damaged'],
    ['SQLITE_NOTADB', 'database-damaged'],
    ['SQLITE_READONLY', 'data-folder-unwritable'],
    ['SQLITE_CANTOPEN', 'data-folder-unwritable'],
    ['EACCES', 'data-folder-unwritable'],
    ['EROFS', 'data-folder-unwritable'],
    ['SQLITE_IOERR_FSYNC', 'database-failed'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'database-failed'],
  ])('%s is %s', (code, expected) => {
    const cause = failure(code);
    const error = explainStorageError(cause, '/data/viva.db');
    expect(error).toBeInstanceOf(VivaError);
    expect(error).toMatchObject({ code: expected, cause });
    expect((error as VivaError).message).toMatch(/\/data\/viva\.db.*\(as SQLite says it\)\.$/);
    expect((error as VivaError).hint).not.toBe('');
  });

  test.each(['ENOTDIR', 'EEXIST', 'EISDIR'])(
    '%s says that something else is in the way',
    (code) => {
      const error = explainStorageError(failure(code), '/data/viva.db') as VivaError;
      expect(error.code).toBe('data-folder-unwritable');
      expect(error.hint).toMatch(/in the way/);
      expect(error.hint).not.toMatch(/writable/);
    },
  );

  test('a JSON column that does not fit is damage', () => {
    const cause = z.array(z.string()).safeParse([1]).error;
    expect(explainStorageError(cause, '/data/viva.db')).toMatchObject({ code: 'database-damaged' });
  });

  test('a damaged database names the command that recovers it', () => {
    const error = explainStorageError(failure('SQLITE_CORRUPT'), '/data/viva.db') as VivaError;
    expect(error.hint).toContain('viva doctor --repair');
  });

  test.each([
    ['a VivaError', new VivaError('card-unknown', 'There is no card x.', 'Look again.')],
    ['a bug', new TypeError('x is not a function')],
    ['something thrown that is no error', 'text'],
  ])('%s comes back as it is', (_, error) => {
    expect(explainStorageError(error, '/data/viva.db')).toBe(error);
  });

  test('content that SQLite cannot make sense of is for the doctor', () => {
    const error = failure('SQLITE_ERROR');
    const explained = explainStorageError(error, '/data/viva.db');
    expect(explained).toMatchObject({ code: 'database-failed', cause: error });
    expect(explained).toMatchObject({ hint: expect.stringContaining('viva doctor') });
  });
});
