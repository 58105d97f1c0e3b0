import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mathsBlockLines } from '../../../../../src/tui/markdown/maths/block.js';
import { mathsToUnicode } from '../../../../../src/tui/markdown/maths/maths.js';
import { textWidth } from '../../../../../src/tui/markdown/text/measure.js';

function drawn(latex: string, width = 80): string[] {
  const options = { width, colors: false, hyperlinks: false };
  return mathsBlockLines(latex, options).map((line) => line.map(({ text }) => text).join(''));
}

describe('a formula over several lines', () => {
  test.each([
    [
      'A = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}^{-1}',
      ['  A = ⎛a  b⎞⁻¹', '      ⎝c  d⎠'],
    ],
    [
      '\\begin{bmatrix}1&0&0\\\\0&10&0\\\\0&0&1\\end{bmatrix}',
      ['  ⎡1  0   0⎤', '  ⎢0  10  0⎥', '  ⎣0  0   1⎦'],
    ],
    ['\\begin{array}{lr} a & bbb \\\\ \\hline cc & d \\end{array}', ['  a   bbb', '  cc    d']],
    [
      'f = \\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{else} \\end{cases}',
      ['  f = ⎧ x  if x > 0', '      ⎩ 0  else'],
    ],
    [
      '\\begin{aligned} a &= b + c \\\\ &\\le \\frac{1}{2} \\end{aligned}',
      ['  a = b + c', '      1', '    ≤ ─', '      2'],
    ],
    ['x = \\frac{a+b}{2}', ['      a+b', '  x = ───', '       2']],
    ['\\sum_{i=1}^{n} x_i', ['   n', '   ∑  xᵢ', '  i=1']],
    ['\\prod\\limits_i p', ['  ∏ p', '  i']],
    ['\\lim_{x \\to 0} f', ['   lim  f', '  x → 0']],
    ['\\operatorname*{argmax}_\\theta L', ['  argmax L', '    θ']],
    ['\\underbrace{a+b}_{c} + d', ['  a+b + d', '  ╰┬╯', '   c']],
    ['\\overbrace{a+b+c}^{k}', ['    k', '  ╭─┴─╮', '  a+b+c']],
    ['\\left(\\frac{a}{b}\\right)^2', ['  ⎛a⎞²', '  ⎜─⎟', '  ⎝b⎠']],
    ['\\sqrt{\\frac{a}{b}}', ['   ┌─', '   │a', '   │─', '  ╲│b']],
    ['\\binom{n}{k}', ['  ⎛n⎞', '  ⎝k⎠']],
    ['-\\frac{1}{2}(x)', ['    1', '  − ─ (x)', '    2']],
    ['a = 1 \\\\ b = 2', ['  a = 1', '  b = 2']],
    ['e^{\\frac{a}{b}}', ['  e^(a/b)']],
    ['x^2 + 1', ['  x² + 1']],
  ])('%s', (latex, lines) => {
    expect(drawn(latex).map((line) => line.trimEnd())).toEqual(lines);
  });

  test('stands on lines of text where it does not fit', () => {
    const matrix =
      '\\begin{pmatrix} alpha & beta & gamma \\\\ delta & epsilon & zeta \\end{pmatrix}';
    expect(drawn(matrix, 24).join(' ').replaceAll(/\s+/g, ' ')).toBe(
      ' (alpha beta gamma; delta epsilon zeta)',
    );
    const long = `\\begin{aligned} a &= \\frac{1}{2} \\\\ b &= ${'c + '.repeat(20)}c \\end{aligned}`;
    expect(drawn(long, 30).slice(0, 3)).toEqual(['      1', '  a = ─', '      2']);
    const tall = `\\begin{matrix}${'a\\\\'.repeat(40)}\\end{matrix}`;
    expect(drawn(tall).length).toBeLessThan(5);
  });
});

test.each([
  ['\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}', '(a b; c d)'],
  ['\\begin{cases} x & \\text{if } y \\\\ 0 \\end{cases}', '{x, if y; 0'],
  ['\\underbrace{a+b}_{c}', '(a+b) [c]'],
  ['\\underbrace{a}', 'a'],
  ['\\begin{aligned} a &= b \\\\ &= c \\end{aligned}', 'a = b; = c'],
  ['A \\xrightarrow{f} B', 'A ─f→ B'],
  ['\\textcolor{red}{x} \\label{eq}', 'x'],
])('on one line, %s is %s', (latex, text) => {
  expect(mathsToUnicode(latex)).toBe(text);
});

const PIECES = [
  ...[
    '\\frac',
    '\\sqrt',
    '{',
    '}',
    '^',
    '_',
    '\\left(',
    '\\right)',
    '\\left',
    '\\right.',
    'x',
    ' ',
  ],
  ...['\\begin{pmatrix}', '\\end{pmatrix}', '\\begin{cases}', '\\end{aligned}', '&', '\\\\', '1'],
  ...[
    '\\sum',
    '\\underbrace',
    '\\text',
    '\\binom',
    '[',
    ']',
    '\\operatorname*',
    '\ue000',
    '漢',
    '\\',
  ],
];

describe('whatever stands between the dollars', () => {
  test('nothing is thrown, no line is too wide, and no letter is lost', () => {
    const parts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 20, max: 100 }), (pieces, width) => {
        const lines = drawn(pieces.join(''), width);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('what is deep, long or wide costs no more than its length', () => {
    const began = performance.now();
    for (const latex of [
      `${'\\begin{pmatrix}'.repeat(20_000)}`,
      `${'\\begin{pmatrix}'.repeat(5000)}${'\\end{pmatrix}'.repeat(5000)}`,
      `${'\\frac{a}{'.repeat(5000)}${'}'.repeat(5000)}`,
      `${'\\frac{a}{'.repeat(18)}b${'}'.repeat(18)}`,
      '\\frac'.repeat(20_000),
      '\\left('.repeat(400),
      `${'\\sqrt'.repeat(500)}x`,
      '\\underbrace'.repeat(200),
      `\\begin{matrix}${'a&'.repeat(50_000)}\\end{matrix}`,
      `\\begin{matrix}${'\\frac ab&'.repeat(290)}\\end{matrix}`,
    ]) {
      drawn(latex);
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
