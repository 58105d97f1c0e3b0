import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { salvage } from '../../../../src/deck/salvage/salvage.js';
import { formatDiagnostic } from '../../../../src/model/diagnostic.js';
import { cpuTime } from '../../../support/cpu-time.js';
import { damageEncoding } from './damage.js';

const FIXTURES = new URL('../../../fixtures/salvage/', import.meta.url);
const DECKS = new URL('../../../../decks/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, FIXTURES), 'utf8');

describe.each(['collection.txt', 'latin.md'])('%s', (file) => {
  const name = file.replace(/\..*/, '');
  const salvaged = salvage(file, fixture(file));

  it('becomes ordinary Markdown', () => {
    expect(salvaged.text).toBe(fixture(`${name}.mended.md`));
    expect(salvaged.changed).toBe(true);
  });

  it('says what was repaired and where', () => {
    const lines = salvaged.diagnostics.map((found) => `${formatDiagnostic(found)}\n`);
    expect(lines.join('')).toBe(fixture(`${name}.diagnostics.txt`));
  });

  it('is salvaged for good', () => {
    const again = salvage(file, salvaged.text);
    expect(again.text).toBe(salvaged.text);
    expect(again.changed).toBe(false);
  });
});

describe('what was repaired', () => {
  it('is counted', () => {
    expect(salvage('c', fixture('collection.txt')).repaired).toEqual({
      encoding: 37,
      lost: 3,
      residue: 5,
      flattened: true,
    });
    expect(salvage('l', fixture('latin.md')).repaired).toMatchObject({ lost: 1, flattened: false });
  });

  it('is mended twice where it was damaged twice', () => {
    const text = 'naïve — “so” × é';
    const twice = damageEncoding(damageEncoding(text, 'windows-1252'), 'windows-1252');
    expect(salvage('x', twice).text).toBe(text);
  });

  it('keeps Windows line ends', () => {
    const { text } = salvage('x', '# A\r\n\r\nb โ€” c{" "} d .\r\n');
    expect(text).toBe('# A\r\n\r\nb — c d.\r\n');
  });
});

describe('placeOf', () => {
  const damaged = fixture('collection.txt');
  const salvaged = salvage('collection.txt', damaged);
  const lines = salvaged.text.split('\n');
  const originalLines = damaged.split('\n');

  it.each([
    '# My sketches',
    'number: 1',
    '> How many bits',
    '7 hashes',
    'at 10 bits a key',
    '### ',
    'Counters of 4 bits',
    'wider" costs',
    'costs w',
  ])('finds %j where it stood', (wanted) => {
    const index = lines.findIndex((line) => line.includes(wanted));
    const place = salvaged.placeOf(index + 1, (lines[index]?.indexOf(wanted) ?? 0) + 1);
    const rest = originalLines[place.line - 1]?.slice(place.column - 1) ?? '';
    expect(rest.replace(`{'"'}`, '"').slice(0, wanted.length)).toBe(wanted);
  });

  it('puts the parser’s findings at their place in the damaged file', () => {
    const { diagnostics } = parseDeckFile('collection.txt', salvaged.text);
    const cut = diagnostics.filter(({ code }) => code === 'answer-truncated').at(-1);
    const place = salvaged.placeOf(cut?.line ?? 0, cut?.column ?? 0);
    expect(originalLines[place.line - 1]).toMatch(/and the$/);
  });

  it('answers for places outside the text', () => {
    expect(salvaged.placeOf(100_000, 1).line).toBe(originalLines.length);
    expect(salvage('x', 'a\nb').placeOf(2, 1)).toEqual({ line: 2, column: 1 });
  });
});

describe('right text', () => {
  const decks = readdirSync(DECKS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, readFileSync(new URL(name, DECKS), 'utf8')] as const);

  it('of every bundled module comes back as it is', () => {
    for (const [name, text] of decks) {
      const { changed, diagnostics } = salvage(name, text);
      expect([name, changed, diagnostics]).toEqual([name, false, []]);
    }
    expect(decks.length).toBeGreaterThan(5);
  });

  it.each(['windows-874', 'windows-1252'] as const)(
    'that has gone through %s comes back but for what is marked',
    (page) => {
      for (const [name, text] of decks) {
        const back = [...salvage(name, damageEncoding(text, page)).text];
        const wrong = [...text].filter((one, at) => back[at] !== one && back[at] !== '\ufffd');
        expect([name, back.length, wrong]).toEqual([name, [...text].length, []]);
      }
    },
  );

  it('is the very same string and costs next to nothing', () => {
    const text = decks.map(([, deck]) => deck).join('\n');
    const large = text.repeat(Math.ceil(1e6 / text.length));
    salvage('x', large);
    const start = cpuTime();
    const salvaged = salvage('x', large);
    expect(cpuTime() - start).toBeLessThan(2000);
    expect(salvaged.text).toBe(large);
  });
});
