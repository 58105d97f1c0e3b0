import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { rewrite } from '../../../../src/deck/salvage/rewrite.js';
import { unflatten } from '../../../../src/deck/salvage/unflatten.js';
import { cpuTime } from '../../../support/cpu-time.js';
import { flatten } from './damage.js';

const unflattened = (text: string) => rewrite(text, unflatten(text)).text;
const HEAD = '--- title: "Caches" number: 3 tags: ["a", "b"] --- # 💾 Caches';

describe('front matter', () => {
  it('gets a line for each key', () => {
    expect(unflattened(`${HEAD} > [!question] Key Question > Why?`)).toBe(
      '---\ntitle: "Caches"\nnumber: 3\ntags: ["a", "b"]\n---\n\n# 💾 Caches\n\n> [!question] Key Question\n> Why?',
    );
  });

  it('may hold anything within its quotes', () => {
    const text = `--- title: "A --- b: \\"c\\" part: x" part: 'It''s --- here' emoji: 💾 subtitle: two words --- # A`;
    expect(unflattened(text)).toBe(
      `---\ntitle: "A --- b: \\"c\\" part: x"\npart: 'It''s --- here'\nemoji: 💾\nsubtitle: two words\n---\n\n# A`,
    );
  });

  it('that is no YAML is left for the parser to report, and the next module is read', () => {
    const text = `--- title: "broken part: "X" --- # A ## Related B\n--- --- title: "Good" --- # Good ### ★☆☆ **Q:** Why?\nAnswer So.`;
    const { modules, diagnostics } = parseDeckFile('x.txt', unflattened(text));
    expect(modules.map(({ title }) => title)).toEqual(['Good']);
    expect(diagnostics.map(({ code }) => code)).toContain('front-matter-invalid');
  });

  it('parts the modules of a collection and drops the rules between them', () => {
    const text = `# All of it, by me --- ${HEAD} ## Related B · C --- --- title: "B" --- # B ## Related Caches ---`;
    const { modules } = parseDeckFile('x.txt', unflattened(text));
    expect(modules.map(({ title, extras }) => [title, extras.related])).toEqual([
      ['Caches', ['B', 'C']],
      ['B', ['Caches']],
    ]);
  });
});

describe('sections', () => {
  it('are put on lines of their own, with call-outs, code, lists and titles', () => {
    const text = `${HEAD} > What they are > [!question] Key Question > Why > 3? ← Queues | → Trees ## Contents - One - Two-way ## Key Insights > [!tip] Insight > First > second. > [!tip] Insight > Third. ## Code Examples \`\`\`python # get x = a["# b"] ## c \`\`\` \`\`\`ts f() \`\`\` ## Further Reading - [One - two](https://a.example/x) by A - B. - [Three](https://b.example) C ## Related Queues · Trees & Tries`;
    expect(unflattened(text)).toBe(
      [
        '---\ntitle: "Caches"\nnumber: 3\ntags: ["a", "b"]\n---',
        '# 💾 Caches',
        '> What they are',
        '> [!question] Key Question\n> Why > 3?',
        '← Queues | → Trees',
        '## Contents',
        '- One\n- Two-way',
        '## Key Insights',
        '> [!tip] Insight\n> First > second.',
        '> [!tip] Insight\n> Third.',
        '## Code Examples',
        '```python\n# get x = a["# b"] ## c\n```',
        '```ts\nf()\n```',
        '## Further Reading',
        '- [One - two](https://a.example/x) by A - B.\n- [Three](https://b.example) C',
        '## Related',
        '[[Queues]] · [[Trees & Tries]]',
      ].join('\n\n'),
    );
  });

  it('leave an arrow in a key question that names no module', () => {
    const question = 'How does text → tokens work?';
    const text = `${HEAD} > [!question] Key Question > ${question} ## Key Insights > [!tip] Insight > X.`;
    expect(unflattened(text)).toContain(`> ${question}\n\n## Key Insights`);
  });

  it('take one link off where it names a module of the text', () => {
    const text = `${HEAD} > [!question] Key Question > What → Trees ## Key Insights > [!tip] Insight > X. ## Related Trees`;
    expect(unflattened(text)).toContain('> What\n\n→ Trees\n\n## Key Insights');
  });
});

