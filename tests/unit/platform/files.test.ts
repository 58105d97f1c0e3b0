import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VivaError } from '../../../src/model/error.js';
import {
  findModuleFiles,
  readBytes,
  readChunks,
  writePieces,
  writeWhole,
} from '../../../src/platform/files.js';
import { tempFolder } from '../../support/home.js';

describe('findModuleFiles', () => {
  test('finds *.md and *.markdown, sorted, without hidden ones and node_modules', () => {
    const folder = tempFolder();
    for (const name of [
      'b.md',
      'a.MARKDOWN',
      'c.txt',
      '.hidden.md',
      'sub/d.md',
      'node_modules/e.md',
      '.git/f.md',
    ]) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), '');
    }
    mkdirSync(join(folder, 'folder.md'));
    const names = findModuleFiles(folder).map(({ path }) => path.slice(folder.length + 1));
    expect(names).toEqual(['a.MARKDOWN', 'b.md', 'sub/d.md']);
    const lists = findModuleFiles(folder, true).map(({ path }) => path.slice(folder.length + 1));
    expect(lists).toEqual(['a.MARKDOWN', 'b.md', 'c.txt', 'sub/d.md']);
  });

  test('does not follow a link to a folder round in circles', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.md'), '');
    symlinkSync(folder, join(folder, 'loop'));
    expect(findModuleFiles(folder)).toHaveLength(1);
  });
});

describe('writeWhole', () => {
  test('writes for the owner alone and leaves nothing beside', () => {
    const folder = tempFolder();
    const path = join(folder, 'new', 'file.json');
    writeWhole(path, 'one');
    writeWhole(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'new'))).toEqual(['file.json']);
  });

  test('leaves the old file when it cannot write the new one', () => {
    const folder = tempFolder();
    const blocked = join(folder, 'a file');
    writeFileSync(blocked, 'old');
    expect(() => writeWhole(join(blocked, 'x'), 'new')).toThrow(/cannot be used/);
    expect(readFileSync(blocked, 'utf8')).toBe('old');
    expect(existsSync(join(blocked, 'x'))).toBe(false);
  });
});

test('a missing file is said', () => {
  expect(() => readBytes('/no/such/file')).toThrow(/There is no file "\/no\/such\/file"/);
});

describe('writePieces', () => {
  test('writes piece after piece', () => {
    const path = join(tempFolder(), 'file');
    writePieces(path, ['one, ', 'zwei €, ', 'three']);
    expect(readFileSync(path, 'utf8')).toBe('one, zwei €, three');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('leaves the old file when the pieces end in an error', () => {
    const folder = tempFolder();
    const path = join(folder, 'file');
    writeFileSync(path, 'old');
    function* pieces() {
      yield 'new';
      throw new VivaError('database-damaged', 'It is damaged.', 'Mend it.');
    }
    expect(() => writePieces(path, pieces())).toThrow('It is damaged.');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

describe('readChunks', () => {
  test('gives all bytes of a file longer than a chunk', () => {
    const path = join(tempFolder(), 'file');
    const bytes = Buffer.alloc(2_600_000, 'abcdefg');
    writeFileSync(path, bytes);
    const chunks = Array.from(readChunks(path), (chunk) => Buffer.from(chunk));
    expect(chunks.length).toBeGreaterThan(1);
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  });

  test('says that a file is missing', () => {
    expect(() => readChunks('/no/such/file').next()).toThrow(/There is no file/);
  });
});
