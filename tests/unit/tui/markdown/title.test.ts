import { expect, test } from 'vitest';
import { questionTitle } from '../../../../src/tui/markdown/title.js';

test.each([
  ['Why $O(n\\log n)$?', 'Why O(n log n)?'],
  ['What is $\\alpha$ in **LoRA**?', 'What is α in LoRA?'],
  ['Explain `torch.compile` and *eager*', 'Explain torch.compile and eager'],
  ['2 \\* 3 &lt; 7', '2 * 3 < 7'],
  ['See [the paper](https://example.org/a)', 'See the paper'],
  ['#### Title\n\n- one\n- two', 'Title one two'],
  ['1. one\n2. two', 'one two'],
  ['C# and a - b', 'C# and a - b'],
  ['![a plot](plot.png) What is this?', '[image: a plot] What is this?'],
  ['x<sub>1</sub><br>and <b>more</b>', 'x₁ and more'],
  ['What prints\n\n```py\nprint(1)\n```', 'What prints print(1)'],
  ['one\ntwo\tthree', 'one two three'],
  ['a \u001b[31m red *one*', 'a ␛[31m red one'],
  ['snake_case_name stays', 'snake_case_name stays'],
  ['[x]: https://example.org', '[x]: https://example.org'],
])('%j is shown as a title', (markdown, title) => {
  expect(questionTitle(markdown)).toBe(title);
});

test('of a long text only what can be shown is read', () => {
  expect(questionTitle(`**${'word '.repeat(100_000)}**`).length).toBeLessThan(600);
});
