import { describe, expect, test } from 'vitest';
import { planImport } from '../../../../src/deck/identity/plan-import.js';
import type { StoredCard } from '../../../../src/model/import.js';
import { type DeckModule, moduleKey } from '../../../../src/model/module.js';
import { readList } from './reading.js';

interface Item {
  readonly question: string;
  readonly answer: string;
}

const ITEMS: readonly Item[] = [
  ['cache', 'Keys and values of the tokens so far are kept for the next one'],
  ['tokenizer', 'Text becomes numbers by merging frequent pairs of bytes'],
  ['gradient', 'The direction in which the loss grows fastest, by all weights'],
  ['attention', 'Each token weighs the others by products of queries and keys'],
  ['dropout', 'Units are silenced at random, so that none is relied upon'],
].map(([word, answer]) => ({ question: `What is a ${word} good for?`, answer: `${answer}.` }));

/** Each layout by how it writes items, numbered from 1. */
const WRITERS: Readonly<Record<string, (items: readonly Item[]) => string>> = {
  heading: each(({ question, answer }) => `## ${question}\n\n${answer}`),
  'heading with numbers': each(({ question, answer }, n) => `## ${n}. ${question}\n\n${answer}`),
  'numbered-heading': each(({ question, answer }, n) => `${n}. ### ${question}\n\n   ${answer}`),
  'bold-line': each(({ question, answer }) => `**${question}**\n\n${answer}`),
  'bold-number': each(
    ({ question, answer }, n) => `**${n})** ${question}\n\n\`\`\`text\n${answer}\n\`\`\``,
  ),
  summary: each(
    ({ question, answer }) =>
      `<details>\n<summary>${question}</summary><br><b>\n\n${answer}\n</b></details>`,
  ),
  bullets: each(({ question, answer }) => `* **${question}**\n  * ${answer}`),
  'question-answer': each(({ question, answer }) => `Q: ${question}\nA: ${answer}`),
  obsidian: each(({ question, answer }) => `${question}::${answer}`),
  'flashcard-md': each(({ question, answer }) => `## ${question}\n\n***\n\n${answer}`),
  'Markdown table': (items) =>
    [
      '| Question | Answer |',
      '| --- | --- |',
      ...items.map(({ question, answer }) => `| ${question} | ${answer} |`),
    ].join('\n'),
  'numbered question-answer': each(
    ({ question, answer }, n) => `Q${n}. ${question}\nAnswer ${n}: ${answer}`,
  ),
  table: (items) => items.map(({ question, answer }) => `${question}\t${answer}`).join('\n'),
};

function each(write: (item: Item, number: number) => string) {
  return (items: readonly Item[]) =>
    items.map((item, index) => write(item, index + 1)).join('\n\n');
}

const sourced = (modules: readonly DeckModule[]) =>
  modules.map((module) => ({ file: 'list.md', key: moduleKey(module), module }));

/** Imports lists one after another; returns which item each card of the first is in the last. */
function imported(first: string, last: readonly string[]): Map<string, string> {
  const before = planImport({
    collection: 'lists',
    stored: [],
    modules: sourced(readList(first).modules),
    isTaken: () => false,
  });
  const stored = before.modules.flatMap(({ key, cards }) =>
    cards.map(
      ({ id, card, ordinal }): StoredCard => ({
        ...card,
        id,
        module: key,
        ordinal,
        retired: false,
      }),
    ),
  );
  const plan = planImport({
    collection: 'lists',
    stored,
    modules: sourced(
      last.flatMap((text, index) => readList(text, { around: { name: `part ${index}` } }).modules),
    ),
    isTaken: () => false,
  });
  return new Map(
    plan.modules.flatMap(({ cards }) => cards.map(({ id, card }) => [id, card.answer])),
  );
}

describe.each(Object.entries(WRITERS))('histories stay in %s', (_name, write) => {
  /** Is each card of the first list the same card in the last ones? */
  const stay = (first: string, last: readonly string[]) => {
    const answers = imported(first, last);
    return [...imported(first, [first])].every(([id, answer]) => answers.get(id) === answer);
  };

  test('when two questions change places', () => {
    expect(stay(write(ITEMS), [write(ITEMS.toReversed())])).toBe(true);
  });

  test('when one is put before them, so that all numbers change', () => {
    const fresh = { question: 'What is a warp good for?', answer: 'Threads run in step.' };
    expect(stay(write(ITEMS), [write([fresh, ...ITEMS])])).toBe(true);
  });

  test('when a typo is mended', () => {
    const mistyped = ITEMS.map((item, index) =>
      index === 2 ? { ...item, question: item.question.replace('good', 'godo') } : item,
    );
    expect(stay(write(mistyped), [write(ITEMS)])).toBe(true);
  });

  test('when the file is split', () => {
    const parts = [write(ITEMS.slice(0, 2)), write(ITEMS.slice(2))];
    expect(stay(write(ITEMS), parts)).toBe(true);
  });
});
