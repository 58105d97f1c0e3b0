import { copyFileSync, cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDeviceId } from '../../../src/platform/device-file.js';
import { tempFolder } from '../../support/home.js';

function homeWithDevice() {
  const parent = tempFolder();
  const home = join(parent, 'home');
  mkdirSync(home);
  return { parent, home, id: readDeviceId(join(home, 'viva.db')) };
}

describe('the id of a device', () => {
  test('is random and stays', () => {
    const { home, id } = homeWithDevice();
    expect(id).toMatch(/^[0-9a-f]{20}$/);
    expect(readDeviceId(join(home, 'viva.db'))).toBe(id);
    expect(homeWithDevice().id).not.toBe(id);
  });

  test('stays where its folder is renamed', () => {
    const { parent, home, id } = homeWithDevice();
    renameSync(home, join(parent, 'moved'));
    expect(readDeviceId(join(parent, 'moved', 'viva.db'))).toBe(id);
  });

  test('does not go with a copy of the folder, and both keep theirs', () => {
    const { parent, home, id } = homeWithDevice();
    const copy = join(parent, 'copy');
    cpSync(home, copy, { recursive: true });
    const other = readDeviceId(join(copy, 'viva.db'));
    expect(other).not.toBe(id);
    // A program that keeps the two folders in step brings the file back.
    copyFileSync(join(copy, 'viva.db.device'), join(home, 'viva.db.device'));
    expect(readDeviceId(join(home, 'viva.db'))).toBe(id);
    expect(readDeviceId(join(copy, 'viva.db'))).toBe(other);
  });

  test('is each database’s own', () => {
    const { home, id } = homeWithDevice();
    expect(readDeviceId(join(home, 'other.db'))).not.toBe(id);
  });

  test.each(['', 'no JSON', '{"devices":[{"id":"x"}]}', '[]', '{"devices":null}'])(
    'is drawn again where the file says %j',
    (text) => {
      const { home } = homeWithDevice();
      writeFileSync(join(home, 'viva.db.device'), text);
      const id = readDeviceId(join(home, 'viva.db'));
      expect(readFileSync(join(home, 'viva.db.device'), 'utf8')).toContain(id);
      expect(readDeviceId(join(home, 'viva.db'))).toBe(id);
    },
  );
});
