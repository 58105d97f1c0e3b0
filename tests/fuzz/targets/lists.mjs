import { law } from '../law.mjs';
import { DECK_TOKENS } from '../seeds.mjs';

const ROUND_TRIP_ONE_IN = 20;
const AROUND = { root: 'lists', folders: [], name: 'what-is-it', asking: 0, prevailing: null };
const DEFAULTS = { part: '', companies: [], stars: 2 };
const TOKENS = [
  ...[
    '**1)** ',
    '1. ### ',
    '# ',
    '#### ',
    '* **a?** ',
    '- [ ] ',
    '- [x] ',
    '👶',
    '🚀',
    '**A: B)**',
  ],
  ...['[top](#top)\n', '<br><b>', '</b></details>', '::', ':::', '\n?\n', '??', '==a==', '{{b}}'],
  ...['\n***\n', '\n---\n', '<!--SR:!2026-01-01,4,270-->', '#flashcards', 'C: [a] [b]\n', '\t'],
  ...[
    'question,answer\n',
    '"',
    '""',
    '###### Source\n',
    'Question: ',
    '<a name="a"></a>',
    '[[↑]](#a)',
  ],
  ...[
    '> [!question]- a?\n> b\n',
    '> > [!answer]-\n',
    '❓ a?\n',
    '✅ ',
    '🔹 **',
    '💡 ',
    '<h3>a?</h3>\n',
  ],
  ...[
    '<h2>',
    '</h2>',
    '<pre>',
    'Q - ',
    'A - ',
    'Ans. ',
    'Question 1\n',
    '## Question 1\n',
    '<!-- easy -->',
  ],
  ...['[Hard] ', '**Difficulty:** easy\n', ' A: '],
  ...['::: details Answer\n', '\n:::\n', '??? question "a?"\n    ', '{{< details "Answer" >}}\n'],
  ...['{{< /details >}}\n', '\n== a? ==\n', ' {#a}\n', '<!-- Q -->\n', '<!-- A -->\n', '⸻\n'],
  ...['#separator:tab\n', '\n## Answers\n', '\n2. ', '\n3) ', ' #easy\n', '**Tags:** #a\n'],
];

/** Question lists of any shape: each reads whatever comes, and its cards can be written and read again. */
export const lists = {
  name: 'lists',
  share: 2,
  sources: {
    parseList: 'src/deck/parse/list.ts',
    writeModule: 'src/deck/write/module.ts',
    parseDeckFile: 'src/deck/parse/file.ts',
    SHAPES: 'src/deck/shapes/decide.ts',
  },
  tokens: [...DECK_TOKENS, ...TOKENS],
  seeds: ({ SHAPES }) => [
    ...SHAPES.map(({ example }) => `${example}\n\n`.repeat(3)),
    '{:version 2 :decks [{:name "a" :cards ({:content "a\\n---\\nb"} #{:c} #inst "2020")}]}',
    '{"~:version":2,"~:decks":[{"~:id":"~:d","~:cards":{"~#list":[{"~:content":"{{1::a}} b"}]}}]}',
    '["^ ","~:version",2,"~:cards",[["^ ","~:content","a\\n---\\nb"],["^ ","^2","~~c"]]]',
  ],
  check({ parseList, writeModule, parseDeckFile, SHAPES }, text, random) {
    const count = text.split(/\r\n?|\n/).length;
    for (const shape of [null, ...SHAPES.map(({ name }) => name)]) {
      const hints = { around: AROUND, choice: { shape, questionsOnly: false }, defaults: DEFAULTS };
      const { modules, diagnostics } = parseList('fuzz.md', text, hints);
      for (const { line } of diagnostics)
        law('a finding lies in the file', line >= 1 && line <= count);
      for (const module of modules) checkCards(module, count);
      // Writing reads each card back several times over: most of the time would go there.
      if (random.below(ROUND_TRIP_ONE_IN) > 0) continue;
      for (const module of modules) checkWritten(module, writeModule, parseDeckFile);
    }
  },
};

function checkCards(module, count) {
  for (const { line, question } of module.cards) {
    law('a card asks something', question.trim() !== '');
    law('a card stands in the file', line >= 1 && line <= count);
  }
}

function checkWritten(module, writeModule, parseDeckFile) {
  const [back] = parseDeckFile('fuzz.md', writeModule(module)).modules;
  const texts = ({ cards }) =>
    JSON.stringify(cards.map(({ question, answer }) => [question, answer]));
  law('what is written is read again', back !== undefined && texts(back) === texts(module));
}
