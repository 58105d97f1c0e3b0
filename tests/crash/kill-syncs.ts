import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Store } from '../../src/app/ports.js';
import { parseQuery } from '../../src/query/parse.js';
import { momentAt } from '../../src/schedule/study-day.js';
import { canonical } from '../support/canonical.js';
import { BIN, moduleText, Viva } from '../support/viva.js';
import { checkDatabase } from './check-database.js';

/**
 * Kills a sync that takes and sends at any moment. The database is whole then,
 * the next sync goes on, and both machines hold what they would have held.
 * Returns how often the kill came before the end.
 */
export async function killSyncs(kills: number, random: () => number): Promise<{ kills: number }> {
  const { one, two, remote } = twoMachines();
  const places = [join(one.home, 'viva'), join(two.home, 'viva'), remote];
  const kept = join(one.home, 'kept');
  for (const [n, place] of places.entries()) cpSync(place, join(kept, String(n)), copying);
  const reset = () => {
    for (const [n, place] of places.entries()) {
      for (const name of [
        'log',
        'devices',
        'viva.db',
        'viva.db-wal',
        'viva.db-shm',
        'viva.db.sync',
      ]) {
        rmSync(join(place, name), { recursive: true, force: true });
      }
      cpSync(join(kept, String(n)), place, copying);
    }
  };
  const began = Date.now();
  syncBoth(one, two);
  const whole = Date.now() - began;
  const wanted = contentOf(one);
  for (let done = 0; done < kills; done++) {
    reset();
    await killOne(one, whole * random() * 0.6);
    checkDatabase(databaseOf(one), () => null);
    syncBoth(one, two);
    for (const viva of [one, two]) expect(contentOf(viva)).toBe(wanted);
  }
  return { kills };
}

const copying = { recursive: true, force: true } as const;

/** Two that were in step once, and have both gone on. */
function twoMachines(): { one: Viva; two: Viva; remote: string } {
  const [one, two] = [new Viva(), new Viva()];
  const remote = join(one.home, 'remote');
  for (let module = 0; module < 10; module++) {
    const questions = Array.from({ length: 20 }, (_, n) => ({
      q: `Question ${n} of module ${module}?`,
      a: `Answer ${n}.`,
    }));
    one.write(`decks/${module}.md`, moduleText(`Module ${module}`, module, questions));
  }
  one.json(['import', 'decks']);
  for (const viva of [one, two]) expect(viva.run(['sync', 'init', remote]).status).toBe(0);
  one.run(['review', '--plain'], '\n3\n'.repeat(30));
  two.now = '2026-11-24T09:00:00Z';
  two.run(['review', '--plain'], '\n2\n'.repeat(30));
  two.run(['sync']);
  return { one, two, remote };
}

function syncBoth(one: Viva, two: Viva): void {
  for (const viva of [one, two]) {
    const { status, stderr } = viva.run(['sync']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }
}

const databaseOf = (viva: Viva) => join(viva.home, 'viva', 'viva.db');

function contentOf(viva: Viva): string {
  const moment = momentAt(0, { offsetMinutes: () => 0 }, 4);
  const content = (store: Store) =>
    JSON.stringify(canonical(store.archive(parseQuery(''), moment)));
  return checkDatabase(databaseOf(viva), content);
}

async function killOne(viva: Viva, ms: number): Promise<void> {
  const child = spawn(process.execPath, [BIN, 'sync'], {
    cwd: viva.home,
    env: { ...process.env, VIVA_HOME: join(viva.home, 'viva'), VIVA_NOW: viva.now, TZ: 'UTC' },
    stdio: 'ignore',
  });
  const exit = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await exit;
  clearTimeout(timer);
}
