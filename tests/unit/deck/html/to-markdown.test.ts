import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHtml } from '../../../../src/deck/html/to-markdown.js';
import { cardHtml } from '../../../../src/export/apkg/card-html.js';
import { cpuTime } from '../../../support/cpu-time.js';

const markdown = (html: string) => fromHtml(html).markdown;

describe('HTML as Markdown', () => {
  test.each([
    ['<b>bold</b> <i>it</i> <u>under</u> <s>no</s>', '**bold** *it* <u>under</u> ~~no~~'],
    ['x<u> a </u>b <sub> </sub>c <u>d<u>e</u></u>', 'x <u>a</u> b c <u>de</u>'],
    ['<u>one<br><br>two</u>', '<u>one</u>\n\n<u>two</u>'],
    ['<b>a</b><b>b</b>', '**ab**'],
    ['<strong><b>x</b></strong>', '**x**'],
    ['<b> x </b>y', '**x** y'],
    ['a<b> x </b>y', 'a **x** y'],
    ['a <i> x</i>', 'a *x*'],
    ['<i><b>x</b></i>', '_**x**_'],
    ['a<b>(b)</b>c', 'a(b)c'],
    ['<code>a`b</code>', '``a`b``'],
    ['one<br>two', 'one\\\ntwo'],
    ['one<br><br>two', 'one\n\ntwo'],
    ['<b>one<br><br>two</b>', '**one**\n\n**two**'],
    ['<div>one</div><div>two</div>', 'one\n\ntwo'],
    ['a&nbsp;b &lt;c&gt; &amp;amp;', 'a b \\<c> \\&amp;'],
    ['<ul><li>a</li><li>b<ol start="3"><li>c</li></ol></li></ul>', '- a\n- b\n  3. c'],
    ['<ul><li><p>a</p></li><li><p>b</p></li></ul>', '- a\n\n- b'],
    ['<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
    ['<ul>stray <b>x</b><li>a</li>\n</ul>', '- stray **x**\n- a'],
    ['<table>stray<tr>too<td>a</td></tr></table>', 'straytoo\n\n| a |\n| --- |'],
    ['<pre><code class="language-py">a &lt; b\nc</code></pre>', '```py\na < b\nc\n```'],
    ['<pre>a<br>b```</pre>', '````\na\nb```\n````'],
    ['<blockquote>a<br><br>b</blockquote>', '> a\n>\n> b'],
    ['<h2>Title #</h2>', '## Title \\#'],
    ['a<hr>b', 'a\n\n***\n\nb'],
    [
      '<table><tr><th>a</th><th align="right">b|c</th></tr><tr><td>1<br>2</td></tr></table>',
      '| a | b\\|c |\n| --- | --: |\n| 1 2 |  |',
    ],
    ['<a href="https://x.y/a b">t</a>', '[t](https://x.y/a%20b)'],
    ['<a href="javascript:x()">t</a>', 't'],
    ['so \\(a_1*b\\) is', 'so \\(a_1*b\\) is'],
    ['\\[x &lt; y\\]', '$$\nx < y\n$$'],
    ['[$]a[/$] and [latex]$b$[/latex]', '\\(a\\) and \\(b\\)'],
    ['<anki-mathjax>x</anki-mathjax>', '\\(x\\)'],
    ['x<sup>2</sup><sub>10</sub>', 'x<sup>2</sup><sub>10</sub>'],
    ['<style>a{}</style><script>b()</script>c', 'c'],
    ['5 * 3 - $2 # 1_000', '5 \\* 3 - \\$2 # 1_000'],
    ['# no<br>- no<br>1. no<br>&gt; no', '\\# no\\\n\\- no\\\n1\\. no\\\n\\> no'],
    ['', ''],
    ['<p></p><div><br></div>', ''],
  ])('%j is %j', (html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  test('names the media it refers to', () => {
    const found = fromHtml('<img src="a.png"> [sound:b.mp3] <img src="https://x.y/c.png" alt="c">');
    expect(found.media).toEqual(['a.png', 'b.mp3']);
    expect(found.markdown).toBe('![a.png](a.png) ♪ b.mp3 ![c](https://x.y/c.png)');
  });

  test('shows text as it is, whatever signs are in it', () => {
    const sign = fc.constantFrom(...'*_`~#>-+=|[]()!\\$<&;:1.a \n'.split(''));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 25 }), (signs) => {
        const text = signs
          .join('')
          .replaceAll(/\\[([]/g, '/')
          .replaceAll(/\s+/g, ' ')
          .trim();
        const shown = cardHtml(markdown(escaped(text)));
        expect(plain(shown)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('takes deep and endless nesting', () => {
    expect(markdown(`${'<div><b><ul><li>'.repeat(20_000)}x`)).toContain('x');
    expect(markdown(`${'<b>'.repeat(400)}x${'</b>'.repeat(400)}y`)).toBe('**x**y');
  });
});

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const plain = (html: string) =>
  html
    .replaceAll(/<\/?(p|span)>/g, '')
    .replaceAll('&#91;', '[')
    .replaceAll(/&#12([35]);/g, (_, digit) => (digit === '3' ? '{' : '}'))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test.each([
  ['blanks', ' '.repeat(300_000)],
  ['lines', '\n'.repeat(300_000)],
  ['breaks', '<br>'.repeat(100_000)],
  ['brackets', '['.repeat(300_000)],
  ['formulas', '\\('.repeat(200_000)],
  ['empty elements', '<i></i>'.repeat(50_000)],
  ['marked blanks', '<b> </b>'.repeat(50_000)],
  ['words', '<b>a</b> b<br>'.repeat(30_000)],
  ['code', '<code>a    b</code> '.repeat(30_000)],
  ['backticks', '`'.repeat(300_000)],
  ['dashes', '- '.repeat(150_000)],
  ['entities', '&amp;'.repeat(100_000)],
  ['cells', `<table><tr>${'<td>a'.repeat(50_000)}</table>`],
])('many %s take no long time', (_, html) => {
  const start = cpuTime();
  fromHtml(`x${html}x`);
  expect(cpuTime() - start).toBeLessThan(5000);
});

describe('blocks within a heading', () => {
  test.each([
    [
      '<h4>Title<ul><li>First item.</li><li>Second item.</li></ul></h4>',
      '#### Title\n\n- First item.\n- Second item.',
    ],
    ['<h4><p>A paragraph.</p><p>Another.</p></h4>', 'A paragraph.\n\nAnother.'],
    ['<h2><span>Only <b>text</b></span></h2>', '## Only **text**'],
    ['<h3>One<div>two</div>three</h3>', '### One\n\ntwo\n\nthree'],
  ])('%s', (html, markdown) => {
    expect(fromHtml(html).markdown).toBe(markdown);
  });
});

test('a drawing leaves its title, and is named among what stays behind', () => {
  const svg = '<svg viewBox="0 0 1 1"><title>A cell</title><g><text>no</text><path/></g></svg>';
  expect(fromHtml(`Look: ${svg}!`)).toEqual({
    markdown: 'Look: (picture: A cell)!',
    media: ['A cell'],
  });
  expect(fromHtml('<svg><path d="M0"/></svg> b')).toEqual({
    markdown: '(picture) b',
    media: ['a drawing (SVG)'],
  });
});

describe('blocks where there is but one line', () => {
  test.each([
    [
      '<table><tr><td><div>one</div><div>two</div></td><td>a<ul><li>b</li><li>c</li></ul>d</td></tr></table>',
      '| one two | a b c d |\n| --- | --- |',
    ],
    [
      '<table><tr><td><p>a</p></td><td><b><p>b</p></b></td></tr></table>',
      '| a | **b** |\n| --- | --- |',
    ],
    ['<pre><div>a</div><div>b</div>c</pre>', '```\na\nb\nc\n```'],
    ['<pre>a<br><div>b</div></pre>', '```\na\nb\n```'],
  ])('%s', (html, markdown) => {
    expect(fromHtml(html).markdown).toBe(markdown);
  });
});

test.each([
  ['<object data="map.svg" type="image/svg+xml">no</object>', '(picture: map.svg)', ['map.svg']],
  ['<embed src="map.svg">', '(picture: map.svg)', ['map.svg']],
  ['<canvas id="c" title="A _plot_"></canvas>', '(picture: A \\_plot\\_)', ['A _plot_']],
  ['<canvas></canvas>', '(picture)', ['a drawing (canvas)']],
  ['<iframe src="https://x.y/film"></iframe>', '[https://x.y/film](https://x.y/film)', []],
  ['<object data="data:image/svg+xml,<svg/>"></object>', '(picture)', ['a drawing (object)']],
])('%s is named, whatever draws it', (html, markdown, media) => {
  expect(fromHtml(html)).toEqual({ markdown, media });
});
