import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import { parseQuery } from '../../../src/query/parse.js';
import {
  CONFIG,
  DAY,
  deckModule,
  importChange,
  importDeck,
  plannedModule,
  TODAY,
  temporaryFolder,
} from '../store/support.js';
import { Machine } from './machine.js';

const CARD = cardId('aaaaaaaaaaa1');

/** A machine with a card, and a folder to sync through. */
async function world(): Promise<{ remote: string; one: Machine; two: Machine }> {
  const remote = join(temporaryFolder(), 'remote');
  mkdirSync(remote);
  const [one, two] = [newMachine(), newMachine()];
  importDeck(one.store, [1], 'viva', () => CARD);
  for (const machine of [one, two]) await machine.init(remote);
  return { remote, one, two };
}

const newMachine = () => new Machine(join(temporaryFolder(), 'viva.db'));

function rate(machine: Machine, day: number, card = CARD): string {
  const moment = machine.moment(TODAY + day);
  machine.time = moment.now;
  const draft = {
    kind: 'review',
    card,
    rating: 3,
    durationMs: 1,
    reviewKind: 'learn',
  } as const;
  return machine.store.append(draft, moment, CONFIG).event.id;
}

const eventsOf = ({ store }: Machine) => [...store.all()].map(({ event }) => event.id);

const logOf = (remote: string, { device }: Machine) => join(remote, 'log', device);

describe('a machine', () => {
  test('whose backup was restored goes on as another device, gets back what it had sent, and undoes none of it', async () => {
    const { one, two } = await world();
    await one.backUp();
    const before = one.device;
    const ids = [rate(one, 0), rate(one, 1)];
    await one.sync();
    one.restore();
    const later = rate(one, 2);
    await one.sync();
    expect(one.device).not.toBe(before);
    expect(eventsOf(one).sort()).toEqual([...ids, later].sort());
    expect(one.store.undoLast(one.moment(TODAY + 3)).map(({ id }) => id)).toEqual([]);
    await two.sync();
    expect(two.state()).toEqual(one.state());
  });

  test('whose backup was restored before all was sent loses none of it', async () => {
    const { remote, one, two } = await world();
    await one.backUp();
    const id = rate(one, 0);
    // Killed once the segment was written, before it was sent.
    renameSync(remote, `${remote}.away`);
    const { fillOutbox } = await import('../../../src/app/sync/outbox.js');
    fillOutbox(one.ports());
    await expect(one.sync()).rejects.toMatchObject({ code: 'sync-unreachable' });
    renameSync(`${remote}.away`, remote);
    one.restore();
    expect(eventsOf(one)).toEqual([]);
    await one.sync();
    await two.sync();
    expect(eventsOf(two)).toEqual([id]);
  });

  test('that is a clone of another takes a new id where both gave the same numbers', async () => {
    const { one, two } = await world();
    const clone = newMachine();
    clone.become(one);
    const ids = [rate(one, 0), rate(clone, 1)];
    await one.sync();
    await clone.sync();
    expect(clone.device).not.toBe(one.device);
    ids.push(rate(clone, 2), rate(one, 3));
    for (const machine of [clone, one, clone, two]) await machine.sync();
    for (const machine of [one, clone, two])
      expect(eventsOf(machine).sort()).toEqual([...ids].sort());
    expect(one.state()).toEqual(clone.state());
  });

  test('of a clone whose file a synchroniser laid aside as a copy loses nothing', async () => {
    const { remote, one, two } = await world();
    const apart = `${remote}-apart`;
    cpSync(remote, apart, { recursive: true });
    const clone = newMachine();
    clone.become(one, apart);
    const ids = [rate(one, 0), rate(clone, 1)];
    await one.sync();
    await clone.sync();
    // The folders meet: of the two files of one name, one becomes a copy.
    const log = join(apart, 'log', clone.device);
    for (const name of readdirSync(log)) {
      const [mine, theirs] = [join(log, name), join(logOf(remote, one), name)];
      if (readFileSync(mine, 'utf8') === readFileSync(theirs, 'utf8')) continue;
      copyFileSync(mine, theirs.replace('.jsonl', '.sync-conflict-20261130-101010-ABCDEFG.jsonl'));
    }
    clone.move(remote);
    for (const machine of [clone, one, two, clone, one]) await machine.sync();
    for (const machine of [one, clone, two])
      expect(eventsOf(machine).sort()).toEqual([...ids].sort());
    expect(clone.device).not.toBe(one.device);
  });
});

