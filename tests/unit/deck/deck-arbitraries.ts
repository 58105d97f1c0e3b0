import fc from 'fast-check';
import type { DeckCard } from '../../../src/model/card.js';
import type { DeckModule } from '../../../src/model/module.js';

/** Lines that a parser could take for structure. */
const NASTY_LINES = [
  ...['', '', '```', '```py', '````', '~~~', '</details>', '<details>', '<details open>'],
  ...[
    '<summary>Answer</summary>',
    '**Q:** x',
    '**Cloze:** a [b] [c]',
    '<!-- siblings: x -->',
    'Q: x',
    '**A:** y',
    'A: z',
    'B: z',
    '**Q: all?**',
  ],
  ...['## Interview Questions', '### ★★☆ _(A)_', '# T', '#### deep', '## Related', '---', '==='],
  ...['> quote', '> [!answer]', '> [!question] Q', '> **Q:** q', '- **Q:** l', '- item', '  - x'],
  ...['1. one', '    code', '\tcode', '<!-- id: a -->', '<!-- ', '-->', '`code', '`</details>`'],
  ...['title: x', 'text</details>', '<div>', '<pre>', '</pre>', '| a | b |', '|---|---|'],
  ...['[a]: b', '$x$', '*', '**', '★★★', '\\', '[[x]]', 'what?', 'done.', 'number: 2', '{" "}'],
  ...['**In short:** s', '**Points:**', '- (x) wrong', '**Follow-up:** why?', '**Trap:** t'],
  ...['\u2028', '\u00A0', '\uFFFD', '\u001B[31m', '---js', '...'],
];

/** A line of Markdown, often a nasty one. */
export const lines = fc.oneof(
  // Two in a row are what goes wrong: at four in six, four times as often as at one in three.
  { weight: 4, arbitrary: fc.constantFrom(...NASTY_LINES) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);

/** Markdown as the model holds it: lines end in \n, outer blank lines are trimmed. */
const markdown = fc
  .array(lines, { minLength: 1, maxLength: 8 })
  .map((found) => found.join('\n').replaceAll(/\r\n?/g, '\n'))
  .map((text) => text.replace(/^(?:[ \t]*\n)+/, '').replace(/[ \t\n]+$/, ''))
  .map((text) => (/^[ \t]+$/.test(text) ? '' : text));

const words = fc
  .string({ minLength: 1, maxLength: 20 })
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

const aloneCards: fc.Arbitrary<DeckCard> = fc.record({
  explicitId: fc.constant(null),
  stars: fc.constantFrom(1 as const, 2 as const, 3 as const),
  companies: fc.uniqueArray(words, { maxLength: 3, selector: (name) => name.toLowerCase() }),
  tags: fc.uniqueArray(words, { maxLength: 3, selector: (name) => name.toLowerCase() }),
  question: markdown.filter((text) => text.trim() !== ''),
  answer: markdown,
  line: fc.constant(0),
  defects: fc.constant([]),
});

/** Some know others of their module. */
const cards: fc.Arbitrary<DeckCard> = fc
  .tuple(aloneCards, fc.option(fc.stringMatching(/^[a-z0-9][a-z0-9 -]{0,6}[a-z0-9]$/)))
  .map(([card, siblings]) => (siblings === null ? card : { ...card, siblings }));

const links = fc.record({
  title: fc.stringMatching(/^[A-Za-z[\]\\] ?[a-z]{1,8}$/),
  url: fc.webUrl(),
  note: fc.stringMatching(/^(?:[a-z]{1,5} [a-z]{1,5})?$/),
});

/** Modules with text of every kind, as the parser can give them. */
export const modules: fc.Arbitrary<DeckModule> = fc.record({
  title: words,
  part: fc.oneof(fc.constant(''), words),
  number: fc.option(fc.nat()),
  emoji: fc.constantFrom('', '💾', '🧮'),
  subtitle: fc.oneof(fc.constant(''), words),
  tags: fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,9}$/), { maxLength: 3 }),
  unknownKeys: fc.dictionary(
    fc.stringMatching(/^x[a-z:# -]{0,8}[a-z]$/),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string())),
    { maxKeys: 3, noNullPrototype: true },
  ),
  extras: fc.record({
    keyQuestion: markdown,
    insights: fc.array(
      markdown.filter((text) => text !== ''),
      { maxLength: 3 },
    ),
    code: fc.constantFrom('', '```py\n## x\n```', 'Text.\n\n### Part\n\n```\n</details>\n```'),
    reading: fc.array(links, { maxLength: 3 }),
    related: fc.array(fc.stringMatching(/^[A-Za-z&:]{1,9}$/), { maxLength: 3 }),
  }),
  cards: fc.array(cards, { maxLength: 4 }),
  line: fc.constant(1),
});

/** Files of any lines, under front matter that can be read. */
export const files = fc
  .array(fc.oneof(lines, fc.constantFrom('## Key Insights', '## Code Examples', '> [!tip] x')), {
    maxLength: 25,
  })
  .map((found) => `---\ntitle: "T"\n---\n${found.join('\n')}`);
