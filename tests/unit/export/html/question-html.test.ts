import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionHtml } from '../../../../src/export/html/question-html.js';

test.each([
  ['What does `a < b` mean?', 'What does <code>a &lt; b</code> mean?'],
  [
    '<b>Bold</b> H<sub>2</sub>O, x<sup>2</sup>',
    '<strong>Bold</strong> H<sub>2</sub>O, x<sup>2</sup>',
  ],
  ['## Title\n\ntext  \nmore\n\n- item', 'Title text more item'],
  ['![a *plot*](p.png) [here](https://x.org) $a<b$', '[a *plot*] here <code>a&lt;b</code>'],
  ['```js\nlet a;\n```', '<code>let a;</code>'],
  [
    '<script>alert(1)</script> <em> List<T>',
    '&lt;script&gt;alert(1)&lt;/script&gt; &lt;em&gt; List&lt;T&gt;',
  ],
  ['<a href="javascript:x()">a</a> \u202e', 'a ⟦U+202E⟧'],
])('%s', (markdown, html) => {
  expect(questionHtml(markdown, 80)).toBe(html);
});

test('a long one is cut, and its marks are closed', () => {
  expect(questionHtml('**12345 67890 12345**', 8)).toBe('<strong>12345 67…</strong>');
  expect(questionHtml('**12345** 67', 5)).toBe('<strong>12345</strong>…');
});

test('no attribute and no other element stands in it, and what opens closes', () => {
  const piece = fc.constantFrom(
    ...['<b>', '</b>', '<sub>', '<a href="x">', '</a>', '**', '*', '`', '<p>', '- ', '\n', '\n\n'],
    ...[
      '<script>',
      'a',
      ' ',
      '![',
      '](x)',
      '<img src=x onerror=y>',
      '|',
      '$',
      '"',
      '&',
      '~~',
      '<kbd>',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(30), (pieces, length) => {
      const tags = questionHtml(pieces.join(''), length).match(/<[^>]*>/g) ?? [];
      const open: string[] = [];
      for (const tag of tags) {
        const [, end, name = ''] =
          /^<(\/?)(strong|em|s|u|sub|sup|kbd|mark|code)>$/.exec(tag) ?? expect.fail(tag);
        if (end === '') open.push(name);
        else expect(open.pop()).toBe(name);
      }
      expect(open).toEqual([]);
    }),
  );
});
