import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Store } from '../../src/app/ports.js';
import { parseQuery } from '../../src/query/parse.js';
import { momentAt } from '../../src/schedule/study-day.js';
import { BIN, moduleText, Viva } from '../support/viva.js';
import { checkDatabase } from './check-database.js';

const MODULES = 30;
const CARDS_A_MODULE = 20;

export interface ImportKills {
  kills: number;
  /** Imports of which nothing, or all, was there after the kill. */
  nothing: number;
  all: number;
  /** Of those with nothing: killed while the change was being written to the log. */
  duringWrite: number;
}

/**
 * Kills imports of a collection whose every answer has changed since the last
 * one, one module new and one gone; each must have happened or not happened.
 */
export async function killImports(kills: number, random: () => number): Promise<ImportKills> {
  const viva = new Viva();
  const path = join(viva.home, 'viva', 'viva.db');
  const counts: ImportKills = { kills: 0, nothing: 0, all: 0, duringWrite: 0 };
  writeEdition(viva, 0);
  viva.json(['import', 'decks']);
  writeEdition(viva, 1);
  const began = Date.now();
  viva.json(['import', 'decks']);
  const whole = Date.now() - began;
  let edition = 1;
  for (; counts.kills < kills; counts.kills++) {
    writeEdition(viva, edition + 1);
    // Half of the kills at any time, half of them where the writing is.
    await killOne(viva, whole * (random() < 0.5 ? random() : 0.6 + random() * 0.6));
    const logged = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    const found = checkDatabase(path, editionsIn);
    expect(found.cards).toBe(MODULES * CARDS_A_MODULE);
    expect(found.editions).toHaveLength(1);
    expect([edition, edition + 1]).toContain(found.editions[0]);
    const happened = found.editions[0] !== edition;
    counts[happened ? 'all' : 'nothing']++;
    if (!happened && logged > 0) counts.duringWrite++;
    edition = found.editions[0] ?? edition;
  }
  expect(viva.json(['import', 'decks']).cards.total).toBe(MODULES * CARDS_A_MODULE);
  return counts;
}

/** Every edition has the same cards with other answers, in modules of which one moves on. */
function writeEdition(viva: Viva, edition: number): void {
  for (let module = 0; module < MODULES; module++) {
    const number = module === 0 ? 100 + edition : module;
    const questions = Array.from({ length: CARDS_A_MODULE }, (_, n) => ({
      q: `Question ${n} of module ${number}?`,
      a: `Edition ${edition} of answer ${n}.`,
    }));
    viva.write(`decks/${module}.md`, moduleText(`Module ${number}`, number, questions));
  }
}

async function killOne(viva: Viva, ms: number): Promise<void> {
  const child = spawn(process.execPath, [BIN, 'import', 'decks'], {
    cwd: viva.home,
    env: { ...process.env, VIVA_HOME: join(viva.home, 'viva'), VIVA_NOW: viva.now },
    stdio: 'ignore',
  });
  const exit = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await exit;
  clearTimeout(timer);
}

function editionsIn(store: Store): { cards: number; editions: number[] } {
  const moment = momentAt(0, { offsetMinutes: () => 0 }, 4);
  const cards = store.find(parseQuery(''), moment);
  const editions = cards.map(({ card }) => Number(/Edition (\d+)/.exec(card.answer)?.[1]));
  return { cards: cards.length, editions: [...new Set(editions)] };
}
