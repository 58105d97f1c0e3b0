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

test('gives pictures, styled and bracketed addresses, and text of several styles whole', () => {
  const text =
    '![p](https://a.org/p.png) [![b](https://b.org/i.png)](https://b.org) [*x* **y**\nz](https://c.org)\n\nsee https://d.org/w_(x), (https://e.org/) and *https://f.org/*。';
  expect(linksOf(text)).toEqual([
    { text: '[image: p]', url: 'https://a.org/p.png' },
    { text: '[image: b]', url: 'https://b.org' },
    { text: 'x y z', url: 'https://c.org' },
    { text: 'https://d.org/w_(x)', url: 'https://d.org/w_(x)' },
    { text: 'https://e.org/', url: 'https://e.org/' },
    { text: 'https://f.org/', url: 'https://f.org/' },
  ]);
});

test('an address is printable ASCII', () => {
  expect(linksOf('[a](https://e.org/ü\u202e) <m@e.org> [[https://e.org]]')).toEqual([
    { text: 'a', url: 'https://e.org/%C3%BC%E2%9F%A6U+202E%E2%9F%A7' },
    { text: 'm@e.org', url: 'mailto:m@e.org' },
  ]);
});

test('very long text gives its bare addresses', () => {
  expect(linksOf(`${'x '.repeat(100_001)} [a](https://a.org) https://b.org.`)).toEqual([
    { text: 'https://a.org', url: 'https://a.org' },
    { text: 'https://b.org', url: 'https://b.org' },
  ]);
});
