import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Files } from '../../../../src/app/import/ports.js';
import { sortSources } from '../../../../src/app/import/sources.js';
import { VivaError } from '../../../../src/model/error.js';
import type { FileRecord } from '../../../../src/model/import.js';
import { LET_FILES_DECIDE } from '../../../../src/model/reading.js';
import { moduleText } from '../../../support/viva.js';

const ROOT = { kind: 'path', path: '/notes' } as const;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** A folder of files by name, all of one time; `readNow` lists those that are read. */
function folder(texts: Readonly<Record<string, string>>, mtimeMs = 1) {
  const readNow: string[] = [];
  const never = () => {
    throw new Error('not asked for here');
  };
  const textOf = (path: string) => texts[path.slice('/notes/'.length)] ?? '';
  const files: Files = {
    kindOf: () => 'folder',
    statFile: never,
    findModuleFiles: () =>
      Object.entries(texts).map(([name, text]) => ({
        path: `/notes/${name}`,
        size: Buffer.byteLength(text),
        mtimeMs,
      })),
    readBytes(path) {
      readNow.push(path);
      return Buffer.from(textOf(path));
    },
    hashBytes: (bytes) => hash(Buffer.from(bytes).toString()),
    writeAll: never,
    writeWhole: never,
    replaceFile: never,
    remove: never,
    namesIn: never,
    writePieces: never,
    readChunks: never,
  };
  return { files, readNow };
}

const record = (name: string, text: string, mtimeMs = 1): FileRecord => ({
  ...{ path: `/notes/${name}`, size: Buffer.byteLength(text), mtimeMs, hash: hash(text) },
});

const a = moduleText('A', 1, [{ q: 'Why a?', a: 'So.' }]);
const b = moduleText('B', 2, [{ q: 'Why b?', a: 'So.' }]);

describe('the files of a root', () => {
  test('do not fail for a damaged package among them', () => {
    const { files } = folder({ 'a.md': a, 'b.mochi': 'x' });
    const readBytes: Files['readBytes'] = (path) => {
      if (path.endsWith('.mochi')) throw new VivaError('import-failed', 'Damaged.', 'Export it.');
      return files.readBytes(path);
    };
    const { changed } = sortSources(ROOT, [], { ...files, readBytes });
    expect(changed.map(({ read }) => read.diagnostics.map(({ code }) => code))).toEqual([
      [],
      ['package-damaged'],
    ]);
    // It is read again the next time, changed or not.
    expect(changed[1]?.record.hash).toBe('');
  });

  test('that hold texts of whatever kind are passed over where they are no lists', () => {
    const { files } = folder({ 'a.md': a, 'notes.txt': 'flask==2\n', 'big.txt': '\0' });
    const { changed } = sortSources(ROOT, [], files);
    const severities = changed.flatMap(({ read }) => read.diagnostics.map(({ code }) => code));
    expect(severities).toEqual(['no-questions', 'no-questions']);
  });

  test('of the size and time they had are not read', () => {
    const { files, readNow } = folder({ 'a.md': a, 'b.md': b });
    const sorted = sortSources(ROOT, [record('a.md', a), record('b.md', b)], files);
    expect(readNow).toEqual([]);
    expect(sorted).toEqual({
      changed: [],
      unchanged: ['/notes/a.md', '/notes/b.md'],
      touched: [],
      gone: [],
    });
  });

  test('of another time are told by their content: touched, or changed and read', () => {
    const { files, readNow } = folder({ 'a.md': a, 'b.md': b }, 2);
    const known = [record('a.md', a), record('b.md', 'before'), record('c.md', 'gone')];
    const sorted = sortSources(ROOT, known, files);
    expect(readNow).toEqual(['/notes/a.md', '/notes/b.md']);
    expect(sorted.unchanged).toEqual(['/notes/a.md']);
    expect(sorted.touched).toEqual([record('a.md', a, 2)]);
    expect(sorted.gone).toEqual(['/notes/c.md']);
    expect(sorted.changed.map(({ record: { path } }) => path)).toEqual(['/notes/b.md']);
    const questions = sorted.changed.flatMap(({ read }) => read.modules[0]?.cards ?? []);
    expect(questions.map(({ question }) => question)).toEqual(['Why b?']);
  });

  test('are counted as they are read, those that need no reading left out', () => {
    const { files } = folder({ 'a.md': a, 'b.md': b, 'c.md': a });
    const seen: number[][] = [];
    sortSources(ROOT, [record('a.md', a)], files, {
      choice: LET_FILES_DECIDE,
      progress: (done, total) => seen.push([done, total]),
    });
    expect(seen).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
});

describe("a page with a title is viva's own where little speaks for a list", () => {
  const page = (...headings: string[]) =>
    `---\ntitle: T\n---\n\n${headings.map((text, n) => `## ${text}\n\nIt ${n}.`).join('\n\n')}\n`;
  const shapeOf = (text: string) => {
    const { changed } = sortSources(ROOT, [], folder({ 'a.md': text }).files);
    return changed.map(({ read }) => [read.reading?.shape, read.reading?.cards]);
  };

  test('one question of many has a mark', () => {
    const text = page('What is a?', 'What is b?', '⭐️ What is c?', 'What is d?');
    expect(shapeOf(text)).toEqual([['heading', 4]]);
  });

  test('all have one', () => {
    expect(shapeOf(page('⭐️ What is a?', '⭐️ What is b?'))).toEqual([['module', 2]]);
  });

  test('one has an id of its own', () => {
    const text = page('What is a?', 'What is b?', '⭐️ What is c? <!-- id: c -->', 'What is d?');
    expect(shapeOf(text)).toEqual([['module', 1]]);
  });
});

test('a file that is read like most beside it is so when it alone has changed', () => {
  const list = '> What is a?\n\nIt.\n\n> What is b?\n\nIs.\n\n> What is c?\n\nSo.\n';
  const odd = '> What is d?\n\nIt.\n\n## More\n\nText.\n';
  const texts = { 'a.md': list, 'b.md': list.replaceAll('is', 'was'), 'c.md': odd };
  const all = sortSources(ROOT, [], folder(texts).files);
  const known = all.changed.map(({ record: own }) => own);
  const edited = folder({ ...texts, 'c.md': odd.replace('It.', 'It is.') });
  const { changed } = sortSources(ROOT, known, edited.files);
  expect(changed.map(({ read }) => read.reading?.shape)).toEqual(['quoted']);
  expect(edited.readNow).toHaveLength(4);
});
