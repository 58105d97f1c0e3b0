import { describe, expect, it } from 'vitest';
import { repairResidue } from '../../../../src/deck/salvage/residue.js';
import { rewrite } from '../../../../src/deck/salvage/rewrite.js';
import { cpuTime } from '../../../support/cpu-time.js';

const repaired = (text: string) => rewrite(text, repairResidue(text).edits).text;

describe('leftovers of JSX', () => {
  it.each([
    ['A cache holds keys{" "} and values.', 'A cache holds keys and values.'],
    ["A cache holds keys{' '}and values.", 'A cache holds keys and values.'],
    ['It grows. {" "} Then it is cut.', 'It grows. Then it is cut.'],
    ['The rate is{" "} , not{" "} . It falls.', 'The rate is, not. It falls.'],
    ['the risk:\u00a0{" "} “so”', 'the risk: “so”'],
    ['Why divide by ? {" "} Because.', 'Why divide by? Because.'],
    ['Two in a row:{" "} {" "} done (see{" "} )', 'Two in a row: done (see)'],
    ["the docs are {'\"'}static{'\"'} here", 'the docs are "static" here'],
    ['{" "}At the start{" "}', 'At the start'],
    ['> {" "} In a call-out{" "}', '> In a call-out'],
    ['one {/* a note\nto self */} two', 'one two'],
    ['one{/* {" "} */}two', 'onetwo'],
    ['a{" "} b {} {" "} c', 'a b c'],
    ['use <span className="x">the cache</span>{" "} now', 'use the cache now'],
    ['only when p{" "} 0.5" /> holds', 'only when p 0.5 holds'],
  ])('%j becomes %j', (damaged, clean) => {
    expect(repaired(damaged)).toBe(clean);
  });

  it('are counted one by one, with the place of the first', () => {
    const text = 'x  {" "} {" "} y {\'"\'}z{\'"\'}';
    expect(repairResidue(text)).toMatchObject({ count: 4, first: text.indexOf('{') });
  });

  it('show that blanks before signs are leftovers too, and that strings in braces are', () => {
    expect(repaired('7 B{" "} params . Then {"so"}, x ; y')).toBe('7 B params. Then so, x; y');
  });

  it('bring no tag out of balance', () => {
    const text = 'a{" "} b <b>bold</b> <i className="x">slanted</i> c</em>';
    expect(repaired(text)).toBe('a b <b>bold</b> slanted c');
  });
});

describe('what only looks like JSX', () => {
  it.each([
    'a set {"a", "b"}, an object {"key": "value"}, an empty {} and {} again .',
    'the tag <system>, List<string>, a <> b, x </ y',
    '# Title\n\n```jsx\n<p className="x">a{" "}b {/* no */}</p>\n```\n\na {"b"} c',
    'inline `{" "}` and ``{/* ` */}`` and {"word"} stay',
    '> ~~~\n> {" "}\n> ~~~',
    'a fence that never ends\n\n```\n{" "}\n\n{" "}',
    'f"{name} has {len(x)} items" , he said .',
    'a picture as HTML has it\n\n<img src="x.png" style="max-width: 300px"/>',
  ])('%j stays as it is', (text) => {
    expect(repairResidue(text).edits).toEqual([]);
  });

  it('stays as it is in code beside real leftovers', () => {
    const code = '```jsx\n<p className="x">a{" "}b .</p>\n```';
    expect(repaired(`a{" "} b .\n\n${code}\n\n\`{" "} .\` {" "} c`)).toBe(
      `a b.\n\n${code}\n\n\`{" "} .\` c`,
    );
  });

  it('is read in linear time', () => {
    const text = `{" "}${'{/*'.repeat(100_000)}${'<a '.repeat(50_000)}${'"/>'.repeat(50_000)}`;
    const start = cpuTime();
    repairResidue(text);
    expect(cpuTime() - start).toBeLessThan(5000);
  });
});
