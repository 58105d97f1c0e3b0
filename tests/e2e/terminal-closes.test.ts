import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTerminal, type Terminal } from '../support/terminal/terminal.mjs';
import { BIN, moduleText, Viva } from '../support/viva.js';

function home(): Viva {
  const viva = new Viva();
  viva.write(
    'decks/a.md',
    moduleText('Alpha', 1, [
      { q: 'What is one?', a: 'One.' },
      { q: 'What is two?', a: 'Two.' },
    ]),
  );
  expect(viva.run(['import', 'decks']).status).toBe(0);
  return viva;
}

/** Runs viva under a shell that notes how it ended; with `ignored` the signal does not reach it. */
function open(viva: Viva, args: string, ignored: boolean, node = ''): Terminal {
  const trap = ignored ? `trap '' HUP; ` : '';
  const script = `${trap}'${process.execPath}' ${node} '${BIN}' ${args} 2>err; echo $? > status.part; mv status.part status`;
  return openTerminal('bash', ['-c', ignored ? script : `trap 'true' HUP; ${script}`], {
    cwd: viva.home,
    env: { VIVA_HOME: join(viva.home, 'viva'), VIVA_NOW: viva.now },
  });
}

async function ended(viva: Viva): Promise<{ status: string; stderr: string }> {
  const status = join(viva.home, 'status');
  for (let n = 0; n < 500 && !existsSync(status); n++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    status: readFileSync(status, 'utf8').trim(),
    stderr: readFileSync(join(viva.home, 'err'), 'utf8'),
  };
}

describe.each([
  ['with SIGHUP', false],
  ['without a signal', true],
])('a terminal that closes %s', (_, ignored) => {
  test.each([
    ['review', 'show answer', ' 3', 'What is two?'],
    ['review', 'show answer', ' 3 ', '1 Again'],
    ['review', 'show answer', ' 3qq', '1 card'],
    ['review --plain', 'What is one?', '\r3\r', 'What is two?'],
    ['interview', 'show answer', ' 3', '2/2'],
    ['interview --plain', 'What is', '\r3\r', /^Good$/m],
    ['stats', '? help', '2', '[2'],
  ])('ends %s quietly, and keeps what was rated (%#)', async (args, shown, keys, after) => {
    const viva = home();
    const terminal = open(viva, args, ignored);
    await terminal.waitFor(shown);
    terminal.send(keys);
    await terminal.waitFor(after);
    terminal.close();
    const { status, stderr } = await ended(viva);
    expect(stderr).toBe('');
    expect(status).toBe(keys.endsWith('qq') ? '0' : '129');
    const rated = viva
      .json(['list'])
      .cards.filter((card: { state: string }) => card.state !== 'new');
    expect(rated).toHaveLength(args === 'stats' ? 0 : 1);
  });
});

// Node gives the terminal's settings back as the very last thing, and aborts where that fails.
test.each([
  ['list', 'What is one?'],
  ['--help', 'completion'],
])('a terminal that closes after %s has ended is none of its business', async (args, shown) => {
  const viva = home();
  const waits = viva.write('waits', '');
  viva.write(
    'wait.cjs',
    `process.once('beforeExit', () => process.on('exit', () => {
      while (require('node:fs').existsSync('waits'));
    }));`,
  );
  const terminal = open(viva, args, false, '--require ./wait.cjs');
  await terminal.waitFor(shown);
  terminal.close();
  rmSync(waits);
  expect(await ended(viva)).toEqual({ status: '0', stderr: '' });
});
