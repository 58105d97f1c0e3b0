import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { CardRecord } from '../../../../src/app/cards/ports.js';
import { BROWSE_KEYS, SORT_STROKES } from '../../../../src/tui/browse/keys.js';
import { World } from './world.js';

async function world(...of: ConstructorParameters<typeof World>): Promise<World> {
  const made = new World(...of);
  await made.settle();
  return made;
}

/** Numbers of the cards that the last command of the journal is of. */
const cardsOf = ({ journal }: World) => journal.at(-1)?.map(({ card }) => Number(card));

test('a resize draws what a browser of that size draws, at every width down to 20 and back', async () => {
  const sizeOf = (columns: number) => ({ columns, rows: 24 });
  const widths = Array.from({ length: 101 }, (_, at) => 120 - at);
  const keys = ['j', 'v', 'j', 'G', 'k'];
  const fresh = new Map<number, string>();
  for (const columns of widths) {
    const browser = await world(100, undefined, sizeOf(columns));
    browser.press(...keys);
    fresh.set(columns, browser.screen());
  }
  const browser = await world(100, undefined, sizeOf(120));
  browser.press(...keys);
  for (const columns of [...widths, ...widths.toReversed()]) {
    browser.size = sizeOf(columns);
    browser.controller.refresh();
    expect(browser.screen(), `${columns}`).toBe(fresh.get(columns));
  }
});

describe('the list', () => {
  test('moves by a card, a page, to both ends', async () => {
    const browser = await world(100);
    browser.press('j', 'down', 'k');
    expect(browser.state.cursor).toBe(1);
    browser.press('page-down');
    expect(browser.state.cursor).toBe(20);
    browser.press('G', 'j');
    expect(browser.state.cursor).toBe(99);
    expect(browser.screen()).toContain('▸  Question 100');
    browser.press('g', 'k');
    expect(browser.state.cursor).toBe(0);
  });

  test('goes to the last card that is found after the first ones', async () => {
    const browser = new World(100);
    browser.press('G');
    expect(browser.state.cursor).toBe(49);
    await browser.settle();
    expect(browser.state.cursor).toBe(99);
  });

  test('follows the query at every key, and Esc takes it back', async () => {
    const browser = await world(10);
    browser.press('j', '/', 'even');
    await browser.settle();
    expect([...browser.state.keys]).toEqual([2, 4, 6, 8, 10]);
    expect(browser.state.cursor).toBe(0);
    browser.press('down', 'escape');
    await browser.settle();
    expect(browser.state.keys).toHaveLength(10);
    expect(browser.state.cursor).toBe(3);
  });

  test('stays as it was under a query without a meaning, with the reason above it', async () => {
    const browser = await world(10);
    browser.press('/', 'bad:');
    await browser.settle();
    expect(browser.screen()).toContain('bad: is no query. Mend.');
    expect(browser.state.keys).toHaveLength(10);
    browser.press('enter');
    expect(browser.screen()).toContain('bad: is no query.');
    browser.press('/', 'ctrl-u', 'enter');
    await browser.settle();
    expect(browser.state.problem).toBeNull();
  });

  test('completes words, and keeps a query with Enter', async () => {
    const browser = await world(10);
    browser.press('/', 'ev', 'tab');
    expect(browser.screen()).toContain('/even█');
    browser.press('tab');
    expect(browser.screen()).toContain('/everything█');
    browser.press('shift-tab', 'enter');
    await browser.settle();
    expect(browser.state.keys).toHaveLength(5);
    expect(browser.state.query).toBe('even');
  });

  test('sorts by what is chosen, and by the same again turned round', async () => {
    const browser = await world(10);
    browser.press('S', 'l');
    expect(browser.state.sort).toEqual({ by: 'lapses', reversed: false, seed: 7 });
    browser.press('S', 'l');
    await browser.settle();
    expect(browser.state.sort.reversed).toBe(true);
    expect(browser.state.keys[0]).toBe(10);
    browser.press('S', 'escape');
    expect(browser.state.sort.by).toBe('lapses');
  });
});