describe('questions', () => {
  const card = (question: string, answer: string) =>
    `## Interview Questions ### ★★☆ _(Acme, Beta)_ **Q:** ${question}\nAnswer ${answer}`;

  it('get their heading, text and answer back', () => {
    expect(unflattened(`${HEAD} ${card('Why?', 'So.')}\n### ★☆☆ **Q:** And?\nAnswer`)).toContain(
      [
        '## Interview Questions',
        '### ★★☆ _(Acme, Beta)_',
        '**Q:** Why?',
        '<details>\n<summary>Answer</summary>',
        'So.',
        '</details>',
        '### ★☆☆',
        '**Q:** And?',
        '<details>\n<summary>Answer</summary>\n\n\n\n</details>',
      ].join('\n\n'),
    );
  });

  it.each([
    'A comment # here, ## Related work and ### more - [x](y) > [!tip] so --- title: no',
    'Answer is yes. **Q:** is not one. Use `## Key Insights` so',
    'Broken ```python x = 1 # never closed ## Related',
    'it said <system>, a < b > c and ~~~ too',
    'ends in a backslash \\',
    'keeps an empty pair ``` of marks',
  ])('keep running text: %j', (answer) => {
    const text = `${HEAD} ${card('What does # do?', answer)}\n### ★☆☆ **Q:** Next?\nAnswer B.\n## Related Trees`;
    const [module] = parseDeckFile('x.txt', unflattened(text)).modules;
    expect(module?.cards.map((one) => [one.question, one.answer])).toEqual([
      ['What does # do?', answer],
      ['Next?', 'B.'],
    ]);
    expect(module?.extras.related).toEqual(['Trees']);
  });

  it('take code in an answer onto lines of its own', () => {
    const text = `${HEAD} ${card('How?', 'Like so: ```python x = 1 # ## y ``` Done.')}`;
    expect(unflattened(text)).toContain(
      '\n\nLike so:\n\n```python\nx = 1 # ## y\n```\n\nDone.\n\n</details>',
    );
  });

  it('are found where only their tags are left on the line', () => {
    const text = `${HEAD} ## Interview Questions ### ★★☆ **Q:** Why? <details> <summary>Answer</summary> So. </details> ### ★☆☆ **Q:** And? <details><summary>Answer</summary> No. </details> ## Related Trees`;
    const [module] = parseDeckFile('x.txt', unflattened(text)).modules;
    expect(module?.cards.map((one) => [one.stars, one.question, one.answer])).toEqual([
      [2, 'Why?', 'So.'],
      [1, 'And?', 'No.'],
    ]);
    expect(module?.extras.related).toEqual(['Trees']);
  });

  it('are found where only the answers lost their tags', () => {
    const text =
      '---\ntitle: "A"\n---\n\n### ★★☆\n\n**Q:** Why?\nAnswer So it is.\n\n### ★☆☆\n\n**Q:** And?\nAnswer No.\n';
    const [module] = parseDeckFile('x.txt', unflattened(text)).modules;
    expect(module?.cards.map((one) => [one.question, one.answer])).toEqual([
      ['Why?', 'So it is.'],
      ['And?', 'No.'],
    ]);
  });
});

describe('a text with its lines', () => {
  const markdown = `---\ntitle: "A"\n---\n\n# A\n\n## Interview Questions\n\n### ★★☆ _(Acme)_\n\n**Q:** Why?\n\n<details>\n<summary>Answer</summary>\n\nAnswer it.\n\n</details>\n`;

  it.each([
    markdown,
    `${markdown}\n\`\`\`md\n--- title: "B" --- # B ### ★★☆ **Q:** Why?\n\`\`\`\n`,
    'Write `--- title: "B" ---` first, and `## A ## Related B` never.',
    '# A > b\n\nText --- and more: so > [!x] y\n\n---\n\n### Is ** Q: ** one?',
  ])('stays as it is: %j', (text) => {
    expect(unflatten(text)).toEqual([]);
  });

  it('comes out of a second pass unchanged', () => {
    const once = unflattened(`# All --- ${flatten(markdown)} ---`);
    expect(unflatten(once)).toEqual([]);
  });
});

