import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

const README = readFileSync('README.md', 'utf8');
const LINES = [...README.matchAll(/^```sh[^\n]*\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter(Boolean);
const COMMANDS = LINES.filter((line) => line.startsWith('viva'));
const NPM = LINES.filter((line) => line.startsWith('npm'));

/**
 * Splits a line as a shell would; where it sends the output is left out. The shell is a restricted
 * one: a `>` that someone forgot to quote is an error, and writes no file.
 */
function words(whole: string): string[] {
  const line = whole.replace(/\s+>{1,2}\s*\S+$/, '');
  const { stdout, stderr } = spawnSync(
    'bash',
    ['--norc', '--restricted', '-c', `printf '%s\\0' ${line}`],
    { encoding: 'utf8' },
  );
  expect(stderr, whole).toBe('');
  return stdout.split('\0').slice(1, -1);
}

describe('every command of the README', () => {
  test('is known to this test', () => {
    expect(COMMANDS.length).toBeGreaterThan(8);
    expect(LINES.filter((line) => !line.startsWith('viva') && !line.startsWith('npm'))).toEqual([]);
  });

  test('of viva works, in the order of the page', async () => {
    const viva = new Viva();
    viva.write('notes/m.md', moduleText('Mine', 1, [{ q: 'What is mine?', a: 'This is.' }]));
    // What `npm start` on the first screen has done by then.
    expect(viva.run(['import', '--bundled']).status).toBe(0);
    for (const line of COMMANDS) {
      const args = words(line.replace('~/notes/interviews', 'notes'));
      if (args[0] === 'browse') {
        const terminal = viva.open(args);
        await terminal.waitFor('? help');
        terminal.send('q');
        expect((await terminal.waitForExit()).status, line).toBe(0);
      } else if (args.length === 0 || args[0] === 'review') {
        const terminal = viva.open(args);
        await terminal.waitFor('show answer');
        terminal.send('q');
        await terminal.waitFor('q quit');
        terminal.send('q');
        expect((await terminal.waitForExit()).status, line).toBe(0);
      } else {
        const { status, stderr } = viva.run(args);
        expect(stderr, line).toBe('');
        expect(status, line).toBe(0);
      }
    }
    // Two dozen starts of the program, on a machine that may be busy.
  }, 240_000);

  test('of npm is a script that is there; the gate runs them', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const gate = readFileSync('.ci/run', 'utf8') + readFileSync('.ci/checks', 'utf8');
    for (const line of NPM.flatMap((each) => each.split(' && '))) {
      const [, verb = '', name = ''] = line.split(' ');
      if (verb === 'ci') continue;
      const script = verb === 'run' ? name : verb;
      expect(scripts, line).toHaveProperty([script]);
      if (verb === 'run') expect(gate, line).toContain(script);
    }
    expect(README.match(/^```sh first-screen$/gm)).toHaveLength(2);
  });

  test('is written beside pictures and files that exist', () => {
    const targets = [...README.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
    for (const target of targets.filter((each) => !each.startsWith('http'))) {
      expect(() => readFileSync(target), target).not.toThrow();
    }
  });
});
