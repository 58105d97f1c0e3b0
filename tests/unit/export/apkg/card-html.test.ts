import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHtml } from '../../../../src/deck/html/to-markdown.js';
import { parseHtml } from '../../../../src/deck/html/tree.js';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { cardHtml } from '../../../../src/export/apkg/card-html.js';

describe('Markdown as HTML of Anki', () => {
  test('has code in the classes of highlight.js', () => {
    const html = cardHtml('```python\ndef f(): pass\n```');
    expect(html).toContain('<code class="language-python">');
    expect(html).toContain('<span class="hljs-keyword">def</span>');
  });

  test('has maths as MathJax', () => {
    expect(cardHtml('So $a < b$.')).toBe('<p>So \\(a &lt; b\\).</p>');
    expect(cardHtml('$$\nx^2\n$$')).toBe('<p>\\[x^2\\]</p>');
  });

  test('gives maths that could make links or load extensions as code', () => {
    for (const tex of ['\\href{javascript:a()}{x}', '\\require{html}', '\\csname href\\endcsname'])
      expect(cardHtml(`$${tex}$`)).toMatch(/^<p><code>/);
  });

  test('shows what would reorder or hide text', () => {
    expect(cardHtml('a\u202eb\u2066c `\u202e` 👩\u200d💻')).toBe(
      '<p>a⟦U+202E⟧b⟦U+2066⟧c <code>⟦U+202E⟧</code> 👩\u200d💻</p>',
    );
  });

  test('shows signs of Anki as they are', () => {
    const html = cardHtml('[sound:x.mp3] [latex]a[/latex] `[$]b[/$]` {{Question}} \\\\(c\\\\)');
    expect(html).not.toMatch(/\[(sound|\/?latex|\/?\$)|\{\{|\}\}|\\\(/);
    expect(fromHtml(html).markdown).toContain('{{Question}}');
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '![x](javascript:alert(1))',
    '![x](data:text/html,<script>alert(1)</script>)',
    '[x](https://a.b/"onmouseover="alert(1))',
    '<https://a.b/"onmouseover="x>',
    '```"><script>alert(1)</script>\nx\n```',
    '`<script>`',
    '$<script>alert(1)</script>$',
    '<svg/onload=alert(1)>',
    'a\u0000<scr\u0000ipt>b\u001f<b>',
  ])('runs nothing of %j', (markdown) => {
    expect(dangers(cardHtml(markdown))).toEqual([]);
    expect(cardHtml(markdown)).not.toMatch(/[\u0000\u001f]/);
  });

  test('runs nothing, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '`',
        '$',
        '\\(',
        '\\)',
        '[',
        '](',
        ')',
        '!',
        'javascript:',
        '\n',
        ' ',
      ],
      ...['<script>', '<img src=x onerror=y>', '\n\n', '> ', '- ', '|', '---', '```', '&lt;', 'a'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(dangers(cardHtml(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const HARMLESS =
  /^(p|span|pre|code|a|ul|ol|li|strong|em|s|br|hr|table|thead|tbody|tr|th|td|blockquote|h[1-6])$/;

/** Elements, attributes and addresses of HTML that could run or load something. */
function dangers(html: string): string[] {
  const raw = /<(script|style|svg|iframe)/i.test(html) ? ['raw'] : [];
  return [...raw, ...parseHtml(html).flatMap(dangersOf)];
}

function dangersOf(node: ReturnType<typeof parseHtml>[number]): string[] {
  if (typeof node === 'string') return [];
  const attributes = Object.entries(node.attributes)
    .filter((entry) => !isHarmless(...entry))
    .map((entry) => entry.join('='));
  const own = HARMLESS.test(node.name) ? attributes : [node.name, ...attributes];
  return [...own, ...node.children.flatMap(dangersOf)];
}

function isHarmless(name: string, value: string): boolean {
  if (name === 'href') return /^(https?|mailto):/i.test(value);
  if (name === 'style') return /^text-align:(left|center|right)$/.test(value);
  return name === 'class' || name === 'start';
}

test('every bundled card comes back from HTML as Markdown that shows the same', () => {
  const files = readdirSync('decks', { recursive: true }).map(String);
  const texts = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => parseDeckFile(file, readFileSync(join('decks', file), 'utf8')).modules)
    .flatMap(({ cards }) => cards.flatMap(({ question, answer }) => [question, answer]));
  expect(texts.length).toBeGreaterThan(900);
  for (const text of texts) {
    const html = cardHtml(text);
    expect(cardHtml(fromHtml(html).markdown)).toBe(html);
  }
});

test.each([
  'H<sub>2</sub>O, x<sup>n<sub>i</sub></sup>, **a<sub>1</sub>**',
  'Press <kbd>Ctrl</kbd>+<kbd>`</kbd> or <kbd>\\*</kbd>',
  '<u>under *it*</u> <mark>seen</mark> ~~no~~',
  '<table><tr><th>a</th><th>b</th></tr><tr><td>x<sub>1</sub></td><td><kbd>|</kbd></td></tr></table>',
  '<ul><li>one<ol><li>two</li></ol></li><li><code>a &lt; b</code></li></ul>',
  '<details><summary>More</summary>\n\nhidden *text*\n\n</details>',
  'a<br>b &amp;lt; &copy; &lt;script&gt; <em>',
  '<h3>Title</h3><p>text</p><blockquote>said</blockquote><hr>',
  '<a href="https://x.org/a_b">a *link*</a> <img src="https://x.org/y.png" alt="a y">',
  '<pre><code class="language-js">let a = "<b>";\n</code></pre>',
  '<dl><dt>term</dt><dd>what it means</dd></dl>',
])('HTML that means something leaves for Anki and comes back: %j', (markdown) => {
  const html = cardHtml(markdown);
  const back = fromHtml(html).markdown;
  expect(cardHtml(back)).toBe(html);
  expect(fromHtml(cardHtml(back)).markdown).toBe(back);
});

test('the parts of an answer are labelled paragraphs and lists', () => {
  const html = cardHtml(
    '**In short:** Bytes.\n\n**Points:**\n\n- keys\n- (+) cost\n- (x) wrong\n\n**Follow-up:** Why?\n\nSo.',
  );
  expect(html).toContain('<p><strong>In short:</strong> Bytes.</p>');
  expect(html).toMatch(/<li>keys<\/li>\s*<li>\(\+\) cost<\/li>\s*<li>\(x\) wrong<\/li>/);
  expect(html).toContain('<p><strong>Follow-up:</strong> Why?</p>');
});
