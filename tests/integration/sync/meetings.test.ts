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
import { CONFIG, DAY, importDeck, TODAY, temporaryFolder } from '../store/support.js';
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

function rate(machine: Machine, day: number): string {
  const moment = machine.moment(TODAY + day);
  machine.time = moment.now;
  const draft = {
    kind: 'review',
    card: CARD,
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
      { path: `log/${one.device}/${newest}`, problem: expect.any(String) },
    ]);
    expect(eventsOf(two)).toEqual([]);
    const second = rate(one, 1);
    await one.sync();
    await two.sync();
    expect(eventsOf(two).sort()).toEqual([first, second].sort());
  });
});

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

test('a folder that is gone is not made anew: nothing is taken for empty', async () => {
  const { remote, one } = await world();
  rmSync(remote, { recursive: true });
  await expect(one.sync()).rejects.toMatchObject({ code: 'sync-unreachable' });
  expect(one.store.syncState()).toMatchObject({ problem: expect.stringContaining('not there') });
  mkdirSync(remote);
  await expect(one.sync()).rejects.toMatchObject({ code: 'sync-other' });
});
