import { describe, expect, test } from 'vitest';
import { pairsOf } from '../reading.js';

describe('tables in HTML', () => {
  const row = (q: string, a: string) => `<tr>\n<td>${q}</td>\n<td>${a}</td>\n</tr>\n`;
  const head = '<tr><th>Question</th><th>Answer</th></tr>\n';

  test('with a header, and what HTML stands in their cells', () => {
    const text = `# Caches\n\n<table>\n<thead>${head}</thead><tbody>\n${row('What is a <b>cache</b>?', 'Kept <code>values</code>.')}${row('Why?', 'For speed.')}</tbody></table>\n`;
    expect(pairsOf(text)).toEqual([
      ['What is a <b>cache</b>?', 'Kept <code>values</code>.'],
      ['Why?', 'For speed.'],
    ]);
  });

  test('with Markdown in their cells, between blank lines', () => {
    const cell = '\n\n```js\nlet a = "<td>";\n\na++;\n```\n\n- so `</table>` is text\n\n';
    const text = `<table>\n${head}${row('What is a?', cell)}${row('What is b?', 'It.')}</table>\n`;
    expect(pairsOf(text)).toEqual([
      ['What is a?', cell.trim()],
      ['What is b?', 'It.'],
    ]);
  });

  test('without a header, where a column asks', () => {
    const numbered = (n: number, q: string, a: string) =>
      `<tr><td>${n}</td><td>${q}</td><td>easy</td><td>${a}</td></tr>`;
    const text = `<table>\n${numbered(1, 'What is a?', 'It is that one.')}\n${numbered(2, 'Why is b?', 'So that it is.')}\n</table>`;
    expect(pairsOf(text)).toEqual([
      ['What is a?', 'It is that one.'],
      ['Why is b?', 'So that it is.'],
    ]);
  });

  test('with a table in a cell', () => {
    const inner = '<table><tr><td>x</td><td>y</td></tr></table>';
    const text = `<table>\n${head}${row('What is a?', inner)}${row('What is b?', 'It.')}</table>`;
    expect(pairsOf(text).map(([, answer]) => answer)).toEqual([inner, 'It.']);
  });

  test('are none in code, and where they lay out a page', () => {
    expect(pairsOf(`\`\`\`html\n<table>${head}${row('What?', 'It.')}</table>\n\`\`\`\n`)).toEqual(
      [],
    );
    const badges =
      '<table><tr><td><img src="a.png"></td><td>Build</td></tr><tr><td>x</td><td>y</td></tr></table>';
    expect(pairsOf(`# Product\n\n${badges}\n`)).toEqual([]);
  });
});

describe('lists of terms in HTML', () => {
  test('their terms are asked, all definitions answer', () => {
    const text =
      '# Words\n\n<dl>\n  <dt>Cache</dt>\n  <dd>Kept values.</dd>\n  <dd>Kept near.</dd>\n  <dt>Hit</dt>\n  <dt>Match</dt>\n  <dd>It was kept.</dd>\n</dl>\n';
    expect(pairsOf(text)).toEqual([
      ['Cache', 'Kept values.\n\nKept near.'],
      ['Hit\n\nMatch', 'It was kept.'],
    ]);
  });

  test('with ends of elements left out', () => {
    const text = '<dl>\n<dt>What is a?\n<dd>It.\n<dt>What is b?\n<dd>So.\n</dl>\n';
    expect(pairsOf(text)).toEqual([
      ['What is a?', 'It.'],
      ['What is b?', 'So.'],
    ]);
  });
});

describe("tables of Markdown's", () => {
  test('whose header names nothing, where a column asks', () => {
    const text =
      '| # | Topic | Notes |\n|---|---|---|\n| 1 | What is a? | It is that. |\n| 2 | What is b? | So it is. |\n';
    expect(pairsOf(text)).toEqual([
      ['What is a?', 'It is that.'],
      ['What is b?', 'So it is.'],
    ]);
  });

  test('whose header is a question already', () => {
    const text = '| What is a? | It is that. |\n|---|---|\n| What is b? | So it is. |\n';
    expect(pairsOf(text)).toHaveLength(2);
  });

  test('of problems and links alone make no cards', () => {
    const text =
      '| # | Title | Difficulty |\n|---|---|---|\n| 1 | Two Sum | Easy |\n| 2 | Add Numbers | Hard |\n| 3 | Longest Path | Easy |\n';
    expect(pairsOf(text)).toEqual([]);
  });
});
