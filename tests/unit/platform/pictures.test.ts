import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pictureSize } from '../../../src/platform/picture-size.js';
import { findPicture } from '../../../src/platform/pictures.js';
import { pngOf } from '../../support/png.js';

const home = mkdtempSync(join(tmpdir(), 'viva-pictures-'));
afterAll(() => rmSync(home, { recursive: true }));
const root = join(home, 'notes');
const file = join(root, 'a', 'card.md');
const png = pngOf(3, [[1, 2, 3, 255]]);
mkdirSync(join(root, 'a', 'img'), { recursive: true });
for (const path of ['a/img/x y.png', 'top.png', '../outside.png', 'a/p?.png']) {
  writeFileSync(join(root, path), png);
}
writeFileSync(join(root, 'a', 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
writeFileSync(file, '# A card');
writeFileSync(join(root, 'a', 'text.png'), 'no picture');
symlinkSync(join(home, 'outside.png'), join(root, 'a', 'link.png'));
symlinkSync(home, join(root, 'a', 'up'));

describe('a picture is found', () => {
  test.each([
    ['img/x y.png', 'a/img/x y.png'],
    ['img/x%20y.png?raw=true', 'a/img/x y.png'],
    ['../top.png', 'top.png'],
    ['/top.png', 'top.png'],
  ])('%s', (source, path) => {
    expect(findPicture(source, file, root)).toEqual({
      ...{ path: join(root, path), kind: 'png', width: 3, height: 1, bytes: png.length },
    });
  });

  test('beside a file that is a collection by itself', () => {
    expect(findPicture('img/x y.png', file, file)?.path).toBe(join(root, 'a/img/x y.png'));
    expect(findPicture('../top.png', file, file)).toBeNull();
  });
});

test.each([
  '../../outside.png',
  '/../outside.png',
  'link.png',
  'up/outside.png',
  '..%2f..%2foutside.png',
  'drawing.svg',
  'text.png',
  'missing.png',
  '.',
  '%zz',
  'a\u0000.png',
])('%j is none', (source) => {
  expect(findPicture(source, file, root)).toBeNull();
});

test('each kind is known by its first bytes', () => {
  const gif = Buffer.from('474946383961070005000000', 'hex');
  const jpeg = Buffer.from('ffd8ffe000040000ffc00011080005000703', 'hex');
  const webp = Buffer.from(`RIFF0000WEBPVP8X${'\0'.repeat(8)}\x06\0\0\x04\0\0`, 'latin1');
  for (const [kind, head] of Object.entries({ gif, jpeg, webp })) {
    expect(pictureSize(head)).toEqual({ kind, width: 7, height: 5 });
  }
  expect(pictureSize(pngOf(0, []))).toBeNull();
  expect(pictureSize(Buffer.alloc(0))).toBeNull();
});
