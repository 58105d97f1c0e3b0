import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BIN, moduleText, Viva } from '../support/viva.js';

/** A call of each command that has something to say; {} stands for the id of a card. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  review: ['--plain'],
  interview: ['--plain'],
  import: ['decks'],
  due: [],
  plan: ['list'],
  list: [],
  show: ['{}'],
  stats: [],
  optimize: ['--status'],
  grade: ['{}', 'good'],
  undo: [],
  suspend: ['{}'],
  resume: ['{}'],
  forget: ['{}', '--yes'],
  collections: [],
  relink: ['{}', '{}'],
  lint: ['decks'],
  convert: ['decks', '-o', 'out', '--force'],
  export: ['json'],
  backup: [],
  restore: [],
  doctor: [],
  break: [],
  config: [],
  completion: ['bash'],
  browse: [],
  bury: ['{}'],
  drafts: [],
  edit: ['{}'],
  flag: ['{}'],
  judge: ['--test'],
  new: [],
  set: ['{}', 'difficulty:3'],
  shapes: [],
  sync: ['status'],
};

/** Says nothing unless it is asked in its protocol; see mcp.test.ts. */
const SILENT = ['mcp'];

const NAMES = Object.keys(CALLS);
/** Many starts of the program. */
const TIME = { timeout: 240_000 };

/** Is it a stack, or what Node says around one? */
const STACK = /^\s+at |node:internal|Node\.js v/m;

interface World {
  readonly viva: Viva;
  argsOf(name: string): string[];
  runTo(args: readonly string[], stdout: number | 'pipe', stderr: number | 'pipe'): Ended;
  shell(line: string): Ended;
}

type Ended = SpawnSyncReturns<string>;

/** A home with cards, one of them graded. */
function world(): World {
  const viva = new Viva();
  const questions = [1, 2, 3].map((n) => ({ q: `Question ${n}?`, a: `Answer ${n}.` }));
  viva.write('decks/a.md', moduleText('Alpha', 1, questions));
  viva.json(['import', 'decks']);
  const card: string = viva.json(['list']).cards[0].id;
  viva.json(['grade', card, 'good']);
  const env = {
    PATH: process.env.PATH,
    VIVA_HOME: join(viva.home, 'viva'),
    VIVA_NOW: viva.now,
    TZ: 'UTC',
    EDITOR: 'true',
  };
  const options = { encoding: 'utf8', cwd: viva.home, env } as const;
  return {
    viva,
    argsOf: (name) => [name, ...(CALLS[name] ?? []).map((word) => word.replace('{}', card))],
    runTo: (args, stdout, stderr) =>
      spawnSync(process.execPath, [BIN, ...args], {
        ...options,
        input: '',
        stdio: ['pipe', stdout, stderr],
      }),
    shell: (line) => spawnSync('sh', ['-c', line], options),
  };
}

const PROGRAM = `'${process.execPath}' '${BIN}'`;

test('every command has a call here', () => {
  const commands = readdirSync('src/cli/commands')
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace('.ts', ''));
  expect([...NAMES, ...SILENT].sort()).toEqual(commands.sort());
});

describe.runIf(existsSync('/dev/full'))('a disk that is full', () => {
  test.each([[[]], [['--json']]])('every command ends in a sentence %j', TIME, (more) => {
    const { runTo, argsOf } = world();
    const full = openSync('/dev/full', 'w');
    for (const name of NAMES) {
      const { stderr, status } = runTo([...argsOf(name), ...more], full, 'pipe');
      expect.soft(stderr, name).not.toMatch(STACK);
      expect.soft(stderr, name).toMatch(/^viva: /m);
      expect.soft(status, name).toBeOneOf([1, 2]);
    }
    closeSync(full);
  });

  test('the help and the version, too', TIME, () => {
    const { runTo } = world();
    const full = openSync('/dev/full', 'w');
    for (const args of [
      ['--version'],
      ['--help'],
      ['list', '--help'],
      ['complete', '--', 'viva', ''],
    ]) {
      const { stderr, status } = runTo(args, full, 'pipe');
      expect.soft(stderr, args.join(' ')).toMatch(/^viva: Could not write the output/);
      expect.soft(status, args.join(' ')).toBe(1);
    }
    closeSync(full);
  });

  test('without standard error the work is done all the same', TIME, () => {
    const { runTo } = world();
    const full = openSync('/dev/full', 'w');
    const { stdout, status } = runTo(['list', '--json'], 'pipe', full);
    expect(JSON.parse(stdout).cards).toHaveLength(3);
    expect(status).toBe(0);
    expect(runTo(['show', 'nosuchcard'], 'pipe', full).status).toBe(1);
    expect(runTo(['list'], full, full).status).toBe(1);
    closeSync(full);
  });
});

describe('a reader that has left', () => {
  test('every command ends quietly', TIME, () => {
    const { shell, argsOf } = world();
    for (const name of NAMES) {
      const words = argsOf(name).join(' ');
      // The shell's pipe closes before viva writes.
      const { stderr } = shell(`(sleep 0.1; exec ${PROGRAM} ${words} </dev/null) | true`);
      expect.soft(stderr, name).not.toMatch(STACK);
      expect.soft(stderr, name).not.toMatch(/EPIPE/);
    }
  });

  test.each(['>&-', '2>&-', '>&- 2>&-'])('a list with %s ends without a stack', (closed) => {
    expect(world().shell(`${PROGRAM} list ${closed}`).stderr).not.toMatch(STACK);
  });

  test('a reader that is slow gets everything', TIME, () => {
    const { shell, viva } = world();
    const long = 'x'.repeat(60);
    const questions = Array.from({ length: 3_000 }, (_, n) => ({ q: `Slow ${n}?`, a: long }));
    viva.write('slow.md', moduleText('Slow', 2, questions));
    viva.json(['import', 'slow.md']);
    const { stdout } = shell(`${PROGRAM} export jsonl | (sleep 1; cat) | tail -1`);
    expect(JSON.parse(stdout)).toMatchObject({ type: 'end' });
  });
});
