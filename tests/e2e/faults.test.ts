import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { seeded } from '../crash/random.js';
import {
  expectClearError,
  expectNoDump,
  MODES_HOLD,
  mountSmallDisk,
  runLimited,
} from '../support/faults.js';
import type { Terminal } from '../support/terminal/terminal.mjs';
import { BIN, moduleText, Viva } from '../support/viva.js';

const Sqlite: typeof import('better-sqlite3') = createRequire(import.meta.url)('better-sqlite3');

const questions = (count: number, length = 20) =>
  Array.from({ length: count }, (_, n) => ({
    q: `Question number ${n}?`,
    a: `Answer ${n}. ${'It is so. '.repeat(length / 10)}`,
  }));

function home(count = 8): Viva {
  const viva = new Viva();
  viva.write('decks/a.md', moduleText('Alpha', 1, questions(count)));
  viva.json(['import', 'decks']);
  return viva;
}

const database = (viva: Viva) => join(viva.home, 'viva', 'viva.db');
const rated = (viva: Viva): number => viva.json(['list', 'rated:9']).cards.length;
const cards = (viva: Viva): number => viva.json(['list']).cards.length;
const rateOne = '\n3\nq\n';

/** Everything the doctor looks at is well, or it says what is not. */
function expectHealthy(viva: Viva): void {
  const { stdout, status } = viva.run(['doctor']);
  expect(stdout).not.toContain('✗');
  expect(status).toBe(0);
}

async function review(viva: Viva): Promise<Terminal> {
  const terminal = viva.open(['review'], { columns: 300, rows: 24 });
  await terminal.waitFor('show answer');
  return terminal;
}

async function rate(terminal: Terminal, rating: string): Promise<void> {
  terminal.send(' ');
  await terminal.waitFor('1 Again');
  terminal.send(rating);
}

async function quit(terminal: Terminal): Promise<number> {
  terminal.send('q');
  await terminal.waitFor(/q quit/);
  terminal.send('q');
  return (await terminal.waitForExit()).status;
}

