import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mathsToUnicode } from '../../../../../src/tui/markdown/maths/maths.js';
import { renderMarkdown } from '../../../../../src/tui/markdown/render.js';

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
  ['p \\lor \\top', 'p ∨ ⊤'],
  ['x^\\top A^\\intercal', 'xᵀ Aᵀ'],
  ['a \\bmod n', 'a mod n'],
  ['A \\xleftarrow[g]{h} B', 'A ←h─g─ B'],
  ['\\mathds{1} \\mathbbm{R}', '𝟙 ℝ'],
  ['\\overline{AB} \\underline{xy}', 'A\u0305B\u0305 x\u0332y\u0332'],
  ['\\widehat{xyz} \\overline{\\frac{a}{b}}', 'hat(xyz) overline(a/b)'],
  ['n\\log n', 'n log n'],
  ['\\hat{y}', 'ŷ'],
  ['\\theta \\leftarrow \\theta - \\eta \\nabla L', 'θ ← θ − η ∇L'],
  ['\\text{softmax}(z)', 'softmax(z)'],
  ['\\left( \\frac{a}{b} \\right)', '( a/b )'],
  ['\\|x\\|_\\infty', '‖x‖_∞'],
  ['p_\\theta', 'p_θ'],
  ['\\unknown{x}', '\\unknown{x}'],
  ['a \\le b', 'a ≤ b'],
  ['n\\times d', 'n × d'],
  ['f(\\cdot)', 'f(·)'],
  ['2\\frac{1}{3}x', '2(1/3)x'],
  ['\\frac{1}{2}\\pi', '(1/2)π'],
  ['\\frac{1}{2\\pi}', '1/(2π)'],
  ['\\frac{\\partial L}{\\partial w_{ij}}', '∂L/∂wᵢⱼ'],
  ['\\frac{p(x)}{q(x)}', 'p(x)/q(x)'],
  ['\\sqrt{\\frac{2}{n}}', '√(2/n)'],
  ['\\mathcal{L}_{\\text{pre-train}}', 'ℒₚᵣₑ₋ₜᵣₐᵢₙ'],
  ['\\operatorname*{argmax}_\\theta f', 'argmax_θ f'],
  ['x \\not\\in S', 'x ∉ S'],
  ['\\underset{x}{\\max} f', 'maxₓ f'],
  ['a \\equiv b \\pmod{n}', 'a ≡ b (mod n)'],
  ['\\left\\{ x \\mid x \\right.', '{ x | x'],
  ['p(x\\mid y)', 'p(x | y)'],
  ['x^*_i', 'x*ᵢ'],
  ['x^', 'x^'],
  ['{x', '{x'],
  ['x_{i, j}', 'x_(i, j)'],
  ['x_{i + 1}', 'xᵢ₊₁'],
  ['\\mathbf{W}x', 'Wx'],
  ['10\\%', '10%'],
  ['\\begin{matrix} a \\end{matrix}', 'a'],
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
    ['It costs 5$, or 6$ more.', 'It costs 5$, or 6$ more.'],
    ['US$5 and A$6', 'US$5 and A$6'],
    ['`x` in $HOME/bin:$PATH', '`x` in $HOME/bin:$PATH'],
    ['the $n$th, $k$-means, 3$\\sigma$', 'the nth, k-means, 3σ'],
    ['$x$ and \\$y\\$', 'x and $y$'],
    ['$\n$', '$ $'],
    ['So $a_1 * b_1$ and $c_2 * d$.', 'So a₁ * b₁ and c₂ * d.'],
    ['Or \\(x^2\\) so', 'Or x² so'],
    ['$$\\alpha$$', '  α'],
    ['`$x^2$`', '`$x^2$`'],
  ])('%s', (text, shown) => {
    expect(draw(text)).toBe(shown);
  });
});
