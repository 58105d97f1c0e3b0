import { describe, expect, test } from 'vitest';
import { figuresIn } from '../../../scripts/figures/figures-in.mjs';
import { differingGroups, isSuspicious } from '../../../scripts/figures/groups.mjs';
import { sentencesOf } from '../../../scripts/figures/sentences.mjs';
import { parseDeckFile } from '../../../src/deck/parse/file.js';

const said = (sentence: string) =>
  figuresIn(sentence).map(({ subject, unit, value }) => `${subject}: ${value} ${unit}`);

describe('figures of a sentence', () => {
  test.each([
    [
      'An H100 SXM reads 3.35 TB/s and holds 80 GB.',
      ['H100 SXM: 3350000000000 B/s', 'H100 SXM: 80000000000 B'],
    ],
    [
      'A100: 312 TFLOPS; H100: 989 TFLOP/s',
      ['A100: 312000000000000 FLOP/s', 'H100: 989000000000000 FLOP/s'],
    ],
    [
      'Llama 3.1 405B has 126 layers, 8 KV heads.',
      ['Llama 3.1 405B: 126 layer', 'Llama 3.1 405B: 8 KV head'],
    ],
    ['DeepSeek-V3 saw 14.8 trillion tokens.', ['DeepSeek-V3: 14800000000000 token']],
    ['GPT-3 took 3.14 × 10²³ FLOPs.', ['GPT-3: 3.14e+23 FLOP']],
    ['Gemini 2.5 Pro: $1.25 per million tokens', ['Gemini 2.5 Pro: 1.25 $ per million token']],
    ['On MMLU it reached 86.4 % in 2023.', ['MMLU: 86.4 %', 'MMLU: 2023 year']],
    ['Llama 2 70B caches 320 KiB per token.', ['Llama 2 70B: 327680 B/token']],
    ['Nothing is named: 80 GB.', []],
    ['A GPU with 80 GB in FP16.', []],
    ['GPT-4 and H100 have numbers in their names.', []],
  ])('%s', (sentence, figures) => {
    expect(said(sentence)).toEqual(figures);
  });

  test('belong to the name before where the sentence has none', () => {
    const before = { name: 'H100', key: 'h100' };
    expect(figuresIn('It draws 700 W.', before)).toMatchObject([{ subject: 'H100', value: 700 }]);
  });
});

const place = (card: string, sentence: string) =>
  figuresIn(sentence).map((figure) => ({ ...figure, card, sentence }));

describe('groups', () => {
  test('hold what differs, what different cards say in like words first', () => {
    const groups = differingGroups([
      ...place('one', 'The H100 reaches a bandwidth of 3.35 TB/s from its memory.'),
      ...place('two', 'Memory of an H100: a bandwidth of 3.9 TB/s.'),
      ...place('two', 'The A100 has 40 GB.'),
      ...place('two', 'A later A100 doubles that, 80 GB.'),
    ]);
    expect(groups.map(({ subject, values }) => [subject, values.length])).toEqual([
      ['H100', 2],
      ['A100', 2],
    ]);
    expect(groups.map(isSuspicious)).toEqual([true, false]);
  });

  test.each([
    ['3.35 TB/s', '3.4 TB/s', 1],
    ['3.35 TB/s', '3,350 GB/s', 1],
    ['3.35 TB/s', '3.2 TB/s', 2],
    ['327,680 tokens', '328K tokens', 1],
    ['20 %', '16.6 %', 2],
  ])('%s and %s are %i', (one, other, count) => {
    const groups = differingGroups([
      ...place('a', `H100: ${one}`),
      ...place('b', `H100s: ${other}`),
    ]);
    expect(groups[0]?.values.length ?? 1).toBe(count);
  });
});

test('sentences know their card and line, rows of a table are one, code is none', () => {
  const source = [
    '---\ntitle: "T"\n---\n',
    '## Interview Questions\n',
    '### ★★☆\n',
    '**Q:** How fast is an H100?\n',
    '<details>\n<summary>Answer</summary>\n',
    '**In short:** Quite. It reads\n3.35 TB/s.\n',
    '```python\nH100 = 7\n```\n',
    '| A100 | 2 TB/s |\n|---|---|\n',
    '</details>\n',
  ].join('\n');
  const [module] = parseDeckFile('t.md', source).modules;
  const sentences = sentencesOf(module!, source);
  const at = (part: string) => source.split('\n').findIndex((line) => line.includes(part)) + 1;
  expect(sentences.map(({ text, line, before }) => [text, line, before?.name])).toEqual([
    ['How fast is an H100?', at('How fast'), undefined],
    ['In short: Quite.', at('In short'), 'H100'],
    ['It reads 3.35 TB/s.', at('In short'), 'H100'],
    ['A100 | 2 TB/s', at('A100 |'), 'H100'],
  ]);
  expect(new Set(sentences.map(({ card }) => card))).toEqual(new Set(['How fast is an H100?']));
});
