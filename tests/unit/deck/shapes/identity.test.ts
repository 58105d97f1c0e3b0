import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listShapes } from '../../../../src/app/import/shapes.js';
import { planImport } from '../../../../src/deck/identity/plan-import.js';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { writeModule } from '../../../../src/deck/write/module.js';
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

/** A file of an import, by its name. */
interface ListFile {
  readonly name: string;
  readonly text: string;
}

type Writer = (items: readonly Item[]) => string | ListFile[];

/** Each layout by how it writes items, numbered from 1: in one text, or in a file for each. */
const WRITERS: Readonly<Record<string, Writer>> = {
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
  logseq: each(({ question, answer }) => `- ${question} #card\n  id:: 66-ab\n\t- ${answer}`),
  'start-end': each(({ question, answer }) => `START\nBasic\n${question}\nBack: ${answer}\nEND`),
  'footnotes of bullets': (items) =>
    [
      ...items.map(({ question }, at) => `${at + 1}. ${question}[^${at + 1}]`),
      '',
      ...items.map(({ answer }, at) => `[^${at + 1}]: ${answer}`),
    ].join('\n'),
  'question-answer': each(({ question, answer }) => `Q: ${question}\nA: ${answer}`),
  obsidian: each(({ question, answer }) => `${question}::${answer}`),
  'obsidian with ?': each(({ question, answer }) => `${question}\n?\n${answer}`),
  callouts: each(({ question, answer }) => `> [!question]- ${question}\n> ${answer}`),
  'callouts with callouts': each(
    ({ question, answer }) => `> [!question] ${question}\n> > [!success]- Answer\n> > ${answer}`,
  ),
  emoji: each(({ question, answer }, n) => `- ❓ ${n}. ${question}\n  - ✅ ${answer}`),
  quoted: each(({ question, answer }) => `> ${question}\n\n${answer}`),
  divided: (items) =>
    items.map(({ question, answer }) => `${question}\n\n${answer}`).join('\n\n---\n\n'),
  paragraph: each(({ question, answer }) => `${question}\n${answer}`),
  'divided by turns': (items) =>
    items.flatMap(({ question, answer }) => [question, answer]).join('\n\n---\n\n'),
  'headings in HTML': each(({ question, answer }, n) => `<h3>${n}. ${question}</h3>\n\n${answer}`),
  'titles that count': each(
    ({ question, answer }, n) => `## Question ${n}\n\n${question}\n\n**Answer:** ${answer}`,
  ),
  'words and dashes': each(({ question, answer }, n) => `Ques ${n} - ${question}\nAns - ${answer}`),
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
  module: (items) => [
    { name: 'module', text: writeModule(moduleOf(items.map((item) => ({ ...item })))) },
  ],
  'question-file': alone(({ question, answer }) => `# ${question}\n\n${answer}\n`),
  'question-file by its name': alone(({ answer }) => `${answer}\n`),
  mochi: alone(({ question, answer }) => `${question}\n\n---\n\n${answer}\n`),
  CSV: (items) =>
    ['question,answer', ...items.map(({ question, answer }) => `"${question}","${answer}"`)].join(
      '\n',
    ),
  table: (items) => items.map(({ question, answer }) => `${question}\t${answer}`).join('\n'),
};

function each(write: (item: Item, number: number) => string) {
  return (items: readonly Item[]) =>
    items.map((item, index) => write(item, index + 1)).join('\n\n');
}

function alone(write: (item: Item) => string) {
  return (items: readonly Item[]): ListFile[] =>
    items.map((item) => ({
      name: item.question.replaceAll(/[ ?]+/g, '-').replace(/-$/, ''),
      text: write(item),
    }));
}

function moduleOf(items: readonly Item[]): DeckModule {
  const text = items.map(({ question, answer }) => `Q: ${question}\nA: ${answer}`).join('\n\n');
  const [module] = readList(text).modules;
  if (module === undefined) throw new Error('the items make a module');
  return { ...module, title: 'T', part: 'P' };
}

/** The files of a writer; `folder` tells the parts of a list apart that was split. */
function filesOf(written: string | ListFile[], folder: string): ListFile[] {
  if (typeof written === 'string') return [{ name: `part ${folder}`, text: written }];
  return written.map(({ name, text }) => ({ name: `${folder}/${name}`, text }));
}

function read({ name, text }: ListFile) {
  const parsed = parseDeckFile(name, text).modules;
  const folders = name.split('/').slice(0, -1);
  const around = { folders, name: name.slice(name.lastIndexOf('/') + 1), asking: 0 };
  const isFile = name.includes('/');
  const modules =
    parsed.length > 0 ? parsed : readList(text, { around: isFile ? around : { name } }).modules;
  return modules.map((module) => ({ file: `${name}.md`, key: moduleKey(module), module }));
}

/** Imports lists one after another; returns which item each card of the first is in the last. */
function imported(first: readonly ListFile[], last: readonly ListFile[]): Map<string, string> {
  const plan = (files: readonly ListFile[], stored: readonly StoredCard[]) =>
    planImport({ collection: 'lists', stored, modules: files.flatMap(read), isTaken: () => false });
  const stored = plan(first, []).modules.flatMap(({ key, cards }) =>
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
  return new Map(
    plan(last, stored).modules.flatMap(({ cards }) =>
      cards.map(({ id, card }) => [id, card.answer]),
    ),
  );
}

const FRESH = { question: 'What is a warp good for?', answer: 'Threads run in step.' };

describe.each(Object.entries(WRITERS))('histories stay in %s', (_name, write) => {
  /** Is each card of the first list the same card in the last ones? */
  const stay = (first: readonly Item[], ...last: (readonly Item[])[]) => {
    const before = filesOf(write(first), 'a');
    const after = last.flatMap((items, part) => filesOf(write(items), 'abc'.charAt(part)));
    const answers = imported(before, after);
    const own = [...imported(before, before)];
    expect(own).toHaveLength(first.length);
    return own.every(([id, answer]) => answers.get(id) === answer);
  };

  test('when two questions change places', () => {
    expect(stay(ITEMS, ITEMS.toReversed())).toBe(true);
  });

  test('when one is put before them, so that all numbers change', () => {
    expect(stay(ITEMS, [FRESH, ...ITEMS])).toBe(true);
  });

  test('when a typo is mended', () => {
    const mistyped = ITEMS.map((item, index) =>
      index === 2 ? { ...item, question: item.question.replace('good', 'godo') } : item,
    );
    expect(stay(mistyped, ITEMS)).toBe(true);
  });

  test('when the file is split', () => {
    expect(stay(ITEMS, ITEMS.slice(0, 2), ITEMS.slice(2))).toBe(true);
  });

  test('when all of that is done at once, in any order', () => {
    const order = fc.shuffledSubarray([...ITEMS, FRESH], { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(order, fc.integer({ min: 2, max: 4 }), (items, at) => {
        expect(stay(ITEMS, items.slice(0, at), items.slice(at))).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});

test('every layout is among them', () => {
  const names = Object.keys(WRITERS).map((name) => name.split(' ')[0]);
  for (const { name } of listShapes()) expect(names).toContain(name);
});
