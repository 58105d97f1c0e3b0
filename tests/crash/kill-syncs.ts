import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Store } from '../../src/app/ports.js';
import { parseQuery } from '../../src/query/parse.js';
import { momentAt } from '../../src/schedule/study-day.js';
import { canonical } from '../support/canonical.js';
import { BIN, moduleText, Viva } from '../support/viva.js';
import { checkDatabase } from './check-database.js';

/** Two machines in step, of which one is about to do what is killed. */
interface Scene {
  readonly one: Viva;
  readonly two: Viva;
  /** What the first does, and is killed at. */
  readonly args: readonly string[];
  /** Folders that are put back before each kill. */
  readonly places: readonly string[];
}

/**
 * Kills a sync that takes and sends at any moment: by turns through a folder,
 * through git, and a first one of what is encrypted. The database is whole then,
 * the next sync goes on, and both machines hold what they would have held.
 * Returns how often the kill came before the end.
 */
export async function killSyncs(kills: number, random: () => number): Promise<{ kills: number }> {
  const scenes = [throughFolder, throughGit, joining].slice(0, kills);
  for (const [number, make] of scenes.entries()) {
    const own = Math.ceil((kills - number) / scenes.length);
    await killScene(make(), own, random);
  }
  return { kills };
}

async function killScene(scene: Scene, kills: number, random: () => number): Promise<void> {
  const { one, two, places } = scene;
  const kept = join(one.home, 'kept');
  for (const [n, place] of places.entries()) cpSync(place, join(kept, `${n}`), RECURSIVE);
  const began = Date.now();
  goOn(scene);
  const whole = Date.now() - began;
  const wanted = contentOf(one);
  for (let done = 0; done < kills; done++) {
    for (const [n, place] of places.entries()) {
      rmSync(place, { recursive: true, force: true });
      cpSync(join(kept, `${n}`), place, RECURSIVE);
    }
    await killOne(scene, whole * random() * 0.6);
    if (existsSync(databaseOf(one))) checkDatabase(databaseOf(one), () => null);
    goOn(scene);
    for (const viva of [one, two]) expect(contentOf(viva)).toBe(wanted);
  }
}

const RECURSIVE = { recursive: true } as const;

function throughFolder(): Scene {
  const [one, two] = [new Viva(), new Viva()];
  return inStep(one, two, join(one.home, 'remote'));
}

function throughGit(): Scene {
  const [one, two] = [new Viva(), new Viva()];
  const bare = join(one.home, 'remote.git');
  execFileSync('git', ['init', '--quiet', '--bare', bare]);
  return inStep(one, two, bare);
}

/** Two that were in step once, and have both gone on. */
function inStep(one: Viva, two: Viva, remote: string): Scene {
  fill(one);
  for (const viva of [one, two]) expect(viva.run(['sync', 'init', remote]).status).toBe(0);
  one.run(['review', '--plain'], '\n3\n'.repeat(12));
  two.now = '2026-11-24T09:00:00Z';
  two.run(['review', '--plain'], '\n2\n'.repeat(12));
  two.run(['sync']);
  return { one, two, args: ['sync'], places: [dataOf(one), dataOf(two), remote] };
}

/** One that has cards and reviews of its own, and joins the other for the first time. */
function joining(): Scene {
  const [one, two] = [new Viva(), new Viva()];
  const remote = join(two.home, 'remote');
  for (const viva of [one, two]) {
    viva.env.VIVA_SYNC_PASSPHRASE = 'a horse, a battery and a staple';
    fill(viva);
    viva.run(['review', '--plain'], '\n3\n'.repeat(12));
  }
  expect(two.run(['sync', 'init', remote, '--encrypt']).status).toBe(0);
  const args = ['sync', 'init', remote];
  return { one, two, args, places: [dataOf(one), dataOf(two), remote] };
}

function fill(viva: Viva): void {
  for (let module = 0; module < 5; module++) {
    const questions = Array.from({ length: 10 }, (_, n) => ({
      q: `Question ${n} of module ${module}?`,
      a: `Answer ${n}.`,
    }));
    viva.write(`decks/${module}.md`, moduleText(`Module ${module}`, module, questions));
  }
  viva.json(['import', 'decks']);
}

/** Does it again to its end, and syncs both. */
function goOn({ one, two, args }: Scene): void {
  for (const [viva, words] of [
    [one, args],
    [two, ['sync']],
    [one, ['sync']],
  ] as const) {
    const { status, stderr } = viva.run([...words]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }
}

const dataOf = (viva: Viva) => join(viva.home, 'viva');
const databaseOf = (viva: Viva) => join(dataOf(viva), 'viva.db');

function contentOf(viva: Viva): string {
  const moment = momentAt(0, { offsetMinutes: () => 0 }, 4);
  const content = (store: Store) =>
    JSON.stringify(canonical(store.archive(parseQuery(''), moment)));
  return checkDatabase(databaseOf(viva), content);
}

async function killOne({ one: viva, args }: Scene, ms: number): Promise<void> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: viva.home,
    env: { ...process.env, ...viva.env, VIVA_HOME: dataOf(viva), VIVA_NOW: viva.now, TZ: 'UTC' },
    stdio: 'ignore',
  });
  const exit = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await exit;
  clearTimeout(timer);
}
