import { expect, test } from 'vitest';
import { linkLines, linksAround } from '../../../../src/tui/review/link-lines.js';

test('only what may be opened is offered, each address once', () => {
  const urls = [
    'file:///etc/passwd',
    'https://a.example/',
    '',
    'https://b.example/',
    'javascript:x',
  ];
  const reading = urls.map((url) => ({ title: `to ${url}`, url, note: '' }));
  const card = { question: '[a](https://a.example/)', answer: '[f](file:///etc/passwd)' };
  expect(linksAround(card, { extras: { reading } })).toEqual([
    { text: 'a', url: 'https://a.example/' },
    { text: 'to https://b.example/', url: 'https://b.example/' },
  ]);
});

test('a title is shown as marks', () => {
  expect(linkLines([{ text: 'x\u001b[2J', url: 'https://a.example/' }])).toEqual([
    '1  x␛[2J',
    '   https://a.example/',
  ]);
});
