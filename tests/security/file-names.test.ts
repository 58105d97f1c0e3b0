import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTHING_GIVEN } from '../../src/app/import/choice.js';
import { convertDecks } from '../../src/app/import/convert.js';
import { moduleFileName } from '../../src/deck/write/file-name.js';
import * as files from '../../src/platform/files.js';
import { tempFolder } from '../support/home.js';
import { moduleText } from '../support/viva.js';

const nameOf = (title: string, number: number | null = null) =>
  moduleFileName({ title, number }, new Set());

/** As a file system sees a name that ignores case and the form of accents. */
const folded = (name: string) =>
  name.normalize('NFKD').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC');

describe('moduleFileName', () => {
  test.each([
    ['../../etc/passwd', 'etc-passwd.md'],
    ['/etc/passwd', 'etc-passwd.md'],
    ['C:\\Windows\\win.ini', 'c-windows-win-ini.md'],
    ['..', 'module.md'],
    ['.', 'module.md'],
    ['', 'module.md'],
    ['.bashrc', 'bashrc.md'],
    ['-rf *', 'rf.md'],
    ['~root', 'root.md'],
    ['$(touch x) `id` ; rm', 'touch-x-id-rm.md'],
    ['a\u0000b\nc\u001b[2Jd\u202ee', 'a-b-c-2jd-e.md'],
    ['CON', 'con-module.md'],
    ['nul.txt', 'nul-txt.md'],
    ['NUL', 'nul-module.md'],
    ['Com¹', 'com1-module.md'],
    ['file.md:stream', 'file-md-stream.md'],
    ['trailing. ', 'trailing.md'],
    ['\ud800', 'module.md'],
    ['ＣＯＮ', 'con-module.md'],
  ])('%j is %s', (title, name) => {
    expect(nameOf(title)).toBe(name);
  });

  test('whatever the title: one part of a path, short, of letters, digits and dashes', () => {
    const titles = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constantFrom(
        '漢'.repeat(300),
        '𠀀'.repeat(300),
        'ﷺ'.repeat(300),
        `${'a'.repeat(119)}漢字`,
      ),
      fc
        .array(fc.constantFrom('../', '..\\', '/', '\\', 'con', 'NUL', '.', ' ', ':', '%2e', '-'), {
          maxLength: 12,
        })
        .map((parts) => parts.join('')),
    );
    const numbers = fc.option(fc.maxSafeNat());
    fc.assert(
      fc.property(titles, numbers, (title, number) => {
        const name = nameOf(title, number);
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*\.md$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(name).not.toMatch(/\p{Surrogate}/u);
        expect(folded(name)).toBe(name.normalize('NFC'));
      }),
      { numRuns: 5000 },
    );
  });

  test('no two names are one to a file system that ignores case and accents', () => {
    const alike = [
      'Straße',
      'STRASSE',
      'STRAẞE',
      'strasse',
      'é',
      'e\u0301',
      'E',
      'ΑΣ b',
      'ΑΣ.b',
      'ας b',
      'ασ b',
    ];
    const more = [
      'a',
      'A',
      'a 2',
      'a-2',
      'ﬁ',
      'fi',
      'FI',
      'İ',
      'i',
      'ı',
      'ſ',
      's',
      'K',
      'k',
      'Å',
      'å',
    ];
    const titles = fc.array(fc.constantFrom(...alike, ...more), { maxLength: 20 });
    fc.assert(
      fc.property(titles, (list) => {
        const taken = new Set<string>();
        const names = list.map((title) => moduleFileName({ title, number: null }, taken));
        expect(new Set(names.map(folded)).size).toBe(list.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('convert writes into its folder and nowhere else', () => {
  function collection(folder: string, titles: readonly string[]): string {
    const path = join(folder, 'collection.md');
    const questions = [{ q: 'What is it?', a: 'It is that.' }];
    const texts = titles.map((title, at) =>
      moduleText(title, at, questions).replace(`number: ${at}\n`, ''),
    );
    writeFileSync(path, texts.join('\n'));
    return path;
  }

  const run = (file: string, folder: string, force = false) =>
    convertDecks({ path: file, folder, force, choice: NOTHING_GIVEN }, files);

  test('whatever the titles', () => {
    const folder = tempFolder();
    const titles = ['../../out', '/abs', 'CON', 'a/b', '..', 'Same', 'SAME', '漢'.repeat(200)];
    const { written } = run(collection(folder, titles), join(folder, 'out'));
    expect(written).toHaveLength(titles.length);
    expect(readdirSync(folder).sort()).toEqual(['collection.md', 'out']);
    expect(readdirSync(join(folder, 'out'))).toHaveLength(titles.length);
  });

  test('a link in the folder is not overwritten, wherever it leads', () => {
    for (const target of ['../secret', '../not-there']) {
      const folder = tempFolder();
      const out = join(folder, 'out');
      mkdirSync(out);
      writeFileSync(join(folder, 'secret'), 'mine');
      symlinkSync(target, join(out, 'alpha.md'));
      const file = collection(folder, ['Alpha']);
      expect(() => run(file, out)).toThrow(expect.objectContaining({ code: 'file-exists' }));
      expect(readlinkSync(join(out, 'alpha.md'))).toBe(target);
    }
  });

  test('with --force the link is replaced, and what it leads to stays', () => {
    const folder = tempFolder();
    const out = join(folder, 'out');
    mkdirSync(out);
    writeFileSync(join(folder, 'secret'), 'mine');
    symlinkSync('../secret', join(out, 'alpha.md'));
    symlinkSync('../secret', join(out, `.viva-${process.pid}.tmp`));
    run(collection(folder, ['Alpha']), out, true);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('mine');
    expect(readFileSync(join(out, 'alpha.md'), 'utf8')).toContain('title: "Alpha"');
    expect(readdirSync(out)).toEqual(['alpha.md']);
  });

  test('nothing is written where one name is taken', () => {
    const folder = tempFolder();
    const out = join(folder, 'out');
    mkdirSync(join(out, 'beta.md'), { recursive: true });
    expect(() => run(collection(folder, ['Alpha', 'Beta']), out)).toThrow(/already exists/);
    expect(existsSync(join(out, 'alpha.md'))).toBe(false);
  });
});