describe('one card, first read in two versions', () => {
  const ANSWER = 'Keys and values of the tokens so far, so that none of them is computed again.';
  const OTHERS = ['Why is prefill bound by arithmetic?', 'What does a page table buy?'];

  /** Imports a module whose first card asks this, as a viva does that knows nothing of the other. */
  function read(machine: Machine, question: string, id: string, at: number): void {
    const cards = [
      { id, card: { question, answer: ANSWER } },
      ...OTHERS.map((other, n) => ({ id: `dddddddddd0${n}`, card: { question: other } })),
    ];
    machine.store.applyImport(importChange([plannedModule(deckModule(1), cards)], { at }));
  }

  async function twoVersions(first: string, second: string) {
    const remote = join(temporaryFolder(), 'remote');
    mkdirSync(remote);
    const [one, two] = [newMachine(), newMachine()];
    read(one, first, 'aaaaaaaaaaa1', 1_000);
    read(two, second, 'bbbbbbbbbbb2', 2_000);
    return { remote, one, two };
  }

  const live = ({ store }: Machine) => store.storedCards('viva').filter(({ retired }) => !retired);

  test.each([false, true])('is one, with both histories (at once: %s)', async (atOnce) => {
    const { remote, one, two } = await twoVersions(
      'What does the KV cache hold?',
      'What does a KV cache hold?',
    );
    const apart = `${remote}-apart`;
    await one.init(remote);
    const ids = [rate(one, 0)];
    await one.sync();
    if (atOnce) {
      // A synchroniser that had brought nothing yet but what the sync is.
      mkdirSync(apart);
      copyFileSync(join(remote, 'format.json'), join(apart, 'format.json'));
    }
    const report = await two.init(atOnce ? apart : remote);
    ids.push(rate(two, 1, cardId(live(two)[0]!.id)));
    await two.sync();
    if (atOnce) {
      cpSync(apart, remote, { recursive: true });
      two.move(remote);
    } else expect(report.taken[0]).toMatchObject({ joined: 1 });
    for (const machine of [one, two, one, two]) await machine.sync();
    for (const machine of [one, two]) {
      expect(live(machine).map(({ question }) => question)).toEqual([
        'What does a KV cache hold?',
        ...OTHERS,
      ]);
      expect(machine.store.history(CARD).map(({ event }) => event.id)).toEqual(ids);
      expect(machine.store.pastTexts(CARD)).toMatchObject([
        { question: 'What does the KV cache hold?' },
      ]);
    }
    expect(two.state()).toEqual(one.state());
    expect(await one.sync()).toMatchObject({ sent: 0, taken: [] });
  });

  test('stays in its deck where a copy of it comes later, on a third machine, too', async () => {
    const remote = join(temporaryFolder(), 'remote');
    mkdirSync(remote);
    const [one, two, three] = [newMachine(), newMachine(), newMachine()];
    importDeck(one.store, [1], 'viva', () => CARD);
    // By the clock of that machine the copy was there before the card, and is changed later.
    for (const [status, at] of [
      ['added', 500],
      ['edited', 5_000],
    ] as const) {
      const card = { explicitId: `viva-${CARD}`, answer: `On the phone, ${at}.` };
      const module = plannedModule(deckModule(9), [{ id: CARD, status, card }]);
      two.store.applyImport(importChange([module], { at, collection: 'copies' }));
    }
    for (const machine of [two, one, three, two, one]) {
      await (machine.store.syncState() === null ? machine.init(remote) : machine.sync());
    }
    for (const machine of [one, two, three]) {
      expect(live(machine).map(({ id, explicitId }) => [id, explicitId])).toEqual([[CARD, null]]);
    }
    expect(two.state()).toEqual(one.state());
    expect(three.state()).toEqual(one.state());
  });

  test('is two where nothing says that they are one', async () => {
    const { remote, one } = await twoVersions('What does the KV cache hold?', 'In two?');
    const other = { question: 'How wide is a warp?', answer: 'Thirty-two threads, in step.' };
    const module = plannedModule(deckModule(1), [{ id: 'ccccccccccc3', card: other }]);
    const three = newMachine();
    three.store.applyImport(importChange([module]));
    for (const machine of [one, three]) await machine.init(remote);
    await one.sync();
    expect(live(one).map(({ id }) => id)).toEqual(expect.arrayContaining([CARD, 'ccccccccccc3']));
  });

  test('is not looked for among cards that one of them edited', async () => {
    const { remote, one, two } = await twoVersions('A first question?', 'A first question?');
    for (const machine of [one, two, one]) {
      if (machine.store.syncState() === null) await machine.init(remote);
      else await machine.sync();
    }
    expect(live(one)).toHaveLength(3);
    // Known to both; edited here, while the other adds one like it.
    const [known] = live(one);
    const edited = { question: 'What does the KV cache hold in all layers?', answer: ANSWER };
    one.store.applyImport(
      importChange(
        [
          plannedModule(deckModule(1), [
            { id: known!.id, status: 'edited', card: edited },
            ...OTHERS.map((question, n) => ({
              id: `dddddddddd0${n}`,
              status: 'unchanged' as const,
              card: { question },
            })),
          ]),
        ],
        { at: 5_000 },
      ),
    );
    const added = { question: 'What does the KV cache hold in each layer?', answer: ANSWER };
    two.store.applyImport(
      importChange(
        [plannedModule(deckModule(1), [{ id: 'ccccccccccc3', ordinal: 3, card: added }])],
        { at: 6_000 },
      ),
    );
    for (const machine of [two, one, two]) await machine.sync();
    expect(live(one)).toHaveLength(4);
    expect(two.state()).toEqual(one.state());
  });
});

