import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { startJudge } from '../../../src/platform/judge.js';
import { tempFolder } from '../../support/home.js';

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const js = (text: string) => `"${process.execPath}" -e "${text}"`;

describe('a judge', () => {
  test('gets its text on standard input and gives its own back', async () => {
    const judge = await startJudge(
      process.platform,
      js('process.stdin.pipe(process.stdout)'),
      '{"a":1}',
    );
    expect(await judge.output).toBe('{"a":1}');
  });

  test.each([
    ['that is not there', 'no-such-program-anywhere', /could not be started/],
    ['without a name', '  ', /does not name a program/],
    ['that fails', js('process.exit(3)'), /status 3/],
    ['that is slow', js('setTimeout(() => {}, 60000)'), /took more than 0.3 s/],
    [
      'without an end',
      js("setInterval(() => process.stdout.write('x'.repeat(9000)), 1)"),
      /too much/,
    ],
  ])('%s is said, and ended', async (name, command, why) => {
    const ms = name === 'that is slow' ? 300 : 60_000;
    const judge = await startJudge(process.platform, command, 'x'.repeat(200_000), ms);
    await expect(judge.output).rejects.toThrow(why);
  });

  test.skipIf(process.platform === 'win32')('is ended with what it started', async () => {
    const folder = tempFolder();
    const beat = join(folder, 'beat');
    const script = join(folder, 'judge.sh');
    const child = `while :; do date +%s%N > '${beat}'; sleep 0.02; done`;
    writeFileSync(script, `(${child}) &\nsleep 60\n`);
    const judge = await startJudge(process.platform, `sh ${script}`, '');
    for (let n = 0; n < 500 && !existsSync(beat); n++) await wait(20);
    judge.stop();
    await expect(judge.output).rejects.toThrow(/SIGKILL/);
    const last = readFileSync(beat, 'utf8');
    await wait(200);
    expect(readFileSync(beat, 'utf8')).toBe(last);
  });
});

test('on Windows a .cmd is started by cmd.exe with its arguments quoted, and ended with its tree', async () => {
  const here = Object.getOwnPropertyDescriptor(process, 'platform') as PropertyDescriptor;
  const { createRequire } = await import('node:module');
  const childProcess = createRequire(import.meta.url)('node:child_process');
  const real = childProcess.spawn;
  const started: string[][] = [];
  vi.resetModules();
  Object.defineProperty(process, 'platform', { ...here, value: 'win32' });
  try {
    const platform = await import('../../../src/platform/judge.js');
    childProcess.spawn = (program: string, args: string[]) => {
      started.push([program, ...args]);
      return real(process.execPath, ['-e', 'setTimeout(() => {}, 1000)']);
    };
    const judge = await platform.startJudge('win32', 'C:/tools/judge.cmd "a & b"', '');
    judge.stop();
    await judge.output.catch(() => undefined);
  } finally {
    childProcess.spawn = real;
    Object.defineProperty(process, 'platform', here);
    vi.resetModules();
  }
  const [[program = '', ...args] = [], killer] = started;
  expect(program).toMatch(/cmd\.exe$/);
  expect(args.join(' ')).toMatch(/^\/d \/s \/c /);
  expect(args.join(' ')).toContain('a^ ^&^ b');
  expect(killer?.join(' ')).toMatch(/taskkill.*\/pid.*\d+.*\/t/);
});
