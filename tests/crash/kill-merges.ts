import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Store } from '../../src/app/ports.js';
import { parseQuery } from '../../src/query/parse.js';
import { momentAt } from '../../src/schedule/study-day.js';
import { canonical } from '../support/canonical.js';
import { BIN, moduleText, Viva } from '../support/viva.js';
import { checkDatabase } from './check-database.js';

const MODULES = 20;
const CARDS_A_MODULE = 20;
const PAGE = 4_096;

export interface MergeKills {
  kills: number;
  /** Of which nothing, or all, was there after the kill. */
  nothing: number;
  all: number;
}

/**
 * Kills what brings another history in: imports of an archive, and repairs of
 * a damaged database or with a synchroniser's copy beside it. Each must have
 * happened or not; said once more, it brings all of both, once.
 */
export async function killMerges(kills: number, random: () => number): Promise<MergeKills> {
  const worlds = [archiveWorld(), copyWorld(), damagedWorld()];
  const counts: MergeKills = { kills: 0, nothing: 0, all: 0 };
  for (; counts.kills < kills; counts.kills++) {
    const world = worlds[counts.kills % worlds.length]!;
    world.reset();
    await killOne(world, world.whole * (0.2 + random() * 0.9));
    counts[happened(world) ? 'all' : 'nothing']++;
    expect(world.viva.run(world.args).status).toBe(0);
    expect(world.look()).toBe(world.after);
  }
  return counts;
}

/** What was not damaged is whole at any moment; what was is as it was, or mended. */
function happened({ isWhole, isMended, look, before, after }: World): boolean {
  if (!isWhole && !isMended()) return false;
  const found = look();
  expect(isWhole ? [before, after] : [after]).toContain(found);
  return found === after;
}

interface World {
  readonly viva: Viva;
  readonly args: readonly string[];
  /** What the database says before and after, in a canonical form. */
  readonly before: string;
  readonly after: string;
  /** Can the database be looked at before the work is done? */
  readonly isWhole: boolean;
  /** How long the work takes, ms. */
  readonly whole: number;
  reset(): void;
  look(): string;
  isMended(): boolean;
}

/** A home whose every third card was reviewed, and the same person's other home, ahead of it. */
function twoHomes(): { viva: Viva; other: Viva } {
  const viva = new Viva();
  for (let module = 0; module < MODULES; module++) {
    const questions = Array.from({ length: CARDS_A_MODULE }, (_, n) => ({
      q: `Question ${n} of module ${module}?`,
      a: `Answer ${n}.`,
    }));
    viva.write(`decks/${module}.md`, moduleText(`Module ${module}`, module, questions));
  }
  viva.json(['import', 'decks']);
  viva.run(['review', '--plain'], '\n3\n'.repeat(30));
  const other = new Viva();
  viva.run(['backup', join(other.home, 'base.db')]);
  other.json(['restore', join(other.home, 'base.db'), '--yes']);
  other.now = '2026-11-25T08:00:00Z';
  other.write('more.md', moduleText('More', 99, [{ q: 'More?', a: 'More.' }]));
  other.json(['import', 'more.md']);
  other.run(['review', '--plain'], '\n3\n'.repeat(60));
  return { viva, other };
}

const databaseOf = (viva: Viva) => join(viva.home, 'viva', 'viva.db');

function archiveWorld(): World {
  const { viva, other } = twoHomes();
  other.run(['export', 'jsonl', '-o', join(viva.home, 'other.jsonl')]);
  return world(viva, ['import', 'other.jsonl'], true, () => undefined);
}

function copyWorld(): World {
  const { viva, other } = twoHomes();
  const copy = join(viva.home, 'viva', 'viva.sync-conflict-20261124-080000-ABCDEFG.db');
  return world(viva, ['doctor', '--repair'], true, () => {
    copyFileSync(databaseOf(other), copy);
  });
}

function damagedWorld(): World {
  const { viva } = twoHomes();
  viva.run(['backup']);
  viva.now = '2026-11-25T08:00:00Z';
  viva.run(['review', '--plain'], '\n3\n'.repeat(20));
  return world(viva, ['doctor', '--repair'], false, () => {
    const bytes = readFileSync(databaseOf(viva));
    // Pages in the middle hold cards and their indexes.
    bytes.fill(0x5a, 20 * PAGE, 24 * PAGE);
    writeFileSync(databaseOf(viva), bytes);
  });
}

function world(viva: Viva, args: readonly string[], isWhole: boolean, spoil: () => void): World {
  const path = databaseOf(viva);
  const start = readFileSync(path);
  const look = () => checkDatabase(path, contentOf);
  const before = look();
  const reset = () => {
    for (const companion of ['-wal', '-shm', '.damaged', '.repairing', '.restoring']) {
      rmSync(path + companion, { force: true });
    }
    writeFileSync(path, start);
    spoil();
  };
  reset();
  const damaged = readFileSync(path);
  const began = Date.now();
  expect(viva.run(args).status).toBe(0);
  const whole = Date.now() - began;
  const after = look();
  if (isWhole) expect(after).not.toBe(before);
  const isMended = () => !readFileSync(path).equals(damaged);
  return { viva, args, before, after, isWhole, whole, reset, look, isMended };
}

function contentOf(store: Store): string {
  const moment = momentAt(0, { offsetMinutes: () => 0 }, 4);
  return JSON.stringify(canonical(store.archive(parseQuery(''), moment)));
}

async function killOne({ viva, args }: World, ms: number): Promise<void> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: viva.home,
    env: { ...process.env, VIVA_HOME: join(viva.home, 'viva'), VIVA_NOW: viva.now, TZ: 'UTC' },
    stdio: 'ignore',
  });
  const exit = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await exit;
  clearTimeout(timer);
}