test('a review on the phone, taken in here, is told as one of here', async () => {
  const { one, two } = await world();
  await two.sync();
  const moment = two.moment(TODAY);
  const review = { kind: 'review', card: CARD, rating: 3, durationMs: 5, reviewKind: 'learn' };
  two.store.appendPast(
    [{ ...review, at: moment.now, day: moment.today } as never],
    'phone',
    CONFIG,
  );
  rate(one, 1);
  await one.sync();
  expect((await two.sync()).taken[0]).toMatchObject({ bothReviewed: 1 });
});

describe('what has not arrived', () => {
  test('is waited for, gaps and what builds on others alike', async () => {
    const { remote, one, two } = await world();
    const ids: string[] = [];
    for (let day = 0; day < 3; day += 1) {
      ids.push(rate(one, day));
      await one.sync();
    }
    const files = readdirSync(logOf(remote, one)).map((name) => join(logOf(remote, one), name));
    const hidden = files.find((file) => file.endsWith('-5.jsonl')) ?? files[1]!;
    renameSync(hidden, `${hidden}.part`);
    const report = await two.sync();
    expect(report.waiting).toHaveLength(1);
    expect(eventsOf(two).length).toBeLessThan(ids.length);
    renameSync(`${hidden}.part`, hidden);
    expect((await two.sync()).waiting).toEqual([]);
    expect(eventsOf(two)).toEqual(ids);
  });

  test('is not taken by half: a damaged file is named, skipped, and mended by who wrote it', async () => {
    const { remote, one, two } = await world();
    await two.sync();
    const first = rate(one, 0);
    await one.sync();
    const log = logOf(remote, one);
    const newest = readdirSync(log)
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
      .at(-1)!;
    const text = readFileSync(join(log, newest), 'utf8');
    writeFileSync(join(log, newest), text.slice(0, -30));
    expect((await two.sync()).damaged).toEqual([
      { path: `log/${one.device}/${newest}`, problem: expect.any(String), isCopy: false },
    ]);
    expect(eventsOf(two)).toEqual([]);
    const second = rate(one, 1);
    await one.sync();
    await two.sync();
    expect(eventsOf(two).sort()).toEqual([first, second].sort());
  });
});

test('a file that is gone from the remote is written anew by the machine whose it is', async () => {
  const { remote, one, two } = await world();
  const { device } = one;
  const ids = [rate(one, 0)];
  await one.sync();
  await two.sync();
  ids.push(rate(two, 1));
  await two.sync();
  const [first] = readdirSync(logOf(remote, one)).filter((name) => name.startsWith('1-'));
  rmSync(join(logOf(remote, one), first!));
  const three = newMachine();
  expect((await three.init(remote)).waiting).not.toEqual([]);
  await one.sync();
  expect(one.device).toBe(device);
  expect((await three.sync()).waiting).toEqual([]);
  for (const machine of [one, three]) expect(eventsOf(machine)).toEqual(ids);
  for (const machine of [one, two, three])
    expect(await machine.sync()).toMatchObject({ sent: 0, taken: [], damaged: [] });
});

