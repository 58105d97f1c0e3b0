import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createKeptLook } from '../../../../src/platform/sync/kept-look.js';
import { tempFolder } from '../../../support/home.js';

const FORMAT = { path: 'format.json', size: 20, blob: 'a'.repeat(40) };

test('what was seen and read is known to the next run, until the branch or the file moves', () => {
  const path = join(tempFolder(), 'look');
  const first = createKeptLook(path);
  expect(first.filesOf('1')).toBeNull();
  first.keep('1', [FORMAT]);
  first.keepContent(FORMAT, Buffer.from('{"id":"é"}'));
  const next = createKeptLook(path);
  expect(next.filesOf('1')).toEqual([FORMAT]);
  expect(next.filesOf('2')).toBeNull();
  expect(Buffer.from(next.content(FORMAT) ?? []).toString()).toBe('{"id":"é"}');
  next.keep('2', [FORMAT]);
  expect(Buffer.from(createKeptLook(path).content(FORMAT) ?? []).toString()).toBe('{"id":"é"}');
  const changed = { ...FORMAT, blob: 'b'.repeat(40) };
  next.keep('3', [changed]);
  expect(next.content(changed)).toBeNull();
  expect(next.content(FORMAT)).toBeNull();
});

test('a large file is not kept, and what cannot be read is none', () => {
  const path = join(tempFolder(), 'look');
  const look = createKeptLook(path);
  look.keep('1', [FORMAT]);
  look.keepContent({ ...FORMAT, size: 1_000_000 }, Buffer.alloc(1_000_000));
  expect(look.content(FORMAT)).toBeNull();
  const whole = readFileSync(path);
  for (const text of ['', '1', '1\0{', '1\0{\0', whole.subarray(0, -1)]) {
    writeFileSync(path, text);
    expect(createKeptLook(path).filesOf('1')).toBeNull();
  }
});
