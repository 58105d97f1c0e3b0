import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupName, readBackupName } from '../../../../src/app/upkeep/backup-name.js';
import { studyDay } from '../../../../src/model/ids.js';

test('a name says the study day and why the backup was made', () => {
  expect(backupName('viva', 'automatic', studyDay(20_781))).toBe('viva-2026-11-24.db');
  expect(backupName('viva', 'manual', studyDay(20_781))).toBe('viva-2026-11-24-manual.db');
  expect(backupName('viva', 'before-restore', studyDay(20_781), 2)).toBe(
    'viva-2026-11-24-before-restore-2.db',
  );
});

test('a name that was given is read back', () => {
  const kind = fc.constantFrom('automatic' as const, 'manual' as const, 'before-restore' as const);
  const stem = fc.constantFrom('viva', 'my-cards', 'viva-2020-01-01', 'a.b');
  fc.assert(
    fc.property(stem, kind, fc.integer({ min: 0, max: 60_000 }), fc.nat(9), (s, k, day, n) => {
      const number = k === 'automatic' ? 1 : n + 1;
      const name = backupName(s, k, studyDay(day), number);
      expect(readBackupName(s, name)).toEqual({ name, kind: k, day });
    }),
  );
});

test.each([
  'viva.db',
  'other-2026-11-24.db',
  'viva-2026-11-24.db-wal',
  'viva-2026-13-24.db',
  'viva-2026-11-24-mine.db',
  'viva-2026-11-24-manual.txt',
])('%s is no backup of viva.db', (name) => {
  expect(readBackupName('viva', name)).toBeNull();
});