test.each([1, 4])(
  'a machine restored with its folder, of which what it had sent comes back after %i more reviews, loses none',
  async (count) => {
    const { remote, one, two } = await world();
    await one.backUp();
    cpSync(remote, `${remote}-then`, { recursive: true });
    const ids = [rate(one, 0), rate(one, 1)];
    await one.sync();
    await two.sync();
    one.restore();
    one.move(`${remote}-then`);
    for (let day = 2; day < 2 + count; day += 1) ids.push(rate(one, day));
    await one.sync();
    // The synchroniser brings both together.
    cpSync(`${remote}-then`, remote, { recursive: true });
    one.move(remote);
    const three = newMachine();
    await three.init(remote);
    for (const machine of [one, two, three, one, two, three]) await machine.sync();
    for (const machine of [one, two, three])
      expect(eventsOf(machine).sort()).toEqual([...ids].sort());
    const four = newMachine();
    await four.init(remote);
    for (const machine of [one, two, three]) expect(machine.state()).toEqual(four.state());
  },
);

test('many small files of a device become one, and nothing is lost by it', async () => {
  const { remote, one, two } = await world();
  const ids: string[] = [];
  for (let day = 0; day < 40; day += 1) {
    ids.push(rate(one, day));
    await one.sync();
  }
  expect(readdirSync(logOf(remote, one)).length).toBeLessThan(20);
  await two.sync();
  expect(eventsOf(two)).toEqual(ids);
  const three = newMachine();
  await three.init(remote);
  expect(three.state()).toEqual(one.state());
}, 60_000);

test('a history that both had before they met is not sent again', async () => {
  const remote = join(temporaryFolder(), 'remote');
  mkdirSync(remote);
  const [one, two] = [newMachine(), newMachine()];
  importDeck(one.store, [1], 'viva', () => CARD);
  for (let day = 0; day < 20; day++) rate(one, day);
  two.store.mergeArchive(one.store.archive(parseQuery(''), one.moment(TODAY)), false);
  const own = rate(two, 20);
  two.store.mergeArchive(later(one), false);
  await one.init(remote);
  await two.init(remote);
  expect(two.store.syncState()).toMatchObject({ unsent: 0 });
  const log = logOf(remote, two);
  const sent = readdirSync(log).map((name) => readFileSync(join(log, name), 'utf8'));
  expect(sent.join('').match(/"type":"event"/g)).toHaveLength(1);
  expect(sent.join('')).toContain(own);
  await one.sync();
  expect(one.state()).toEqual(two.state());
});

/** The archive of a machine that reviewed on for ten days. */
function later(machine: Machine) {
  for (let day = 21; day < 31; day++) rate(machine, day);
  return machine.store.archive(parseQuery(''), machine.moment(TODAY));
}

test('events of a clock that is days ahead are taken, and told', async () => {
  const { one, two } = await world();
  const ahead = new Machine(join(temporaryFolder(), 'viva.db'), 40 * DAY);
  await ahead.init(one.store.syncState()!.remote);
  rate(ahead, 0);
  await ahead.sync();
  const [taken] = (await two.sync()).taken;
  expect(taken).toMatchObject({ ahead: 1 });
  // The review here comes after that one, and no time has gone by.
  rate(two, 0);
  await two.sync();
  expect(two.store.history(CARD).at(-1)?.event).toMatchObject({ device: two.device });
});

test('what two machines retire at once, behind the clock of a third, is retired at one time', async () => {
  const { one, two } = await world();
  await two.sync();
  const [module] = [deckModule(1, { title: 'Renamed by a clock that runs ahead' })];
  one.store.applyImport(
    importChange([plannedModule(module, [{ id: CARD, status: 'unchanged' }])], { at: 90 * DAY }),
  );
  await one.sync();
  await two.sync();
  one.store.removeCollection('viva', 2 * DAY);
  two.store.removeCollection('viva', 3 * DAY);
  for (const machine of [one, two, one]) await machine.sync();
  expect(two.state()).toEqual(one.state());
});

test('a folder that is gone is not made anew: nothing is taken for empty', async () => {
  const { remote, one } = await world();
  rmSync(remote, { recursive: true });
  await expect(one.sync()).rejects.toMatchObject({ code: 'sync-unreachable' });
  expect(one.store.syncState()).toMatchObject({
    problem: expect.stringContaining('There is no folder'),
  });
  mkdirSync(remote);
  await expect(one.sync()).rejects.toMatchObject({ code: 'sync-other' });
});
