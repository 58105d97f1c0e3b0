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
  expect(linksAround(card, null)).toEqual([
    { kind: 'picture', text: 'picture: Plot', source: 'img/a.png' },
    { kind: 'picture', text: 'picture: b.jpg', source: 'b.jpg' },
    { kind: 'diagram', text: 'diagram: graph TD', code: 'graph TD\n' },
    { kind: 'address', text: '[image: web]', url: 'https://a.example/c.png' },
  ]);
});
