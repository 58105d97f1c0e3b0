import { describe, expect, test } from 'vitest';
import { readReading } from '../../../../src/deck/read/reading.js';

const link = (title: string, url: string, note = '') => ({ title, url, note });

describe('readReading', () => {
  test.each([
    ['- [T](https://a.b) note', [link('T', 'https://a.b', 'note')]],
    ['* [T](https://a.b) — note', [link('T', 'https://a.b', 'note')]],
    ['1. [T](<https://a.b/c d> "title"): note', [link('T', 'https://a.b/c d', 'note')]],
    ['- [A [b] c](https://a.b/x_(y))', [link('A [b] c', 'https://a.b/x_(y)')]],
    ['- [A \\] b](https://a.b)', [link('A ] b', 'https://a.b')]],
    [
      '- [T](https://a.b) one\n  two\n- https://c.d three',
      [link('T', 'https://a.b', 'one two'), link('https://c.d', 'https://c.d', 'three')],
    ],
    ['[T](https://a.b)\n\n[U](https://c.d)', [link('T', 'https://a.b'), link('U', 'https://c.d')]],
    ['- A book, chapter 3', [link('A book, chapter 3', '')]],
    ['- [T](https://a.b', [link('[T](https://a.b', '')]],
    ['-\n- ---', []],
    ['', []],
  ])('%j', (markdown, links) => {
    expect(readReading(markdown)).toEqual(links);
  });
});
