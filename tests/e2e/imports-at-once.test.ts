import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BIN, BUNDLED_DECKS, Viva } from '../support/viva.js';

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the program by the side of others. */
function start(viva: Viva, args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, VIVA_HOME: join(viva.home, 'viva'), TZ: 'UTC', VIVA_NOW: viva.now };
  const child = spawn(process.execPath, [BIN, ...args], { cwd: viva.home, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** Runs one command in two processes at the same moment, and gives what each said. */
async function twice(viva: Viva, args: readonly string[]) {
  const ended = await Promise.all([start(viva, args), start(viva, args)]);
  for (const { status, stderr } of ended)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return ended.map(({ stdout }) => JSON.parse(stdout));
}

function expectHealthy(viva: Viva): void {
  const { status, stdout } = viva.run(['doctor']);
  expect(status, stdout).toBe(0);
}

describe('two processes that import the same at the same moment', { timeout: 300_000 }, () => {
  test('a collection, into a new database: each card is there once', async () => {
    const once = new Viva();
    const { total } = once.json(['import', BUNDLED_DECKS, '--as', 'viva']).cards;
    expect(total).toBeGreaterThan(400);
    const viva = new Viva();
    const told = await twice(viva, ['import', BUNDLED_DECKS, '--as', 'viva', '--json']);
    expect(told.map(({ cards }) => cards.total)).toEqual([total, total]);
    expect(told[0].cards.added + told[1].cards.added).toBe(total);
    expect(viva.json(['collections']).collections).toMatchObject([{ cards: total, retired: 0 }]);
    expectHealthy(viva);
  });

  test('an archive and a package of Anki: each card and review is there once', async () => {
    const source = new Viva();
    source.json(['import', BUNDLED_DECKS, '--as', 'viva']);
    for (const { id } of source.json(['list', 'part:Inference']).cards.slice(0, 5)) {
      source.json(['grade', id, 'good']);
    }
    const [archive, anki] = [join(source.home, 'v.json'), join(source.home, 'v.apkg')];
    source.json(['export', 'json', '-o', archive]);
    source.json(['export', 'apkg', '-o', anki]);
    const all = source.json(['stats']);

    const merged = new Viva();
    await twice(merged, ['import', archive, '--json']);
    expect(merged.json(['stats']).cards).toEqual(all.cards);
    merged.json(['export', 'revlog', '-o', 'r.csv']);
    expect(readFileSync(join(merged.home, 'r.csv'), 'utf8').trim().split('\n')).toHaveLength(1 + 5);
    expectHealthy(merged);

    const fromAnki = new Viva();
    // Anki has one review a millisecond: those of one moment were put behind each other.
    fromAnki.now = '2026-11-24T08:00:01Z';
    const told = await twice(fromAnki, ['import', anki, '-o', 'out', '--json']);
    expect(told[0].anki.events + told[1].anki.events).toBe(5);
    expect(fromAnki.json(['stats']).cards.total).toBe(all.cards.total);
    expectHealthy(fromAnki);
  });
});
