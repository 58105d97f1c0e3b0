import { describe, expect, test } from 'vitest';
import { endingOf, isTruncated, isWholeAnswer } from '../../../../src/deck/check/truncation.js';
import { cpuTime } from '../../../support/cpu-time.js';

describe('whole texts', () => {
  test.each([
    '',
    'It keeps results.',
    'Does it?',
    'It does!',
    'And so on…',
    'And so on...',
    'As shown (see above)',
    'It is called "a cache"',
    'It is called “a cache”',
    "It is called 'a cache'",
    '**It keeps results.**',
    '*It keeps results.*  ',
    'It keeps results. 🎉',
    'It keeps results.[^1]',
    'It keeps results.[^1][^2]',
    'It keeps results. [^1] [^note]',
    'It keeps results.¹',
    'It keeps results.[^1]\n\n[^1]: The paper of 2017',
    'It keeps results.[^1]\n\n[^1]: The paper\n    in its second part\n[2]: https://example.org/a',
    'Run `npm test`',
    'Like this:\n\n```js\nf(\n```',
    '- Like this:\n\n  ```js\n  f(\n  ```',
    '~~~\n(\n~~~',
    '| a | b |\n| - | - |\n| 1 | the |',
    '$$x = (1$$',
    'It costs $O(n^2)$',
    'd_k = 64',
    'Total = 2 × 80 × 8 × 128 = 1.34 GB',
    'O(n²)',
    '42',
    'See https://example.org/a(b',
    'See <https://example.org>',
    '![picture](a.png)',
    'Kinds:\n\n- keys\n- values',
    'Steps:\n\n1. Tokenize\n2. Embed the tokens\n3. Attend',
    '- **Memory**: 8 bytes a parameter\n- **Time**: linear',
    'The interval [0, 1) is half open.',
    'Three points: 1) one, 2) two, 3) three.',
    'By Vaswani et al.',
    'Keys, values etc.',
    'มันเก็บผลลัพธ์ไว้',
    '它保存结果。',
    'Text\n\n<!-- note -->',
  ])('%j', (text) => {
    expect(isTruncated(text)).toBe(false);
  });
});

describe('texts that break off', () => {
  test.each([
    'It keeps',
    'It keeps the',
    'Because the model doesn',
    'Because the model can',
    'It keeps keys,',
    'It keeps:',
    'It keeps[^1]\n\n[^1]: The paper of 2017',
    'Like this:\n\n[^1]: The paper.',
    'It keeps keys —',
    'It keeps (',
    'It keeps (keys',
    'It keeps (keys. And values',
    'It is called "',
    'It is called “a cache',
    'Many ways (e.g.',
    'Many ways, e.g.',
    'Shown by others (Vaswani et al.',
    'Like this:\n\n```js\nf()',
    'Like this:\n\n~~~\nf()',
    '- It keeps results.\n- It drops the rest',
    '- It keeps results, and whenever one of them is asked for again the server answers from memory at once',
    '- keys\n- and the',
    'Accuracy rises to 95%',
    'A list { a: [',
    'Why can\\',
    '{',
  ])('%j', (text) => {
    expect(isTruncated(text)).toBe(true);
  });

  test('only a word at the end is less certain than a leading one', () => {
    expect(endingOf('Explain attention')).toBe('bare');
    expect(endingOf('Explain attention and the')).toBe('cut');
    expect(endingOf('What is IT')).toBe('bare');
  });

  test('a word or a few are an answer, but no half of a sentence', () => {
    for (const text of ['One', 'Two', 'Softmax', 'The KV cache', '**Yes**', '- One\n- Two']) {
      expect(isWholeAnswer(text), text).toBe(true);
    }
    for (const text of ['Because the', 'One,', 'The', 'It keeps keys and values of all']) {
      expect(isWholeAnswer(text), text).toBe(false);
    }
  });

  test('are found in linear time', () => {
    const start = cpuTime();
    for (const piece of [
      '*_',
      '(',
      '. ',
      '.  ',
      '`',
      '```\n',
      '[^',
      'e.g. ',
      '- a\n',
      '[a]: b\n',
      '[a]: b\n c\n\n',
      '\n ',
      '💾',
      '" ',
    ]) {
      isTruncated(piece.repeat(200_000));
    }
    expect(cpuTime() - start).toBeLessThan(5000);
  });
});
