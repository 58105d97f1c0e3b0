import { expect, test } from 'vitest';
import { linksOf } from '../../../../src/tui/markdown/links.js';

test('gives web and mail links in order, each once', () => {
  const text =
    'See [a](https://a.org), https://b.org/x. and [again](https://a.org) or [m](mailto:x@y.org).';
  expect(linksOf(text)).toEqual([
    { text: 'a', url: 'https://a.org' },
    { text: 'https://b.org/x', url: 'https://b.org/x' },
    { text: 'm', url: 'mailto:x@y.org' },
  ]);
});

test('gives no link that could open a file or run a program', () => {
  expect(
    linksOf('[a](file:///etc/passwd) [b](javascript:x) [c](../x.md) `https://code.org`'),
  ).toEqual([]);
});