const word = fc.constantFrom(
  ...'cache key why # ## ### - > → --- a.b x: [y] (z) [a](b) `c` Answer Related **bold** 1) 3>2 “so” ไทย'.split(
    ' ',
  ),
);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 12 })
  .map((words) => `The ${words.join(' ')} end.`);
const plain = fc
  .array(fc.constantFrom('Keys', 'Values', 'and', 'Trees', '&', 'C++', '(so)'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => `T ${words.join(' ')}`);
const deckModule = fc.record({
  title: plain,
  key: plain,
  insights: fc.array(plain, { maxLength: 3 }),
  code: fc.array(fc.constantFrom('x = 1 # ## y', '# Related', 'f("> [!tip] z")'), { maxLength: 2 }),
  related: fc.array(plain, { maxLength: 3 }),
  cards: fc.array(
    fc.record({
      stars: fc.constantFrom('★☆☆', '★★☆', '★★★'),
      companies: fc.uniqueArray(fc.constantFrom('Acme', 'Beta & Co', 'Gamma'), { maxLength: 3 }),
      question: sentence,
      answer: sentence,
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
type Written = typeof deckModule extends fc.Arbitrary<infer T> ? T : never;

function write(module: Written, number: number): string {
  const fence = (code: string) => `\`\`\`python\n${code}\n\`\`\``;
  const companies = (names: string[]) => (names.length > 0 ? ` _(${names.join(', ')})_` : '');
  return [
    `---\ntitle: ${JSON.stringify(module.title)}\nnumber: ${number}\nemoji: "💾"\n---`,
    `# 💾 ${module.title}`,
    `> [!question] Key Question\n> ${module.key}`,
    '## Key Insights',
    ...module.insights.map((text) => `> [!tip] Insight\n> ${text}`),
    '## Code Examples',
    ...module.code.map(fence),
    '## Interview Questions',
    ...module.cards.flatMap((card) => [
      `### ${card.stars}${companies(card.companies)}`,
      `**Q:** ${card.question}`,
      `<details>\n<summary>Answer</summary>\n\n${card.answer}\n\n</details>`,
    ]),
    '## Further Reading',
    '- [One](https://a.example) first',
    '- [Two - b](https://b.example/c) second - third',
    ...(module.related.length > 0
      ? ['## Related', module.related.map((name) => `[[${name}]]`).join(' · ')]
      : []),
  ].join('\n\n');
}

describe('any collection', () => {
  it('gives the same modules flattened and whole', () => {
    fc.assert(
      fc.property(fc.array(deckModule, { minLength: 1, maxLength: 3 }), (modules) => {
        const files = modules.map(write);
        const flat = `# A collection of mine --- ${files.map(flatten).join(' --- ')} ---`;
        const restored = parseDeckFile('flat.txt', unflattened(flat)).modules;
        const whole = files.flatMap((file) => parseDeckFile('whole.md', file).modules);
        const withoutLines = (list: typeof whole) =>
          list.map(({ line: _, cards, ...rest }) => ({
            ...rest,
            cards: cards.map(({ line: __, ...card }) => card),
          }));
        expect(withoutLines(restored)).toEqual(withoutLines(whole));
      }),
      { numRuns: 200 },
    );
  });
});

describe('time', () => {
  it.each([
    '**Q:** ',
    '### ★☆☆ ',
    '--- title: ',
    '> [!tip] ',
    '``` ',
    '## Related ',
    'Answer\n',
    '- [a',
    '# ',
  ])('is linear in %j over and over', (piece) => {
    const text = `# A ## Related B\n${piece.repeat(200_000 / piece.length)}`;
    const start = cpuTime();
    unflatten(text);
    expect(cpuTime() - start).toBeLessThan(5000);
  });
});