describe('an action', () => {
  test('is for the card at the cursor, and u takes it back', async () => {
    const browser = await world(10);
    browser.press('j', 's');
    expect(browser.memory(2)?.suspended).toBe(true);
    expect(browser.screen()).toContain('1 card suspended.');
    browser.press('u');
    expect(browser.memory(2)?.suspended).toBe(false);
    browser.press('u');
    expect(browser.screen()).toContain('There is nothing to undo.');
  });

  test('is for all that are marked, as one command', async () => {
    const browser = await world(10);
    browser.press('v', 'j', 'v', 'b');
    expect(cardsOf(browser)).toEqual([1, 3]);
    browser.press('escape', 'g', 'v', 's');
    expect(cardsOf(browser)).toEqual([1]);
    browser.press('a', 's');
    expect(cardsOf(browser)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    browser.press('u', 'u', 'u');
    expect(browser.journal).toEqual([]);
    browser.press('a');
    expect(browser.state.marks.size).toBe(0);
  });

  test('that would change nothing writes nothing', async () => {
    const browser = await world(3);
    browser.press('r');
    expect(browser.journal).toEqual([]);
    expect(browser.screen()).toContain('Nothing to do');
  });

  test('flags where any has no flag, and takes the flags away where all have one', async () => {
    const browser = await world(3);
    browser.press('f', 'a', 'f');
    expect([1, 2, 3].map((key) => browser.memory(key)?.flag)).toEqual([1, 1, 1]);
    browser.press('f');
    expect([1, 2, 3].map((key) => browser.memory(key)?.flag)).toEqual([0, 0, 0]);
  });

  test('writes a card and goes to it, whatever was being looked up meanwhile', async () => {
    const browser = await world(10);
    browser.press('/', 'e', 'v', 'e', 'n', 'enter', 'n');
    await browser.settle();
    expect(browser.screen()).toContain('Card added.');
    browser.press('/', 'ctrl-u', 'enter');
    await browser.settle();
    browser.press('n');
    await browser.settle();
    expect(browser.state.cursor).toBe(11);
    expect(browser.screen()).toContain('▸  Question 12');
  });

  test('asks before it forgets', async () => {
    const browser = await world(3);
    browser.press('F', 'n');
    expect(browser.journal).toEqual([]);
    browser.press('F', 'y');
    expect(browser.memory(1)?.state).toBe('new');
  });

  test('relinks two marked cards, one of them retired, once it is said yes to', async () => {
    const browser = await world(3, (record, key) => ({
      ...record,
      card: { ...record.card, retired: key === 2 },
    }));
    browser.press('L');
    expect(browser.screen()).toContain('Only a retired card can be relinked');
    browser.press('v', 'v', 'L');
    expect(browser.screen()).toContain('give the history of "Question 2" to "Question 1"?');
    browser.press('n', 'escape', 'k', 'L');
    expect(browser.state.mode.kind).toBe('prompt');
  });

  test('opens its file, or its links', async () => {
    const browser = await world(2, (record, key) => ({
      ...record,
      card: { ...record.card, answer: key === 1 ? '[a](https://a.example) https://b.example' : '' },
    }));
    browser.press('E', 'o', '2');
    expect(browser.edited).toEqual(['/decks/a.md:1']);
    expect(browser.opened).toEqual(['https://b.example']);
    browser.press('j', 'o');
    expect(browser.screen()).toContain('There is no link, picture or diagram on this card.');
  });
});

describe('a change of text', () => {
  test('goes through the editor: one card, all that are marked, a new one', async () => {
    const browser = await world(3);
    browser.press('e', 'v', 'j', 'v', 'e', 'n');
    expect(browser.edited).toEqual(['1', '1,3', 'new in Module']);
  });

  test('of difficulty, companies, tags or module is for all that are marked, and u takes it back', async () => {
    const browser = await world(3);
    browser.press('d', '3', 'a', 'c');
    // Names are looked up when a prompt opens.
    await new Promise((resolve) => setImmediate(resolve));
    browser.press('+goo', 'tab', 'space', '-Meta', 'enter');
    browser.press('t', '=a, b', 'enter', 'escape', 'm', 'K', 'tab', 'enter');
    expect(browser.edited).toEqual([
      '1 {"stars":3}',
      '1,2,3 {"companies":{"add":["Google"],"remove":["Meta"]}}',
      '1,2,3 {"tags":{"exactly":["a","b"]}}',
      '1 to KV Cache',
    ]);
    browser.press('u', 'u', 'u', 'u');
    expect(browser.edited).toEqual([]);
  });

  test('is not made where the prompt is left, or stays empty', async () => {
    const browser = await world(3);
    browser.press('c', '+x', 'escape', 'm', 'enter', 'd', 'escape', 'd', '4');
    expect(browser.edited).toEqual([]);
  });
});

describe('in a narrow window', () => {
  const narrow = (columns: number, rows = 12) => world(3, retireSecond, { columns, rows });
  const retireSecond = (record: CardRecord, key: number): CardRecord => ({
    ...record,
    card: { ...record.card, question: `What is ${'it, '.repeat(9)}${key}?`, retired: key === 2 },
  });

  test('a question is asked to its end, on as many lines as it needs', async () => {
    const browser = await narrow(40);
    browser.press('F');
    expect(browser.screen()).toMatch(/new\s+again\?\n y yes · n no$/);
    browser.press('n', 'v', 'v');
    browser.size = { columns: 80, rows: 24 };
    browser.press('L');
    expect(browser.screen()).toMatch(/cannot be undone: [\s\S]* to\s+"What[^?]*"\?\n y yes/);
  });

  test.each([20, 40, 60])('every key of a menu is in view at %i columns', async (columns) => {
    const browser = await narrow(columns);
    browser.press('S');
    for (const sort of Object.values(SORT_STROKES)) expect(browser.screen()).toContain(sort);
    expect(browser.screen()).toContain('Esc back');
    browser.press('escape', '/');
    for (const key of ['Enter keep', 'Esc take back', 'Tab complete'])
      expect(browser.screen()).toContain(key);
  });

  test('what is wrong with a query is said to its end, and the card at the cursor stays in view', async () => {
    const browser = await narrow(40);
    browser.press('G', '/', 'bad:', ...'long '.repeat(9).replaceAll(' ', '-'));
    await browser.settle();
    expect(browser.screen()).toMatch(/long-\s*is no query\. Mend\./);
    expect(browser.screen()).toContain('▸');
  });

  test('the key of the help is always among those of the list and of the card', async () => {
    for (let columns = 20; columns <= 120; columns++) {
      const browser = new World(3, (record) => record, { columns, rows: 12 });
      expect(browser.screen()).toContain('? help');
      browser.press('enter');
      expect(browser.screen()).toContain('? help');
    }
  });
});

test('a card stays in its list after a change, until the list is looked up again', async () => {
  const browser = await world(4);
  browser.press('s', 'j', 'R');
  await browser.settle();
  expect(browser.state.cursor).toBe(1);
});

const STROKES = [
  ...BROWSE_KEYS.flatMap(({ strokes }) => Object.keys(strokes)),
  ...Object.keys(SORT_STROKES),
  ...['y', 'n', '1', '9', 'space', 'backspace', 'ctrl-u', 'even', 'none', 'bad:', '行', 'เก็บ'],
].filter((stroke) => !['q', 'ctrl-c', 'ctrl-d'].includes(stroke));

type Step =
  | { readonly kind: 'press'; readonly stroke: string }
  | { readonly kind: 'resize'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'settle' };

const STEP: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(...STROKES).map((stroke) => ({ kind: 'press', stroke }) as const),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('resize' as const),
      columns: fc.integer({ min: 20, max: 130 }),
      rows: fc.integer({ min: 6, max: 45 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'settle' } as const) },
);

