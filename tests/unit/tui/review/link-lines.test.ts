import { expect, test } from 'vitest';
import { linkLines, linksAround } from '../../../../src/tui/review/link-lines.js';
import { linksLayout } from '../../../../src/tui/review/links-layout.js';

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
  expect(linksAround(card, { extras: { reading } }, null)).toEqual([
    { kind: 'address', text: 'a', url: 'https://a.example/' },
    { kind: 'address', text: 'to https://b.example/', url: 'https://b.example/' },
  ]);
});

test('a title is shown as marks', () => {
  expect(linkLines([{ kind: 'address', text: 'x\u001b[2J', url: 'https://a.example/' }])).toEqual([
    '1  x␛[2J',
    '   https://a.example/',
  ]);
});

test('local pictures and diagrams come first', () => {
  const card = {
    question: '![Plot](img/a.png) <img src="b.jpg"> ![web](https://a.example/c.png) ![d](data:x)',
    answer: '```mermaid\ngraph TD\n```\n\n![again](img/a.png)\n\n```js\nmermaid\n```',
  };
  expect(linksAround(card, null, null)).toEqual([
    { kind: 'picture', text: 'picture: Plot', source: 'img/a.png' },
    { kind: 'picture', text: 'picture: b.jpg', source: 'b.jpg' },
    { kind: 'diagram', text: 'diagram: graph TD', code: 'graph TD\n' },
    { kind: 'address', text: '[image: web]', url: 'https://a.example/c.png' },
  ]);
});

test('where a card is from comes last, and is always offered', () => {
  const many = Array.from({ length: 12 }, (_, n) => `<https://a.example/${n}>`).join(' ');
  const text = 'list.md:3 of https://github.com/o/r';
  const url = 'https://github.com/o/r/blob/HEAD/list.md';
  const links = linksAround({ question: many, answer: '' }, null, { kind: 'address', text, url });
  expect(links).toHaveLength(9);
  expect(links.at(-1)).toEqual({ kind: 'address', text: `from ${text}`, url });
});

test("a file of one's own is offered where there is no answer yet", () => {
  const source = { kind: 'file', text: '/n/list.md:3' } as const;
  const links = linksAround({ question: 'Why?', answer: '' }, null, source);
  expect(links).toEqual([{ kind: 'file', text: 'its file, in the editor', place: '/n/list.md:3' }]);
  expect(linkLines(links)).toEqual(['1  its file, in the editor', '   /n/list.md:3']);
  expect(linksAround({ question: 'Why?', answer: 'So.' }, null, source)).toEqual([]);
  const copy = { kind: 'copy', text: 'list.md:3 of file:///r' } as const;
  expect(linksAround({ question: 'Why?', answer: '' }, null, copy)).toEqual([]);
});

test('what is longer than the screen goes on below, and nothing of it is lost', () => {
  const url = `https://example.org/${'path/'.repeat(20)}end`;
  const link = { kind: 'address' as const, text: 'A place of many words and a long name', url };
  const { lines, margin } = linksLayout([link], { columns: 30, rows: 12 });
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(30 - 2 * margin);
  const words = (text: string) => text.replaceAll(/\s/g, '');
  expect(words(lines.join(''))).toBe(words(`1${link.text}${url}`));
});
