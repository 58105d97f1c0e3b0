import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isLicenceFile, licenceName } from '../../../../src/app/import/licence.js';

describe('a licence', () => {
  test('is known by its text', () => {
    expect(licenceName(readFileSync('LICENSE', 'utf8'))).toBe('MIT');
    expect(licenceName('Apache License\n   Version 2.0, January 2004')).toBe('Apache-2.0');
    expect(licenceName('GNU GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007')).toBe('GPL-3.0');
    expect(licenceName('Attribution-ShareAlike 4.0 International')).toBe('CC-BY-SA-4.0');
    expect(licenceName('Creative Commons Attribution 4.0 International')).toBe('CC-BY-4.0');
    expect(licenceName('All rights reserved.')).toBeNull();
  });

  test('is in a file named so', () => {
    const names = ['LICENSE', 'licence.md', 'COPYING', 'UNLICENSE.txt'];
    expect(names.filter(isLicenceFile)).toEqual(names);
    expect(['licenses', 'LICENSE.exe', 'my-license.md'].filter(isLicenceFile)).toEqual([]);
  });
});