test('any keys at any size leave a state that holds together and a frame that fits', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 120 }),
      fc.array(STEP, { maxLength: 60 }),
      async (count, steps) => {
        const browser = new World(count, (record, key) => ({
          ...record,
          card: { ...record.card, retired: key % 7 === 0 },
        }));
        for (const step of steps) {
          if (step.kind === 'press') browser.press(step.stroke);
          else if (step.kind === 'settle') await browser.settle();
          else {
            browser.size = step;
            browser.controller.refresh();
          }
          expectSound(browser);
        }
      },
    ),
    {
      numRuns: 60,
      // Found once: marks beside a place wider than the window.
      examples: [
        [
          1,
          [
            { kind: 'press', stroke: 'v' },
            { kind: 'resize', columns: 20, rows: 6 },
          ],
        ],
      ],
    },
  );
});

function expectSound(browser: World): void {
  const { keys, cursor, marks, mode, focus } = browser.state;
  expect(cursor).toBeGreaterThanOrEqual(0);
  expect(cursor).toBeLessThan(Math.max(1, keys.length));
  const listed = new Set(keys);
  expect([...marks].filter((key) => !listed.has(key))).toEqual([]);
  const { lines } = browser.controller.frame();
  const { columns, rows } = browser.size;
  expect(lines).toHaveLength(rows);
  expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
  const isListShown = mode.kind !== 'text' && (columns >= 100 || focus === 'list');
  if (isListShown && keys.length > 0) expect(lines.join('\n')).toContain('▸');
}

test('the card has its follow-ups with their answers below it, and its pictures by name', async () => {
  const answer =
    '**In short:** Yes.\n\n![A plot](plot.png)\n\n**Follow-up:** And then?\n\nMore.\n\n**Follow-up:** Why?\n\nSo.';
  const size = { columns: 120, rows: 40 };
  const browser = await world(1, (each) => ({ ...each, card: { ...each.card, answer } }), size);
  const text = browser
    .screen()
    .replaceAll(/^.*?│ ?/gm, '')
    .replaceAll(/\s+/g, ' ');
  expect(text).toContain('[image: A plot]');
  expect(text).toMatch(/Follow-up 1 of 2 ─+ And then\? More\. ── Follow-up 2 of 2 ─+ Why\? So\./);
});

test('a picture of the card is drawn within its pane, and moves with what is scrolled', async () => {
  const picture = (record: CardRecord) => ({
    ...record,
    card: { ...record.card, question: 'What?\n\n![A plot](plot.png)' },
  });
  for (const [columns, left] of [
    [120, Math.floor(120 * 0.46) + 2],
    [80, 1],
  ] as const) {
    const browser = await world(3, picture, { columns, rows: 40 });
    browser.press('enter');
    await browser.settle();
    await new Promise((resolve) => setImmediate(resolve));
    const [placed] = browser.drawn;
    expect(placed).toMatchObject({ column: left, columns: 10, rows: 5 });
    const lines = browser.screen().split('\n');
    const named = lines.findIndex((line) => line.includes('[image: A plot]'));
    expect(placed?.row).toBeGreaterThan(named);
    expect(lines[placed?.row ?? 0]?.slice(left).trim()).toBe('');
    browser.press('j');
    const scrolled = browser.drawn[0]?.row ?? placed?.row;
    expect([placed?.row, (placed?.row ?? 0) - 1]).toContain(scrolled);
    browser.press('?');
    expect(browser.drawn).toEqual([]);
  }
});
