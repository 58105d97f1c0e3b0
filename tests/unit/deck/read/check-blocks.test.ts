import { expect, test } from 'vitest';
import { withoutCheckBlocks } from '../../../../src/deck/read/check-blocks.js';

test('code that checks the code before it is left out', () => {
  const text =
    'Before.\n\n```python\nx = 1\n```\n\n```python\n# check: one\nassert x == 1\n```\n\nAfter.\n\n```ts\n// check: two\nif (0) throw 1;\n```';
  expect(withoutCheckBlocks(text)).toBe('Before.\n\n```python\nx = 1\n```\n\nAfter.');
});

test.each([
  '```python\nx = 1\n# check: is not the first line\n```',
  'A line of text:\n\n# check: is a heading here',
  '````md\n```python\n# check: shown as a sample\n```\n````',
])('%j stays as it is', (text) => {
  expect(withoutCheckBlocks(text)).toBe(text);
});
