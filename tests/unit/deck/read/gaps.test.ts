import { describe, expect, test } from 'vitest';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { writeModule } from '../../../../src/deck/write/module.js';
import { cardsOf, moduleOf } from '../deck-text.js';

const HEAD = '---\ntitle: "Sample"\n---\n\n## Interview Questions\n\n';

const H = '### ★★☆ _(Acme)_\n\n';
const folded = (text: string) =>
  `\n\n<details>\n<summary>Answer</summary>\n\n${text}\n\n</details>`;
const sides = (text: string) => cardsOf(text).map(({ question, answer }) => [question, answer]);
const codes = (text: string) =>
  parseDeckFile('m.md', HEAD + text).diagnostics.map(({ code }) => code);

describe('a text behind **Cloze:**', () => {
  test('gives a card for each gap, whatever marks it', () => {
    expect(
      sides(`${H}**Cloze:** It has [one], ==two== and {{three}}, {{c1::four::how many}}.`),
    ).toEqual([
      ['It has […], two and three, four.', 'one'],
      ['It has one, […] and three, four.', 'two'],
      ['It has one, two and […], four.', 'three'],
      ['It has one, two and three, […].', 'four'],
    ]);
  });

  test('asks for no link, picture, box, escaped bracket or code', () => {
    const text = '[a](b) ![c](d) \\[e\\] `[f]` [x] but for [this].';
    expect(sides(`${H}**Cloze:** ${text}`)).toEqual([[text.replace('[this]', '[…]'), 'this']]);
  });

  test('has its answer below each gap', () => {
    expect(sides(`${H}**Cloze:** [A] and [B].${folded('Both.')}`)).toEqual([
      ['[…] and B.', 'A\n\nBoth.'],
      ['A and […].', 'B\n\nBoth.'],
    ]);
  });

  test('may have its gaps in the answer instead', () => {
    expect(sides(`${H}**Cloze:** Name them.${folded('- [A]\n- [B]')}`)).toEqual([
      ['Name them.\n\n- […]\n- B', 'A'],
      ['Name them.\n\n- A\n- […]', 'B'],
    ]);
  });

  test('makes siblings, which another text does not belong to', () => {
    const text = `${H}**Cloze:** [A] and [B].\n\n${H}**Cloze:** [C] and [D].\n\n${H}**Cloze:** [E].`;
    const [a, b, c, d, e] = cardsOf(text).map(({ siblings }) => siblings);
    expect([a === b, c === d, a === c, e]).toEqual([true, true, false, undefined]);
  });

  test('numbers its id', () => {
    const text = `${H}<!-- id: kv -->\n\n**Cloze:** [A] and [B].`;
    expect(cardsOf(text).map(({ explicitId }) => explicitId)).toEqual(['kv', 'kv-2']);
  });

  test('without a gap is said so', () => {
    expect(codes(`${H}**Cloze:** Nothing.${folded('Here.')}`)).toEqual(['gap-missing']);
    expect(codes(`${H}**Cloze:** Some[thing] of [it]`)).toEqual([]);
  });

  test('is only meant by that word: a choice C is none, nor a gap elsewhere', () => {
    const text = `${H}**Q:** Which is [x] of {{y}}?\n\n- **A:** 1\n- **C:** [3]${folded('==z==')}`;
    expect(sides(text)).toHaveLength(1);
  });
});

test('cards with gaps are written as cards that know each other', () => {
  const module = moduleOf(`## Interview Questions\n\n${H}**Cloze:** [A] and [B].`);
  const written = writeModule(module);
  expect(written).toContain('<!-- siblings: ');
  const again = parseDeckFile('m.md', written).modules[0]!.cards;
  expect(again.map((card) => ({ ...card, line: 0 }))).toEqual(
    module.cards.map((card) => ({ ...card, line: 0 })),
  );
});
