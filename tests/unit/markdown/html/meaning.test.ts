import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown, type Token } from '../../../../src/markdown/parse.js';

/** The tokens of a text in short: types, and in quotes what they hold. */
function shape(markdown: string): string {
  return parseMarkdown(markdown)
    .flatMap((token) => token.children ?? [token])
    .filter(({ hidden, type, content }) => !hidden && (type !== 'text' || content !== ''))
    .map(({ type, content, info }) => {
      const name = type.replace('_open', '(').replace('_close', ')');
      return content === '' ? name : `${name}${info && `:${info}`}"${content}"`;
    })
    .join(' ')
    .replaceAll(/text("[^"]*")/g, '$1');
}

const inParagraph = (markdown: string) =>
  shape(markdown).replace(/^paragraph\( (.*) paragraph\)$/, '$1');

describe('HTML within a line means what Markdown means', () => {
  test.each([
    ['<b>a</b> <strong>b</strong>', 'strong( "a" strong) " " strong( "b" strong)'],
    ['<i>a</i><em>b</em>', 'em( "a" em) em( "b" em)'],
    ['<B CLASS="x">a</B >', 'strong( "a" strong)'],
    ['<del>a</del><u>b</u>', 's( "a" s) underline( "b" underline)'],
    ['x<sub>1</sub><sup>2</sup>', '"x" sub( "1" sub) sup( "2" sup)'],
    ['<kbd>Ctrl</kbd> <mark>m</mark>', 'kbd( "Ctrl" kbd) " " mark( "m" mark)'],
    ['a<br>b<br/>c<br />d', '"a" hardbreak "b" hardbreak "c" hardbreak "d"'],
    ['<code>*a* List&lt;T> <b>b</b> <T></code>', 'code_inline"*a* List<T> b <T>"'],
    ['<img src="a.png" alt="A  b">', 'image"A b"'],
    ['<a href="https://e.org">x</a>', 'link( "x" link)'],
    ['<a name="x"></a>y', '"y"'],
    ['<span style="color:red">a</span>', '"a"'],
    ['**a <i>b</i>**', 'strong( "a " em( "b" em) strong)'],
    ['<b>a *b*</b>', 'strong( "a " em( "b" em) strong)'],
    ['<q>a</q>', '"“" "a" "”"'],
  ])('%s', (markdown, tokens) => {
    expect(inParagraph(markdown)).toBe(tokens);
  });

  test.each([
    'What is the difference between <em> and <i>?',
    'Why </b> or <br or <img> or <img alt="x">?',
    'Map<String, List<T>> and a<b and c>d',
    '<script>alert(1)</script> <button onclick="x()">y</button> <input> <iframe src="x"></iframe>',
    '<style>b{}</style><form action="x"><svg onload="x"></svg><video src="x"></video>',
    '<div> and <span>',
    '<b">x</b">',
  ])('%s stays text', (markdown) => {
    const text = parseMarkdown(markdown)
      .flatMap(({ children }) => children ?? [])
      .map(({ content }) => content)
      .join('');
    expect(text).toBe(markdown);
  });

  test('a code span and an escape hold no HTML', () => {
    expect(inParagraph('`<b>x</b>` \\<b>x</b>')).toBe('code_inline"<b>x</b>" " <b>x" "</b>"');
  });

  test('what crosses Markdown is text', () => {
    expect(inParagraph('<b>a **b</b> c**')).toBe('"<b>" "a " strong( "b" "</b>" " c" strong)');
  });
});

describe('a comment is nothing', () => {
  test.each([
    ['a <!-- b --> c', 'paragraph( "a " " c" paragraph)'],
    ['a <!-- b\nc --> d', 'paragraph( "a " " d" paragraph)'],
    ['<!-- a -->', ''],
    ['<!-- a -->\n<!-- b -->', ''],
    ['<!-- a\n\n## b\n\n```\n-->\n\nc', 'paragraph( "c" paragraph)'],
    ['<!-- a --> *b*', 'paragraph( " " em( "b" em) paragraph)'],
    ['a\n<!-- b -->\nc', 'paragraph( "a" paragraph) paragraph( "c" paragraph)'],
    ['## a <!-- b -->', 'heading( "a " heading)'],
    [
      '- a\n  <!-- b\n\n  c -->\n- d',
      'bullet_list( list_item( "a" list_item) list_item( "d" list_item) bullet_list)',
    ],
    ['<div>\n<!-- a -->\nb</div>', 'paragraph( "b" paragraph)'],
    [
      '<table><!-- a --><tr><td>b</td></tr></table>',
      'table( tbody( tr( td( "b" td) tr) tbody) table)',
    ],
    ['<!--> a', 'paragraph( " a" paragraph)'],
    ['`<!-- a -->`', 'paragraph( code_inline"<!-- a -->" paragraph)'],
    ['<pre>\n<!-- a -->\n</pre>', 'fence"<!-- a -->\n"'],
    ['```\n<!-- a -->\n```', 'fence"<!-- a -->\n"'],
    ['\\<!-- a -->', 'paragraph( "<!-- a -->" paragraph)'],
    ['a <!-- b', 'paragraph( "a <!-- b" paragraph)'],
    ['<!-- a\n\nb', 'paragraph( "<!-- a" paragraph) paragraph( "b" paragraph)'],
    [
      '- <!-- a\n\nb --> c',
      'bullet_list( list_item( "<!-- a" list_item) bullet_list) paragraph( "b --> c" paragraph)',
    ],
  ])('%j', (markdown, tokens) => {
    expect(shape(markdown)).toBe(tokens);
  });

  test('many that are never closed take no long time', () => {
    const parts = ['<!-- ', '<!--\n', '- <!--\n\n', '<b><!-- '];
    for (const part of parts) expect(parseMarkdown(part.repeat(20_000))).not.toEqual([]);
  });
});

describe('blocks of HTML mean what those of Markdown mean', () => {
  test.each([
    ['<p>a *b* &amp; c</p>', 'paragraph( "a *b* & c" paragraph)'],
    ['<div>\n\n**a**\n\n</div>', 'paragraph( strong( "a" strong) paragraph)'],
    ['<h3>a</h3>', 'heading( "a" heading)'],
    ['<blockquote>a</blockquote>', 'blockquote( paragraph( "a" paragraph) blockquote)'],
    [
      '<ul><li>a<li>b</ul>',
      'bullet_list( list_item( "a" list_item) list_item( "b" list_item) bullet_list)',
    ],
    [
      'a <ul><li>b</li></ul> c',
      'paragraph( "a" paragraph) bullet_list( list_item( "b" list_item) bullet_list) paragraph( "c" paragraph)',
    ],
    ['<hr>\n\n<a name="x"></a>', 'hr'],
    ['<pre><code class="language-js">a\n\n <b>b</b>&lt;\n</code></pre>', 'fence:js"a\n\n b<\n"'],
    ['<dl><dt>a<dd>b</dl>', 'paragraph( strong( "a" strong) paragraph) paragraph( "b" paragraph)'],
    [
      '<details><summary>a</summary>\n\n*b*\n\n</details>',
      'paragraph( strong( "a" strong) paragraph) paragraph( em( "b" em) paragraph)',
    ],
    ['<table><tr><td>\n\n```js\na\n```\n\n</td></tr></table>', 'fence:js"a\n"'],
  ])('%j', (markdown, tokens) => {
    expect(shape(markdown)).toBe(tokens);
  });

  test('a table has a head where its first row is one, and spans leave cells empty', () => {
    const cells = 'td( td) td( "3" td)';
    expect(
      shape(
        '<table><tr><th>a<th>b<tr><td rowspan=2>1<td>2<tr><td>3</table>\n\n<table><tr><td colspan=2>4<tr><td>5<td>6</table>',
      ),
    ).toBe(
      [
        'table( thead( tr( th( "a" th) th( "b" th) tr) thead)',
        `tbody( tr( td( "1" td) td( "2" td) tr) tr( ${cells} tr) tbody) table)`,
        'table( tbody( tr( td( "4" td) td( td) tr) tr( td( "5" td) td( "6" td) tr) tbody) table)',
      ].join(' '),
    );
  });

  test('lists in a cell of a table are lines of it', () => {
    const table = '| a |\n|---|\n| <ul><li>x</li><li>y</li></ul> |';
    expect(shape(table)).toContain('td( "• " "x" hardbreak "• " "y" td)');
  });

  test('a block without an end is text, and Markdown within it is read', () => {
    expect(shape('<div>\n**a**')).toBe(
      'paragraph( "<div>" softbreak strong( "a" strong) paragraph)',
    );
    expect(shape('<p>a\n\n<p>b</p>')).toBe(
      'paragraph( "<p>" "a" paragraph) paragraph( "b" paragraph)',
    );
  });
});

function expectBalanced(tokens: readonly Token[]): void {
  const open: string[] = [];
  for (const { type, nesting, tag } of tokens) {
    if (nesting > 0) open.push(tag);
    if (nesting < 0) expect(open.pop()).toBe(tag);
    expect(type).not.toMatch(/^html_/);
  }
  expect(open).toEqual([]);
}

function levels(tokens: readonly Token[]): number[] {
  let level = 0;
  return tokens.map(({ nesting }) => {
    if (nesting < 0) level--;
    const own = level;
    if (nesting > 0) level++;
    return own;
  });
}

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    ...['<b>', '</b>', '<table>', '<tr>', '<td>', '</table>', '<ul>', '<li>', '</ul>', '<pre>'],
    ...['</pre>', '<code>', '</code>', '<div>', '</div>', '\n', '\n\n', '- ', '> ', '**', '`', 'w'],
    ...['<p>', '</p>', '<br>', '| a |\n|---|\n| b |\n', '# ', '```\n', '<td rowspan=3 colspan=2>'],
  );

  test('what opens closes at its own level', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const tokens = parseMarkdown(parts.join(''));
        expectBalanced(tokens);
        for (const { children } of tokens) expectBalanced(children ?? []);
        expect(tokens.map(({ level }) => level)).toEqual(levels(tokens));
      }),
      { numRuns: 1000, examples: [[['<ul>', '\n\n', '| a |\n|---|\n| b |\n', '</ul>']]] },
    );
  });
});
