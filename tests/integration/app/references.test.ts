import { describe, expect, test } from 'vitest';
import { noCardMatches, refuseNoMatch } from '../../../src/app/cards/no-match.js';
import { oneCard } from '../../../src/app/cards/one-card.js';
import { selectCards } from '../../../src/app/cards/select.js';
import type { Store } from '../../../src/app/ports.js';
import {
  deckModule,
  importChange,
  noon,
  openTestStore,
  plannedModule,
  TODAY,
  temporaryPath,
} from '../store/support.js';

const AT = noon(TODAY);

function library(): Store {
  const store = openTestStore(temporaryPath());
  const card = (id: string, question: string, companies: string[] = []) => ({
    id,
    card: { question, answer: 'So.', companies },
  });
  store.applyImport(
    importChange([
      plannedModule(deckModule(1), [
        card('27aebbbbbbbb', 'What is attention?', ['Meta']),
        card('27afbbbbbbbb', 'What is C++ for?'),
        card('cachbbbbbbbb', 'What is a softmax?'),
        card('9zzzbbbbbbbb', 'What caches c*b, or 27af?'),
      ]),
    ]),
  );
  return store;
}

function found(...words: string[]): string[] {
  const store = library();
  const query = selectCards({ words, flags: {} }, store, AT);
  return store.find(query, AT).map(({ card }) => card.id.slice(0, 4));
}

describe('words of a query', () => {
  test.each([
    [['27ae'], ['27ae']],
    [['27aebbbbbbbb'], ['27ae']],
    [['27AE'], ['27ae']],
    [
      ['27ae', '9zzz'],
      ['27ae', '9zzz'],
    ],
    [['27ae', '9zzz', 'attention'], ['27ae']],
    [['27ae OR 9zzz'], ['27ae', '9zzz']],
    [
      ['-27ae', 'What'],
      ['27af', 'cach', '9zzz'],
    ],
    [['id:27ae'], ['27ae']],
    // What stands in a card is looked for there.
    [['27af'], ['9zzz']],
    [['cach'], ['9zzz']],
    // Too short to be meant for one.
    [['9zz'], []],
    [['8888'], []],
    // Signs count.
    [['C++'], ['27af']],
    [['"c*b"'], ['9zzz']],
    [['"c-b"'], []],
    [['-C++'], ['27ae', 'cach', '9zzz']],
    [['C++ OR softmax'], ['27af', 'cach']],
  ])('%j find %j', (words, ids) => {
    expect(found(...words)).toEqual(ids);
  });

  test('that begin several ids are refused', () => {
    const store = library();
    store.applyImport(
      importChange(
        [
          plannedModule(deckModule(2), [
            { id: '27aecccccccc', card: { question: 'Why?', answer: 'So.' } },
          ]),
        ],
        { collection: 'b' },
      ),
    );
    expect(() => selectCards({ words: ['27ae'], flags: {} }, store, AT)).toThrowError(
      expect.objectContaining({ code: 'card-ambiguous' }),
    );
  });
});

describe('one card', () => {
  test.each([
    ['2', 'card-ambiguous'],
    ['27ae', '27ae'],
    ['softmax', 'cach'],
    ['company:meta', '27ae'],
    ['What', 'card-ambiguous'],
    ['nothing', 'card-unknown'],
    ['', 'card-unknown'],
    ['compani:meta', 'query-invalid'],
  ])('%j is %s', (reference, expected) => {
    const store = library();
    const find = () => oneCard(reference, AT, store).card.id.slice(0, 4);
    if (!expected.includes('-')) expect(find()).toBe(expected);
    else expect(find).toThrowError(expect.objectContaining({ code: expected }));
  });
});

describe('what no card matches', () => {
  const refused = (...words: string[]) => {
    const store = library();
    const query = selectCards({ words, flags: {} }, store, AT);
    const hint = noCardMatches(query, AT, store).hint ?? '';
    return { hint, refuse: () => refuseNoMatch(query, AT, store) };
  };

  test.each([
    [['zebra'], 'See cards and their ids with "viva list"'],
    [['27aebbbbbbbc'], 'Did you mean "27aebbbbbbbb"?'],
    [['mta'], 'See cards'],
    [['Mudole'], 'See cards'],
    [['module:Mudole'], 'Did you mean "Module 1"?'],
    [['module:99'], 'Modules: "'],
    [['module:"no such title"'], '"viva list" shows them with their numbers.'],
    [['attention', 'softmax'], 'Each term matches some cards, but no card matches all of them.'],
    [['attention', 'company:meta', 'module:1', 'softmax'], 'Each term matches'],
    [['attention', '27afbbbbbbbc'], 'Did you mean "27afbbbbbbbb"?'],
  ])('%j is refused with %j', (words, said) => {
    const { hint, refuse } = refused(...words);
    expect(hint).toContain(said);
    expect(refuse).toThrowError(
      expect.objectContaining({
        code: 'card-unknown',
        message: expect.stringContaining('No card'),
      }),
    );
  });

  test.each([[['is:leech']], [['attention']], [['zebra', 'is:new']], [[]]])(
    '%j may be asked for',
    (words) => expect(refused(...words).refuse).not.toThrow(),
  );
});
