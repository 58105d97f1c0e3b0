import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mathsToUnicode } from '../../../../src/tui/markdown/maths.js';
import { renderMarkdown } from '../../../../src/tui/markdown/render.js';

test.each([
  ['x^2', 'x²'],
  ['x_{t+1}', 'xₜ₊₁'],
  ['O(n^2 d)', 'O(n² d)'],
  ['\\frac{1}{2}', '1/2'],
  ['\\frac{a+b}{c}', '(a+b)/c'],
  ['\\frac{QK^\\top}{\\sqrt{d_k}}', 'QKᵀ/√dₖ'],
  ['\\sqrt{x + y}', '√(x + y)'],
  ['\\sqrt[3]{x}', '³√x'],
  ['\\sum_{i=1}^{n} x_i', '∑ᵢ₌₁ⁿ xᵢ'],
  ['\\mathbb{R}^{n \\times d}', 'ℝ^(n × d)'],
  ['\\log p(x)', 'log p(x)'],
  ['n\\log n', 'n log n'],
  ['\\hat{y}', 'ŷ'],
  ['\\theta \\leftarrow \\theta - \\eta \\nabla L', 'θ ← θ − η ∇L'],
  ['\\text{softmax}(z)', 'softmax(z)'],
  ['\\left( \\frac{a}{b} \\right)', '( a/b )'],
  ['\\|x\\|_\\infty', '‖x‖_∞'],
  ['p_\\theta', 'p_θ'],
  ['\\unknown{x}', '\\unknown{x}'],
  ['a \\le b', 'a ≤ b'],
  ['\\begin{matrix} a \\end{matrix}', '\\begin{matrix} a \\end{matrix}'],
  ['', ''],
])('%s is %s', (latex, text) => {
  expect(mathsToUnicode(latex)).toBe(text);
});

test('never throws, whatever stands between the dollars', () => {
  const pieces = fc.constantFrom(
    '\\frac',
    '{',
    '}',
    '^',
    '_',
    '\\sqrt',
    '[',
    ']',
    'x',
    '\\',
    ' ',
    '\\hat',
    '\\left',
    '.',
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => typeof mathsToUnicode(parts.join('')) === 'string'),
  );
});

describe('in text', () => {
  const draw = (text: string) =>
    renderMarkdown(text, { width: 80, colors: false, hyperlinks: false }).join('\n');

  test.each([
    ['It costs $5 and $6.', 'It costs $5 and $6.'],
    ['Set $HOME and $PATH.', 'Set $HOME and $PATH.'],
    ['A $ alone', 'A $ alone'],
    ['So $a_1 * b_1$ and $c_2 * d$.', 'So a₁ * b₁ and c₂ * d.'],
    ['Or \\(x^2\\) so', 'Or x² so'],
    ['$$\\alpha$$', '  α'],
    ['`$x^2$`', '`$x^2$`'],
  ])('%s', (text, shown) => {
    expect(draw(text)).toBe(shown);
  });
});
