import { describe, expect, test } from 'vitest';
import { loadSqlite } from '../../../../src/store/file/sqlite.js';
import { checkSqliteVersion, sqliteMissing } from '../../../../src/store/file/sqlite-support.js';

describe('checkSqliteVersion', () => {
  test.each([
    ['12.11.1', '20.20.2'],
    ['12.11.1', '22.1.0'],
    ['12.11.1', '26.0.0'],
    ['13.2.0', '22.1.0'],
    ['13.2.0', '24.21.0'],
    ['13.2.0', '26.0.0'],
  ])('takes better-sqlite3 %s on Node %s', (sqlite, node) => {
    expect(() => checkSqliteVersion(sqlite, node)).not.toThrow();
  });

  test.each([
    ['12.11.1', '24.21.0', 'better-sqlite3@13'],
    ['12.11.1', '25.0.0', 'better-sqlite3@13'],
    ['13.2.0', '20.20.2', 'better-sqlite3@12'],
  ])('refuses better-sqlite3 %s on Node %s and names %s', (sqlite, node, wanted) => {
    expect(() => checkSqliteVersion(sqlite, node)).toThrow(
      expect.objectContaining({
        code: 'sqlite-unsupported',
        message: `better-sqlite3 ${sqlite} crashes on Node ${node}.`,
        hint: expect.stringContaining(wanted),
      }),
    );
  });
});

test('loadSqlite looks at the version before it loads the native code', () => {
  const other = process.versions.node.startsWith('20.') ? '24.21.0' : '20.0.0';
  expect(() => loadSqlite(other)).toThrow(expect.objectContaining({ code: 'sqlite-unsupported' }));
});

test('sqliteMissing says why, in one line', () => {
  const error = sqliteMissing(new Error('Could not locate the bindings file. Tried:\n → a\n → b'));
  expect(error.code).toBe('sqlite-unsupported');
  expect(error.message).toMatch(/better-sqlite3: Could not locate the bindings file\.$/);
  expect(error.hint).toContain('npm rebuild better-sqlite3');
});
