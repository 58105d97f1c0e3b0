import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import { mountSmallDisk } from '../../support/faults.js';
import { tempFolder } from '../../support/home.js';
import { CONFIG, importDeck, TODAY, temporaryFolder } from '../store/support.js';
import { Machine } from './machine.js';

const CARD = cardId('aaaaaaaaaaa1');

function machineIn(folder: string): Machine {
  mkdirSync(folder, { recursive: true });
  return new Machine(join(folder, 'viva.db'));
}

/** A machine with a card and one without, both in step with the remote. */
async function inStep(remote: string, folder = temporaryFolder()): Promise<[Machine, Machine]> {
  const [one, two] = [machineIn(folder), machineIn(temporaryFolder())];
  importDeck(one.store, [1], 'viva', () => CARD);
  for (const machine of [one, two]) await machine.init(remote);
  return [one, two];
}

let day = 0;

function rate(machine: Machine): string {
  day += 1;
  const moment = machine.moment(TODAY + day);
  machine.time = moment.now;
  const draft = { kind: 'review', card: CARD, rating: 3, durationMs: 1, reviewKind: 'learn' };
  return machine.store.append(draft as never, moment, CONFIG).event.id;
}

const eventsOf = ({ store }: Machine) => [...store.all()].map(({ event }) => event.id);

/** Fills a disk to its last byte; returns the file that has to go to make room. */
function fill(folder: string): string {
  const filler = join(folder, 'filler');
  for (const size of [4_096, 1]) {
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Full.
    }
  }
  return filler;
}

describe('git refuses what is pushed', () => {
  test.each([
    { why: 'as too large', key: 'receive.maxInputSize', refused: '16', says: /exceeds maximum/ },
    {
      why: 'as checked out',
      key: 'receive.denyCurrentBranch',
      refused: 'refuse',
      says: /checked out/,
    },
  ])('$why: a sentence says so, and all of it goes out later', async ({ key, refused, says }) => {
    const copy = join(temporaryFolder(), 'remote');
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', copy, ...args], { stdio: 'pipe' });
    mkdirSync(copy);
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'receive.denyCurrentBranch', 'ignore');
    const [one, two] = await inStep(join(copy, '.git'));
    const id = rate(one);
    git('config', key, refused);
    await expect(one.sync()).rejects.toMatchObject({
      code: 'sync-unreachable',
      message: expect.stringMatching(says),
    });
    expect(one.store.syncState()?.problem).toMatch(says);
    git('config', 'receive.maxInputSize', '0');
    git('config', 'receive.denyCurrentBranch', 'ignore');
    await one.sync();
    await two.sync();
    expect(eventsOf(two)).toEqual([id]);
  });
});

describe('no room is left', () => {
  test('where the remote is: nothing half-written counts, and all goes out when there is room', async ({
    skip,
  }) => {
    const remote = join(tempFolder(), 'remote');
    if (!mountSmallDisk(remote, 64)) skip('this machine lets nobody mount a small disk');
    const [one, two] = await inStep(remote);
    const filler = fill(remote);
    const id = rate(one);
    await expect(one.sync()).rejects.toMatchObject({
      code: 'file-unreadable',
      hint: expect.stringContaining('Free some space'),
    });
    expect(await two.sync()).toMatchObject({ damaged: [], waiting: [], taken: [] });
    rmSync(filler);
    const later = rate(one);
    await one.sync();
    await two.sync();
    expect(eventsOf(two)).toEqual([id, later]);
    expect(two.state()).toEqual(one.state());
  });

  test('beside the database: nothing counts as sent that is not there', async ({ skip }) => {
    const folder = join(tempFolder(), 'data');
    if (!mountSmallDisk(folder, 3_000)) skip('this machine lets nobody mount a small disk');
    const remote = join(temporaryFolder(), 'remote');
    mkdirSync(remote);
    const [one, two] = await inStep(remote, folder);
    const ids = [rate(one)];
    const filler = fill(folder);
    await expect(one.sync()).rejects.toThrow();
    expect(existsSync(filler)).toBe(true);
    expect(readdirSync(join(remote, 'log', one.device))).toHaveLength(1);
    rmSync(filler);
    ids.push(rate(one));
    await one.sync();
    await two.sync();
    expect(eventsOf(two)).toEqual(ids);
  });
});
