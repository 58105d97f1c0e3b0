import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startJudge } from '../../../src/platform/judge.js';
import { tempFolder } from '../../support/home.js';

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const js = (text: string) => `"${process.execPath}" -e "${text}"`;

describe('a judge', () => {
  test('gets its text on standard input and gives its own back', async () => {
    const judge = startJudge(js('process.stdin.pipe(process.stdout)'), '{"a":1}');
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
    await expect(startJudge(command, 'x'.repeat(200_000), ms).output).rejects.toThrow(why);
  });

  test.skipIf(process.platform === 'win32')('is ended with what it started', async () => {
    const folder = tempFolder();
    const beat = join(folder, 'beat');
    const script = join(folder, 'judge.sh');
    const child = `while :; do date +%s%N > '${beat}'; sleep 0.02; done`;
    writeFileSync(script, `(${child}) &\nsleep 60\n`);
    const judge = startJudge(`sh ${script}`, '');
    for (let n = 0; n < 500 && !existsSync(beat); n++) await wait(20);
    judge.stop();
    await expect(judge.output).rejects.toThrow(/SIGKILL/);
    const last = readFileSync(beat, 'utf8');
    await wait(200);
    expect(readFileSync(beat, 'utf8')).toBe(last);
  });
});
