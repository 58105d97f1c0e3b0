import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readModules } from '../../../../src/app/import/read-modules.js';
import { salvage } from '../../../../src/deck/salvage/salvage.js';
import { CORPUS } from '../../../support/corpus.js';

const COLLECTION = resolve('../shared/corpus/transformer-math-collection.txt');

const FLAT =
  'Some words before. --- --- title: "Gate One" part: "Testing" number: 5 emoji: "🧪" subtitle: "a line" tags: ["a", "b"] --- # 🧪 Gate One > a line > [!question] Key Question > Which gate opens first? → Gate Two ## Key Insights > [!tip] Insight > A gate that is{" "} shut {" "} , stays shut. ## Code Examples ```python # ## not a heading def gate(): return 1 ``` ## Interview Questions ### ★★☆ _(Google, Meta)_ **Q:** Why does the gate open?\nAnswer It opens since the latch is lifted.\n### ★☆☆ _(OpenAI)_ **Q:** When does it shut?\nAnswer It shuts at four.\n## Further Reading - [One](https://example.org/1) first - [Two](https://example.org/2) second ## Related Gate Two · Gate Three';

describe('a flattened module', () => {
  const mended = salvage('f.md', FLAT);
  const [module] = readModules('f.md', new TextEncoder().encode(FLAT)).modules;

  test('is read as it was written', () => {
    expect(module).toMatchObject({
      title: 'Gate One',
      part: 'Testing',
      number: 5,
      emoji: '🧪',
      tags: ['a', 'b'],
      extras: {
        insights: ['A gate that is shut, stays shut.'],
        related: ['Gate Two', 'Gate Three'],
      },
    });
    expect(module?.extras.keyQuestion).toContain('Which gate opens first?');
    expect(module?.extras.reading.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(module?.extras.code).toContain('# ## not a heading def gate(): return 1');
    expect(
      module?.cards.map(({ question, answer, stars, companies }) => [
        question,
        answer,
        stars,
        companies,
      ]),
    ).toEqual([
      ['Why does the gate open?', 'It opens since the latch is lifted.', 2, ['Google', 'Meta']],
      ['When does it shut?', 'It shuts at four.', 1, ['OpenAI']],
    ]);
  });

  test('says what was mended', () => {
    expect(mended.repaired).toMatchObject({ encoding: 0, lost: 0, flattened: true });
    expect(mended.repaired.residue).toBeGreaterThan(0);
    const codes = mended.diagnostics.map(({ code }) => code);
    expect(codes).toContain('flattened');
    expect(codes).toContain('jsx-residue');
  });
});

describe('mojibake', () => {
  test.each([
    ['windows-874', 'a โ€” b โ†’ c โ˜… ร— d', 'a — b → c ★ × d'],
    ['windows-1252', 'itâ€™s a cafÃ© â€” fine â†’ now', 'it’s a café — fine → now'],
    ['a lost byte that stands out', 'x โ† y โ€” z', 'x ← y — z'],
  ])('of %s is decoded again', (_, damaged, right) => {
    expect(salvage('f.md', damaged).text).toBe(right);
  });

  test.each([
    'โลกของเรา และภาษาไทย',
    'Ελληνικά και ρ',
    'Привет, мир — это правда',
    '日本語と漢字',
    'déjà vu, naïve, “curly” ‘quotes’ …',
    'emoji 👩‍🔬 ⚠️ 🇩🇪 and ★☆ → ←',
    'plain ASCII {"a": 1} `{" "}`',
  ])('is not seen in %j', (text) => {
    expect(salvage('f.md', text)).toMatchObject({ text, changed: false, diagnostics: [] });
  });
});

describe.skipIf(!existsSync(COLLECTION))('the real collection', () => {
  const read = existsSync(COLLECTION)
    ? readModules(COLLECTION, readFileSync(COLLECTION))
    : { modules: [], diagnostics: [] };
  const cards = read.modules.flatMap((module) => module.cards);

  test('has no mojibake left in any question or answer', () => {
    expect(cards).toHaveLength(CORPUS.cards);
    const damaged = cards.filter(({ question, answer }) =>
      /[\u0e00-\u0e7f]|â€|Ã.|ðŸ|\ufffd|\{\s*["']\s*["']\s*\}/.test(`${question}\n${answer}`),
    );
    expect(damaged.map(({ question }) => question)).toEqual([]);
  });

  test('has its cut-off texts flagged', () => {
    const count = (defect: string) =>
      cards.filter(({ defects }) => defects.some((each) => each === defect)).length;
    expect(count('answer-truncated')).toBe(CORPUS.answersCutOff);
    expect(count('question-truncated')).toBeGreaterThan(24);
  });

  test('points at places that exist in the file', () => {
    const lines = readFileSync(COLLECTION, 'utf8').split('\n');
    for (const { line, column } of read.diagnostics) {
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
    }
  });
});