describe('the disk is full', () => {
  test('a first import says so and leaves nothing half-done; with room it works', ({ skip }) => {
    const viva = new Viva();
    viva.write('decks/a.md', moduleText('Alpha', 1, questions(120, 4_000)));
    const folder = join(viva.home, 'viva');
    if (!mountSmallDisk(folder, 760)) skip('this machine lets nobody mount a small disk');
    expectClearError(viva.run(['import', 'decks']), 'database-full');
    expect(viva.json(['collections']).collections).toEqual([]);
    viva.write('decks/a.md', moduleText('Alpha', 1, questions(3)));
    viva.json(['import', 'decks']);
    expect(cards(viva)).toBe(3);
  });

  test('a review says so, keeps the card, and goes on when there is room', async ({ skip }) => {
    const viva = new Viva();
    const folder = join(viva.home, 'viva');
    if (!mountSmallDisk(folder, 1_800)) skip('this machine lets nobody mount a small disk');
    viva.write('decks/a.md', moduleText('Alpha', 1, questions(4)));
    viva.json(['import', 'decks']);
    const terminal = await review(viva);
    await rate(terminal, '3');
    await terminal.waitFor('1 learning');
    const filler = join(folder, 'filler');
    let kib = 1_800;
    for (; kib > 0; kib -= 4) {
      try {
        writeFileSync(filler, Buffer.alloc(4_096), { flag: 'a' });
      } catch {
        break;
      }
    }
    // The log has room of its own for a while.
    const card = /Question number \d+/.exec(terminal.text())?.[0];
    for (let ratings = 0; !terminal.text().includes('is full'); ratings++) {
      expect(ratings).toBeLessThan(400);
      terminal.send(terminal.text().includes('1 Again') ? '1' : ' ');
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    expect(card).toBeDefined();
    expect(terminal.text()).toContain('everything saved before is safe');
    rmSync(filler);
    terminal.send('4');
    await terminal.waitFor((text: string) => !text.includes('is full'));
    expect(await quit(terminal)).toBe(0);
    expectHealthy(viva);
  });

  test('a rating line by line says so, and what was saved before is there', ({ skip }) => {
    const viva = new Viva();
    const folder = join(viva.home, 'viva');
    if (!mountSmallDisk(folder, 1_800)) skip('this machine lets nobody mount a small disk');
    viva.write('decks/a.md', moduleText('Alpha', 1, questions(4)));
    viva.json(['import', 'decks']);
    viva.run(['review', '--plain'], rateOne);
    try {
      for (;;) writeFileSync(join(folder, 'filler'), Buffer.alloc(1_024), { flag: 'a' });
    } catch {
      // It is full.
    }
    const full = viva.run(['review', '--plain'], rateOne);
    expect(full.stderr).toMatch(/\(database-full\)|\(database-failed\)/);
    expectNoDump(full);
    rmSync(join(folder, 'filler'));
    expect(rated(viva)).toBe(1);
    expectHealthy(viva);
  });
});

describe('writing fails', () => {
  test('an import says so and leaves nothing half-done', () => {
    const viva = home(3);
    viva.write('decks/b.md', moduleText('Beta', 2, questions(60, 4_000)));
    const limited = runLimited(viva, ['import', 'decks'], { fileKib: 200 });
    expectClearError(limited, 'database-failed');
    expect(cards(viva)).toBe(3);
    expectHealthy(viva);
    viva.json(['import', 'decks']);
    expect(cards(viva)).toBe(63);
  });

  test('a rating says so; the ratings before it are kept', () => {
    const viva = home(3);
    viva.run(['review', '--plain'], rateOne);
    // Less than the database has already: no page of it can be written, the log hardly.
    const limited = runLimited(viva, ['review', '--plain'], { fileKib: 12 }, rateOne);
    expectNoDump(limited);
    expect(limited.stderr).toMatch(/\((database-failed|database-full|data-folder-unwritable)\)/);
    expect(rated(viva)).toBeGreaterThanOrEqual(1);
    expectHealthy(viva);
  });

  test('a backup that cannot be written is a warning, and no file is taken for one', () => {
    const viva = home(3);
    viva.now = '2026-11-26T08:00:00Z';
    const { status, stderr } = runLimited(viva, ['due'], { fileKib: 100 });
    expect(status).toBe(0);
    expect(stderr).toContain("could not make today's backup");
    expect(viva.json(['restore']).backups.map(({ day }: { day: string }) => day)).toEqual(
      ['2026-11-26', '2026-11-24'].slice(1),
    );
  });
});

describe.skipIf(!MODES_HOLD)('rights are missing', () => {
  test.each([
    ['the folder', 0o555, 0o644],
    ['the database', 0o755, 0o444],
    ['both', 0o555, 0o444],
  ])('%s cannot be written', (_, folderMode, fileMode) => {
    const viva = home(3);
    const folder = join(viva.home, 'viva');
    const [{ id }] = viva.json(['list']).cards;
    chmodSync(database(viva), fileMode);
    chmodSync(folder, folderMode);
    onTestFinished(() => chmodSync(folder, 0o700));
    const limited = runLimited(viva, ['grade', id, 'good'], { underModes: true });
    expectClearError(limited, 'data-folder-unwritable');
    expect(limited.stderr).toContain('VIVA_HOME');
  });

  test('the database cannot be read', () => {
    const viva = home(3);
    chmodSync(database(viva), 0o000);
    expectClearError(runLimited(viva, ['due'], { underModes: true }), 'data-folder-unwritable');
  });

  test('no folder can be made', () => {
    const viva = new Viva();
    chmodSync(viva.home, 0o555);
    onTestFinished(() => chmodSync(viva.home, 0o700));
    expectClearError(runLimited(viva, ['due'], { underModes: true }), 'data-folder-unwritable');
  });
});

describe('the database goes while a review is open', () => {
  test('deleted: the review says so, and what it held is saved', async () => {
    const viva = home();
    const terminal = await review(viva);
    await rate(terminal, '3');
    await terminal.waitFor('Question number 1');
    rmSync(database(viva));
    await rate(terminal, '3');
    await terminal.waitFor('was deleted, moved or replaced');
    expect(terminal.text()).toContain(`${database(viva)}.rescued`);
    await quit(terminal);
    viva.json(['restore', `${database(viva)}.rescued`, '--yes']);
    expect(rated(viva)).toBe(1);
    expectHealthy(viva);
  });

  test('replaced: nothing is written to either, and the other one is whole', async () => {
    const viva = home();
    const terminal = await review(viva);
    await rate(terminal, '3');
    await terminal.waitFor('Question number 1');
    const [backup] = viva.json(['restore']).backups;
    copyFileSync(backup.path, `${database(viva)}.other`);
    for (const log of ['-wal', '-shm']) rmSync(database(viva) + log, { force: true });
    renameSync(`${database(viva)}.other`, database(viva));
    await rate(terminal, '3');
    await terminal.waitFor('was deleted, moved or replaced');
    await quit(terminal);
    expect(rated(viva)).toBe(0);
    expectHealthy(viva);
    const { repairs } = viva.json(['doctor', '--repair']);
    expect(repairs.join()).toContain('1 event.');
    expect(rated(viva)).toBe(1);
  });
});

describe('the file is damaged', () => {
  test('cut off: a clear sentence, the doctor says what is wrong and brings it back', () => {
    const viva = home(40);
    viva.run(['review', '--plain'], rateOne);
    viva.json(['backup']);
    truncateSync(database(viva), Math.floor(statSync(database(viva)).size / 8_192) * 4_096);
    const damaged = readFileSync(database(viva));
    const sick = viva.run(['doctor']);
    expect(sick.status).toBe(1);
    expect(sick.stdout).toMatch(/✗ .*(damaged|malformed)/);
    expect(sick.stdout).toContain('viva doctor --repair');
    expectNoDump(sick);
    const { stdout, status } = viva.run(['doctor', '--repair']);
    expect(status).toBe(0);
    expect(stdout).toContain('The database was rebuilt from the backup');
    expect(stdout).toContain(`${database(viva)}.damaged`);
    expect(readFileSync(`${database(viva)}.damaged`)).toEqual(damaged);
    expect(rated(viva)).toBe(1);
    expect(cards(viva)).toBe(40);
    expectHealthy(viva);
  });

  test.each([
    ['deleted', (path: string) => rmSync(path)],
    ['empty', (path: string) => truncateSync(path, 0)],
  ])('%s: every command tells of the backups before it begins anew', (_, take) => {
    const viva = home(4);
    viva.run(['review', '--plain'], rateOne);
    viva.json(['backup']);
    take(database(viva));
    for (const args of [['list'], ['due'], ['review', '--plain'], ['stats'], ['import', '.']]) {
      const told = viva.run(args);
      expectClearError(told, 'database-missing');
      expect(told.stderr).toContain('viva restore viva-2026-11-24-manual.db');
    }
    expect(viva.run(['doctor']).stdout).toContain('but there are backups');
    viva.json(['restore', 'viva-2026-11-24-manual.db', '--yes']);
    expect(rated(viva)).toBe(1);
    expectHealthy(viva);
  });

  test('to nothing: a backup brings everything back', () => {
    const viva = home(4);
    viva.run(['review', '--plain'], rateOne);
    viva.json(['backup']);
    truncateSync(database(viva), 0);
    expectNoDump(viva.run(['due']));
    expect(viva.run(['doctor']).stdout).toContain('The database is empty, but there are backups');
    viva.json(['restore', '2026-11-24-manual', '--yes']);
    expect(rated(viva)).toBe(1);
    expectHealthy(viva);
  });

  test('bytes flipped anywhere: a clear sentence or the right answer, and a repair', () => {
    const viva = home(40);
    viva.run(['review', '--plain'], rateOne);
    viva.json(['backup']);
    const whole = readFileSync(database(viva));
    const random = seeded(5);
    for (let round = 0; round < 5; round++) {
      const bytes = Buffer.from(whole);
      for (let flips = 0; flips < 40; flips++) {
        const at = Math.floor(random() * bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      }
      for (const companion of ['-wal', '-shm']) {
        rmSync(database(viva) + companion, { force: true });
      }
      writeFileSync(database(viva), bytes);
      for (const args of [['list'], ['stats', '--json'], ['doctor']]) {
        const result = viva.run(args);
        expectNoDump(result);
        expect([0, 1]).toContain(result.status);
      }
      viva.json(['doctor', '--repair']);
      expect(rated(viva), `round ${round}`).toBe(1);
    }
  });

  test('the log removed after a crash: what had reached the database is there', async () => {
    const viva = home();
    viva.run(['review', '--plain'], rateOne);
    const terminal = await review(viva);
    await rate(terminal, '3');
    await terminal.waitFor((text: string) => !text.includes('1 Again'));
    terminal.kill();
    await terminal.waitForExit();
    expect(existsSync(`${database(viva)}-wal`)).toBe(true);
    rmSync(`${database(viva)}-wal`);
    expect(rated(viva)).toBe(1);
    expectHealthy(viva);
  });

  test('the log damaged after a crash: the database is whole', async () => {
    const viva = home();
    const terminal = await review(viva);
    await rate(terminal, '3');
    await terminal.waitFor((text: string) => !text.includes('1 Again'));
    terminal.kill();
    await terminal.waitForExit();
    const log = readFileSync(`${database(viva)}-wal`);
    writeFileSync(`${database(viva)}-wal`, log.fill(0x5a, Math.floor(log.length / 2)));
    expect(cards(viva)).toBe(8);
    expectHealthy(viva);
  });
});

test('the clock set back a year: every rating counts, and the doctor says what it sees', () => {
  const viva = home(4);
  viva.run(['review', '--plain'], '\n3\n\n4\nq\n');
  viva.now = '2025-11-24T08:00:00Z';
  viva.run(['review', '--plain'], '\n3\n\n1\nq\n');
  viva.run(['grade', viva.json(['list']).cards[0].id, 'hard']);
  const { stdout, status } = viva.run(['doctor']);
  expect(status).toBe(0);
  expect(stdout).toContain('is ahead of the clock');
  const history = viva
    .json(['list'])
    .cards.flatMap(({ id }: { id: string }) => viva.json(['show', id]).history);
  expect(history).toHaveLength(5);
  viva.json(['undo']);
  viva.now = '2026-11-25T08:00:00Z';
  expectHealthy(viva);
  expect(viva.json(['restore']).backups.map(({ day }: { day: string }) => day)).toContain(
    '2025-11-24',
  );
});

describe('two vivas at once', () => {
  test('both review: every rating is kept, the same card is rated once and the second is told', async () => {
    const viva = home(4);
    const [first, second] = [await review(viva), await review(viva)];
    second.send(' ');
    await second.waitFor('1 Again');
    await rate(first, '4');
    await first.waitFor('Question number 1');
    second.send('1');
    await second.waitFor('Another viva reviewed that card in the meantime');
    await second.waitFor('Question number 1');
    await rate(second, '4');
    await second.waitFor('Question number 2');
    // The first shows that card still; it is told as well.
    await rate(first, '3');
    await first.waitFor('Another viva reviewed that card in the meantime');
    await first.waitFor('Question number 2');
    expect(await quit(first)).toBe(0);
    expect(await quit(second)).toBe(0);
    expect(rated(viva)).toBe(2);
    for (const { id } of viva.json(['list', 'rated:9']).cards) {
      expect(viva.json(['show', id]).history).toMatchObject([{ kind: 'review', rating: 4 }]);
    }
    expectHealthy(viva);
  });

  test('both import the same deck: its cards are there once', async () => {
    const viva = new Viva();
    viva.write('decks/a.md', moduleText('Alpha', 1, questions(200)));
    const start = () => {
      const child = spawn(process.execPath, [BIN, 'import', 'decks'], {
        cwd: viva.home,
        env: { ...process.env, VIVA_HOME: join(viva.home, 'viva'), VIVA_NOW: viva.now },
        stdio: 'ignore',
      });
      return once(child, 'exit');
    };
    const exits = await Promise.all([start(), start(), start()]);
    expect(exits.map(([status]) => status)).toEqual([0, 0, 0]);
    expect(viva.json(['collections']).collections).toMatchObject([{ cards: 200, retired: 0 }]);
    expectHealthy(viva);
  });

  test.each([
    ['a rating', ['review', '--plain'], rateOne],
    ['an import', ['import', 'decks'], ''],
  ])('another program that keeps writing: %s waits, then says so', (_, args, input) => {
    const viva = home(4);
    viva.write('decks/b.md', moduleText('Beta', 2, questions(2)));
    const other = new Sqlite(database(viva));
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    const began = Date.now();
    const waited = viva.run(args, input);
    expect(Date.now() - began).toBeLessThan(15_000);
    expectClearError(waited, 'database-locked');
    expect(waited.stderr).toContain('Another program is writing to');
    other.exec('ROLLBACK');
    expect(viva.run(args, input).status).toBe(0);
    expectHealthy(viva);
  });
});

test("a sync program's conflict copy is named, and its ratings are taken in", () => {
  const viva = home(4);
  viva.run(['review', '--plain'], rateOne);
  const copy = join(viva.home, 'viva', 'viva.sync-conflict-20261124-080000-ABCDEFG.db');
  copyFileSync(database(viva), copy);
  viva.json(['restore', '2026-11-24', '--yes']);
  expect(rated(viva)).toBe(0);
  const { stdout } = viva.run(['doctor']);
  expect(stdout).toContain(`${copy} (1 event that the database lacks)`);
  expect(viva.run(['doctor', '--repair']).stdout).toContain('Taken in from');
  expect(rated(viva)).toBe(1);
  expect(existsSync(copy)).toBe(true);
  expectHealthy(viva);
});

test('files that others may read are named, and closed to them', () => {
  const viva = home(2);
  const backup = join(dirname(database(viva)), 'backups', 'open.db');
  viva.run(['backup', backup]);
  chmodSync(backup, 0o644);
  expect(viva.run(['doctor']).stdout).toContain(`Other users of this machine can read: ${backup}`);
  viva.json(['doctor', '--repair']);
  expect(statSync(backup).mode & 0o777).toBe(0o600);
});

test('settings that are no JSON are named, and everything else is looked at all the same', () => {
  const viva = home(2);
  viva.write('viva/config.json', '{ "newPerDay": ');
  const { stdout, status } = viva.run(['doctor']);
  expect(status).toBe(1);
  expect(stdout).toContain('✗ The settings file is not a JSON object.');
  expect(stdout).toContain('✓ Schedules match the review log.');
});
