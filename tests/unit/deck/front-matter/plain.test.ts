import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainFrontMatter } from '../../../../src/deck/front-matter/plain.js';
import { readYaml } from '../../../../src/deck/front-matter/yaml-file.js';

const KEYS = ['title', 'part', 'number', 'emoji', 'subtitle', 'tags'];

const odd = fc.constantFrom(
  ...[
    '"',
    '\\',
    "'",
    '#',
    ': ',
    ' ',
    '\t',
    '[',
    ']',
    ', ',
    '-',
    '---',
    '\u0085',
    '\u2028',
    '\ufeff',
  ],
  ...[
    '\u0000',
    '\u007f',
    '\ud800',
    '\uffff',
    '💾',
    'ไทย',
    '0',
    '007',
    'true',
    '{',
    '&a',
    '*a',
    '!!str',
  ],
);
const inside = fc.array(fc.oneof(odd, fc.string({ maxLength: 6 })), { maxLength: 4 });
const text = inside.map((parts) => parts.join(''));
const quoted = text.map((inner) => `"${inner}"`);
const value = fc.oneof(
  quoted,
  text,
  fc.nat().map(String),
  fc.array(quoted, { maxLength: 3 }).map((names) => `[${names.join(', ')}]`),
);
const line = fc
  .tuple(fc.constantFrom(...KEYS, 'other', '__proto__'), value)
  .map(([key, given]) => `${key}: ${given}`);

describe('front matter in the plain form', () => {
  test('is read as the YAML that it is', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const yaml = lines.join('\n');
        const plain = readPlainFrontMatter(yaml);
        if (plain === null) return;
        const full = readYaml(`\n${yaml}\n`);
        expect(plain.data).toEqual(full.data);
        for (const key of [...KEYS, 'other']) expect(plain.placeOf(key)).toEqual(full.placeOf(key));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is what viva writes', () => {
    const yaml = [
      'title: "Attention, in depth: 5 × faster"',
      'number: 22',
      'emoji: "💾"',
      'tags: ["ml", "part-3"]',
    ];
    expect(readPlainFrontMatter(yaml.join('\n'))?.data).toEqual({
      title: 'Attention, in depth: 5 × faster',
      number: 22,
      emoji: '💾',
      tags: ['ml', 'part-3'],
    });
  });

  test.each([
    ['a key given twice', 'title: "A"\ntitle: "B"'],
    ['an unknown key', 'title: "A"\nauthor: "B"'],
    ['an escape', 'title: "A\\n"'],
    ['a number for a title', 'title: 7'],
    ['a number of several kinds', 'number: 007'],
    ['a comment', 'title: "A" # so'],
    ['an empty line', 'title: "A"\n\npart: "B"'],
    ['nothing', ''],
  ])('%s is left to the reader of all YAML', (_, yaml) => {
    expect(readPlainFrontMatter(yaml)).toBeNull();
  });
});
