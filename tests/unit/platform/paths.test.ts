import { expect, test } from 'vitest';
import { findPaths } from '../../../src/platform/paths.js';

test('VIVA_HOME holds everything', () => {
  const { data, database, settings } = findPaths({ VIVA_HOME: '/v' }, 'linux');
  expect([data, database, settings]).toEqual(['/v', '/v/viva.db', '/v/config.json']);
});

test('Linux follows XDG, and ignores a relative folder as XDG says', () => {
  const env = { XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: 'relative' };
  const paths = findPaths(env, 'linux');
  expect(paths.database).toBe('/data/viva/viva.db');
  expect(paths.settings).toMatch(/\/\.config\/viva\/config\.json$/);
});

test('--db names another database', () => {
  expect(findPaths({ VIVA_HOME: '/v' }, 'darwin', '/other.db').database).toBe('/other.db');
});

test('macOS has one folder for both', () => {
  const { data, settings } = findPaths({}, 'darwin');
  expect(data).toMatch(/Library\/Application Support\/viva$/);
  expect(settings.startsWith(data)).toBe(true);
});
