import { closeSync, ftruncateSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lintDecks } from '../../src/app/import/lint.js';
import { readModules } from '../../src/app/import/read-modules.js';
import { MAX_FILE_BYTES } from '../../src/deck/text/decode.js';
import {
  MAX_HEADINGS,
  MAX_LINE_CHARACTERS,
  MAX_LINES,
  MAX_MODULES,
  MAX_QUESTIONS,
} from '../../src/deck/text/file-limits.js';
import * as files from '../../src/platform/files.js';
import { cpuTime } from '../support/cpu-time.js';
import { tempFolder } from '../support/home.js';

const FRONT = '---\ntitle: "T"\n---\n';
const SECTION = `${FRONT}## Interview Questions\n\n`;
const QUESTION = '### ★★☆\n\n**Q:** x?\n\n';

const read = (text: string) => readModules('big.md', new TextEncoder().encode(text));

/** Fails where work takes longer than a slow machine could excuse. */
function within<T>(ms: number, work: () => T): T {
  const begin = cpuTime();
  const result = work();
  expect(cpuTime() - begin).toBeLessThan(ms);
  return result;
}

describe('a file that holds too much is refused with the limit named', () => {
  test.each([
    ['headings', MAX_HEADINGS, `${FRONT}${'# a\n'.repeat(1_000_000)}`],
    ['headings', MAX_HEADINGS, `${SECTION}${'### a?\n'.repeat(1_000_000)}`],
    ['lines', MAX_LINES, `${FRONT}${'x\n\n'.repeat(3_000_000)}`],
    ['lines', MAX_LINES, `${FRONT}${'\r'.repeat(3_000_000)}`],
    ['characters in a line', MAX_LINE_CHARACTERS, `${SECTION}${'a'.repeat(10_000_000)}`],
    ['modules', MAX_MODULES, '---\ntitle: x\n---\n'.repeat(MAX_MODULES + 1)],
    ['questions', MAX_QUESTIONS, SECTION + '**Q:** x?\n\n'.repeat(MAX_QUESTIONS + 1)],
  ])('%s: more than %i', (noun, most, text) => {
    const { modules, diagnostics } = within(30_000, () => read(text));
    expect(modules).toEqual([]);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: 'error', code: 'file-too-large' });
    expect(diagnostics[0]?.message).toContain(`more than ${most} ${noun}`);
  });

  test('a million headings cost nothing but the look at them', () => {
    within(1000, () => read(FRONT + '## a\n'.repeat(1_000_000)));
  });

  test('what salvage makes of one long line is bounded too', () => {
    const flat = '### ★★☆ _(G)_ **Q:** Why? <details> <summary>Answer</summary> So. </details> ';
    const text = `--- title: "T" --- ## Interview Questions ${flat.repeat(100_000)}`;
    const { modules, diagnostics } = within(30_000, () => read(text));
    expect(modules).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toContain('file-too-large');
  });

  test('as much as is allowed is read', () => {
    const { modules } = read(SECTION + QUESTION.repeat(5_000));
    expect(modules[0]?.cards).toHaveLength(5_000);
  });
});

// V8 no longer optimises patterns where a process has much code, and these then need a stack that
// grows with what they match. So it is told not to, for those that are first used here.
beforeAll(() => setFlagsFromString('--no-regexp-optimization'));
afterAll(() => setFlagsFromString('--regexp-optimization'));

// Most of these once ran a pattern out of stack, or took a time quadratic in the length.
describe.each([
  ['the longest line', MAX_LINE_CHARACTERS - 2 * SECTION.length, ''],
  ['10 MB in lines', 10_000_000, '\n'],
])('%s', (_name, bytes, lineEnd) => {
  test.each([
    ['a word', `${SECTION}${QUESTION}`, 'a'],
    ['words', `${SECTION}${QUESTION}`, 'word '],
    ['companies', `${SECTION}### ★★☆ _(`, 'a, '],
    ['stars', `${SECTION}### `, '★'],
    ['dashes', `${SECTION}${QUESTION}`, '- '],
    ['list marks before a fence', `${SECTION}${QUESTION}\`\`\`\n`, '- '],
    ['a quoted title', '--- title: "', 'a\\"'],
    ['a title', '---\ntitle: ', 'a'],
    ['leftovers of JSX', '', '{" "}'],
    ['empty braces', `{" "} ${SECTION}`, '{}'],
    ['backticks', `${SECTION}${QUESTION}`, '`'],
    ['flat questions', '--- title: "T" --- ## Interview Questions ', '### ★★☆ **Q:** a '],
    ['zero-width characters', `${SECTION}${QUESTION}`, '\u200b'],
    ['escapes', `${SECTION}${QUESTION}`, '\u001b['],
  ])('of %s is read, or refused', (_, start, piece) => {
    const count = Math.floor(bytes / piece.length);
    const text =
      lineEnd === ''
        ? piece.repeat(count)
        : `${piece.repeat(Math.ceil(80 / piece.length))}${lineEnd}`.repeat(Math.floor(bytes / 80));
    within(30_000, () => read(`${start}${text}\`\`\`\n`));
  });
});

describe('files that are larger than memory, or no files at all', () => {
  test('of 50 MB and of 5 GB no more is read than shows that it is too large', () => {
    const folder = tempFolder();
    for (const [name, size] of [
      ['a.md', 50e6],
      ['b.md', 5e9],
    ] as const) {
      const handle = openSync(join(folder, name), 'w');
      ftruncateSync(handle, size);
      closeSync(handle);
      expect(files.readBytes(join(folder, name), MAX_FILE_BYTES + 1)).toHaveLength(
        MAX_FILE_BYTES + 1,
      );
    }
    writeFileSync(join(folder, 'c.md'), SECTION + QUESTION);
    const report = within(20_000, () => lintDecks([{ kind: 'path', path: folder }], files));
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, message }) => [code, message.includes('20 MiB')])).toEqual([
      ['file-too-large', true],
      ['file-too-large', true],
    ]);
    expect(report.cards).toBe(1);
  });

  test.runIf(process.platform === 'linux')('a device without an end is refused', () => {
    const report = lintDecks([{ kind: 'path', path: '/dev/zero' }], files);
    expect(report.diagnostics).toMatchObject([{ code: 'file-too-large' }]);
  });

  test('links that lead nowhere or in a circle are passed over', () => {
    const folder = tempFolder();
    symlinkSync('loop.md', join(folder, 'loop.md'));
    symlinkSync('nowhere', join(folder, 'gone.md'));
    writeFileSync(join(folder, 'a.md'), SECTION + QUESTION);
    expect(lintDecks([{ kind: 'path', path: folder }], files).files).toBe(1);
  });
});
