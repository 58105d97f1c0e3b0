import { readFileSync } from 'node:fs';
import { law } from '../law.mjs';
import { HTML_TOKENS } from '../seeds.mjs';
import { checkDrawing } from './markdown.mjs';

/** Fields as Anki and other programs write them, and as nobody should. */
export const HTML_SEEDS = [
  '<div>What is a <b>cache</b>?</div><div>A small, <i>fast</i> store&nbsp;in front of a slow one.</div>',
  '<ul><li>one</li><li>two<ol start="3"><li>three</li></ol></li></ul>',
  '<pre><code class="language-py">def f(x):<br>    return x &lt; 3</code></pre>',
  '<table><tr><th>a</th><th align="right">b|c</th></tr><tr><td>1<br>2</td><td>3</td></tr></table>',
  'so \\(a_1 &lt; b\\) and \\[\\sum_i x_i\\] [latex]$y$[/latex] [sound:a.mp3]',
  '<a href="javascript:alert(1)" onclick="x()">go</a> <a href="https://a.b/c(d)">there</a>',
  '<img src="../../etc/passwd" onerror="alert(1)"> <img src="data:image/png;base64,AAAA" alt="x">',
  '<script>alert(1)</script><style>a{}</style><svg onload=x><title>t</title></svg>end',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#27;[2J &#x9b;31m &#x202e;txt',
  '<h2>Head #</h2><blockquote>said<br><br>again</blockquote><hr>after',
  'x<sup>2</sup><sub>10</sub> <ruby>漢<rt>かん</rt></ruby> <kbd>Ctrl</kbd>+<code>a`b</code>',
  '# no<br>- no<br>1. no<br>&gt; no<br>--- <br>```<br>&lt;!-- id: a --&gt;',
];

const TAGS = new Set(
  `a b blockquote br code del em h1 h2 h3 h4 h5 h6 hr i li ol p pre s span strong table tbody td th
   thead tr ul div sup sub u mark kbd`.split(/\s+/),
);
const ATTRIBUTES = new Set(['href', 'class', 'style', 'start', 'title', 'align']);
/** Words of Anki's marks for formulas and sounds. */
const MARK_WORDS = new Set(['latex', 'sound']);
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/;

/** The HTML of a field: its Markdown is text, in the terminal and as HTML again. */
export const html = {
  name: 'html',
  share: 1,
  sources: {
    fromHtml: 'src/deck/html/to-markdown.ts',
    parseHtml: 'src/deck/html/tree.ts',
    cardHtml: 'src/export/apkg/card-html.ts',
    Parser: 'htmlparser2',
    renderMarkdown: 'src/tui/markdown/render.ts',
    linksOf: 'src/tui/markdown/links.ts',
    stringWidth: 'string-width#default',
  },
  tokens: HTML_TOKENS,
  seeds() {
    const tests = readFileSync('tests/unit/deck/html/to-markdown.test.ts', 'utf8');
    const tried = [...tests.matchAll(/^ {4}\['([^']+)', '/gm)].map(([, text]) => text);
    return [...HTML_SEEDS, ...tried];
  },
  check(functions, text, random) {
    const { markdown } = functions.fromHtml(text);
    law('no control character is in the Markdown', !CONTROLS.test(markdown));
    checkWords(text, markdown, functions.parseHtml);
    checkDrawing(functions, markdown, random);
    checkInert(functions.cardHtml(markdown), functions.Parser);
  },
};

/** Each word that a browser would show is in the Markdown. */
function checkWords(text, markdown, parseHtml) {
  const wordsOf = (node) =>
    typeof node === 'string' ? (node.match(/[A-Za-z]{3,}/g) ?? []) : node.children.flatMap(wordsOf);
  for (const word of parseHtml(text).flatMap(wordsOf)) {
    if (!MARK_WORDS.has(word.toLowerCase()))
      law('no word is lost', markdown.includes(word), () => word);
  }
}

/** Nothing in HTML runs or loads. */
function checkInert(text, Parser) {
  const parser = new Parser({
    onopentag(name, attributes) {
      law('an element shows text only', TAGS.has(name), () => name);
      for (const [key, value] of Object.entries(attributes)) {
        law('an attribute does nothing', ATTRIBUTES.has(key), () => key);
        if (key === 'href') law('a link leads to web or mail', /^(https?:|mailto:)/i.test(value));
        if (key === 'style') law('a style loads nothing', !/url|expression/i.test(value));
      }
    },
  });
  parser.end(text);
}
