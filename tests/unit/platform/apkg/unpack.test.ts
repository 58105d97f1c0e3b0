import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { PACKAGE_LIMITS } from '../../../../src/platform/apkg/limits.js';
import { packAnki } from '../../../../src/platform/apkg/pack.js';
import { unpackAnki } from '../../../../src/platform/apkg/unpack.js';
import { unpackMochi } from '../../../../src/platform/apkg/unpack-mochi.js';
import { unzstd } from '../../../../src/platform/apkg/unzstd.js';
import { zstdBomb, zstdFrame } from '../../../support/zstd-frame.js';

const DATA = strToU8('SQLite format 3\0 and so on '.repeat(20_000));
const isData = (bytes: Uint8Array) => Buffer.compare(bytes, DATA) === 0;
const SMALL = { ...PACKAGE_LIMITS, databaseBytes: 1000, entries: 3, ratioFrom: 100, ratio: 10 };

describe('a package', () => {
  test('comes out as it went in, and the same at the same time', () => {
    const packed = packAnki(DATA, 1_700_000_000_000);
    expect(isData(unpackAnki(packed).database)).toBe(true);
    expect(Buffer.compare(packAnki(DATA, 1_700_000_000_000), packed)).toBe(0);
  });

  test('gives the newest database in it, and counts its media', () => {
    const old = strToU8('please update Anki');
    const names = ['collection.anki2', 'collection.anki21', 'collection.anki21b'] as const;
    const both = zipSync({ [names[0]]: old, [names[1]]: DATA, 0: old, 1: old, media: old });
    expect(isData(unpackAnki(both).database)).toBe(true);
    expect(unpackAnki(both).mediaFiles).toBe(2);
    const all = zipSync({ [names[0]]: old, [names[1]]: old, [names[2]]: zstdFrame(DATA) });
    expect(isData(unpackAnki(all).database)).toBe(true);
    const stored = zipSync({ [names[2]]: [zstdFrame(DATA), { level: 0 }] });
    expect(isData(unpackAnki(stored).database)).toBe(true);
  });

  test.each([
    '../collection.anki2',
    '/etc/passwd',
    'a/../../b',
    'C:\\windows\\x',
    '..\\x',
    'a\u0000b',
    'nul:',
  ])('with a file named %j is refused', (name) => {
    const bytes = zipSync({ 'collection.anki2': DATA, [name]: DATA });
    expect(() => unpackAnki(bytes)).toThrow(expect.objectContaining({ code: 'path-unsafe' }));
  });

  test.each([
    ['no archive', strToU8('hello')],
    ['empty', new Uint8Array()],
    ['without a collection', zipSync({ media: strToU8('{}') })],
    ['cut off', packAnki(DATA, 1e12).subarray(0, -40)],
    ['with zstd that is none', zipSync({ 'collection.anki21b': DATA })],
    ['with zstd cut off', zipSync({ 'collection.anki21b': zstdFrame(DATA).subarray(0, 99_999) })],
  ])('that is %s is refused', (_, bytes) => {
    expect(() => unpackAnki(bytes)).toThrow(expect.objectContaining({ code: 'import-failed' }));
  });

  test('with damage at any place is refused or read, never worse', () => {
    const good = packAnki(DATA.subarray(0, 5000), 1e12);
    for (let at = 0; at < good.length; at++) {
      const bad = good.slice();
      bad[at] = (bad[at] ?? 0) ^ 0x55;
      try {
        expect(unpackAnki(bad).database.length).toBeLessThanOrEqual(PACKAGE_LIMITS.databaseBytes);
      } catch (error) {
        expect(error).toMatchObject({ name: 'VivaError' });
      }
    }
  });
});

describe('a package that wants too much', () => {
  const refused = (bytes: Uint8Array, limits = SMALL) =>
    expect(() => unpackAnki(bytes, limits)).toThrow(
      expect.objectContaining({ code: 'import-failed' }),
    );

  test('in itself is refused unread', () => {
    refused(packAnki(DATA, 1e12), { ...PACKAGE_LIMITS, packageBytes: 100 });
  });

  test('in files is refused', () => {
    refused(zipSync({ 'collection.anki2': strToU8('x'), 0: DATA, 1: DATA, 2: DATA }));
  });

  test('in its database is refused by what it says', () => {
    refused(zipSync({ 'collection.anki2': [strToU8('x'.repeat(1001)), { level: 0 }] }));
  });

  test('by its ratio is refused, media too: a zip bomb', () => {
    const bomb = new Uint8Array(8_000_000);
    refused(zipSync({ 'collection.anki2': bomb }), PACKAGE_LIMITS);
    refused(zipSync({ 'collection.anki2': DATA, 0: bomb }), PACKAGE_LIMITS);
  });

  test('but says little is stopped when more comes', () => {
    const honest = zipSync({ 'collection.anki2': new Uint8Array(8_000_000) });
    const lying = withSaidSize(honest, 500);
    expect(() => unpackAnki(lying)).toThrow('"collection.anki2" cannot be unpacked');
  });

  test('in zstd is stopped when more comes', () => {
    const bomb = zstdBomb(10_000);
    expect(bomb.length).toBeLessThan(50_000);
    refused(zipSync({ 'collection.anki21b': bomb }), PACKAGE_LIMITS);
  });
});

test("Node's own zstd is held to the same limit", () => {
  const tooLarge = Object.assign(new RangeError('too large'), { code: 'ERR_BUFFER_TOO_LARGE' });
  const most: number[] = [];
  const native = (_: Uint8Array, { maxOutputLength }: { maxOutputLength: number }) => {
    most.push(maxOutputLength);
    throw tooLarge;
  };
  expect(() => unzstd(new Uint8Array(20), SMALL, native)).toThrow('unpacks to more than 200 bytes');
  expect(most).toEqual([200]);
});

/** Changes the unpacked size that the archive's headers say of their one file. */
function withSaidSize(zip: Uint8Array, size: number): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  const central = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  view.setUint32(22, size, true);
  view.setUint32(central + 24, size, true);
  return bytes;
}

describe('a package of Mochi', () => {
  const text = strToU8('{"~:version":2}');

  test('gives its text, the newer one first', () => {
    const packed = zipSync({ 'data.edn': strToU8('{}'), 'data.json': text, 'a.png': DATA });
    expect(Buffer.compare(unpackMochi(packed, 'a.mochi'), text)).toBe(0);
    const old = zipSync({ 'data.edn': text });
    expect(Buffer.compare(unpackMochi(old, 'a.mochi'), text)).toBe(0);
  });

  test.each([
    ['no archive', strToU8('{}')],
    ['without a text', zipSync({ 'a.png': text })],
    ['with a name that leads out', zipSync({ '../data.json': text })],
    ['with a text that is too large', zipSync({ 'data.json': DATA })],
  ])('is refused: %s', (_, bytes) => {
    expect(() => unpackMochi(bytes, 'a.mochi', SMALL)).toThrow('no export of Mochi');
  });
});
