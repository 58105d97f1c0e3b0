import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runCode } from '../../../scripts/check-decks/run-code.mjs';

const module = (...blocks: [language: string, text: string][]) => [
  {
    path: 'deck.md',
    fences: blocks.map(([language, text], index) => ({
      line: index + 1,
      language,
      code: text.split('\n'),
    })),
  },
];

const run = (...blocks: [string, string][]) => runCode(module(...blocks), 5);

describe('TypeScript in decks', () => {
  test('is run with the check blocks behind it', async () => {
    const add: [string, string] = ['typescript', 'const add = (a: number, b: number) => a + b;'];
    const good = '// check: sums\nif (add(1, 2) !== 3) throw new Error("no sum");';
    expect(await run(add, ['typescript', good])).toMatchObject({ findings: [], ran: 1, checks: 1 });
    const { findings } = await run(add, ['text', '…'], ['ts', good.replace('3', '4')]);
    expect(findings).toEqual([expect.objectContaining({ line: 1, message: 'Error: no sum' })]);
  });

  test('that never ends or says too much is ended', async () => {
    const { findings } = await run(
      ['js', 'for (;;);'],
      ['js', 'for (;;) console.log("x".repeat(99));'],
    );
    expect(findings.map(({ line }) => line)).toEqual([1, 2]);
  });

  test('is ended with all that it started', async () => {
    const stays = `spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { detached: true, stdio: 'inherit' }).unref();`;
    const began = Date.now();
    await run(['js', `import { spawn } from 'node:child_process';\n${stays}`]);
    expect(Date.now() - began).toBeLessThan(30_000);
  });

  test('that wants a package is not run, and that is said', async () => {
    const { ran, notices } = await run(['ts', "import x from 'left-pad';\nx();"]);
    expect(ran).toBe(0);
    expect(notices.join()).toContain('1 blocks not run');
  });

  test.runIf(spawnSync('unshare', ['-rn', 'true']).status === 0)('reaches no network', async () => {
    const text =
      "import net from 'node:net';\nnet.connect(9, '127.0.0.1').on('error', (e) => { throw e; });";
    const { findings } = await run(['ts', text]);
    expect(findings[0]?.message).toContain('ENETUNREACH');
  });
});

test('Python that nobody can run has not passed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'viva-no-python-'));
  for (const name of ['bash', 'unshare']) {
    const found = execFileSync('sh', ['-c', `command -v ${name} || true`], { encoding: 'utf8' });
    if (found.trim() !== '') symlinkSync(found.trim(), join(folder, name));
  }
  vi.stubEnv('PATH', folder);
  try {
    const { findings, ran } = await run(['python', 'x = 1'], ['python', 'y = 2']);
    const message = 'python3 is not installed: 2 blocks were not run';
    expect([ran, findings]).toEqual([0, [expect.objectContaining({ line: 1, message })]]);
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
});

describe.runIf(spawnSync('python3', ['-c', '']).status === 0)('Python in decks', () => {
  test('is run with the check blocks behind it', async () => {
    const block: [string, string] = ['python', 'def half(x):\n    return x / 2'];
    expect(await run(block, ['python', '# check: halves\nassert half(1) == 0.5'])).toMatchObject({
      findings: [],
      checks: 1,
    });
    const { findings } = await run(block, ['python', '# check: wrong\nassert half(1) == 1']);
    expect(findings.map(({ message }) => message)).toEqual(['AssertionError']);
  });

  test('that is part of a larger program is not run, unless it is checked', async () => {
    const part: [string, string] = ['python', 'print(model(x))'];
    expect(await run(part)).toMatchObject({ ran: 0, findings: [] });
    expect(await run(part, ['python', '# check: runs\npass'])).toMatchObject({ ran: 1 });
  });

  test('that wants a module which is missing is not run, and that is said', async () => {
    const { ran, notices } = await run(['python', 'import no_such_module_here']);
    expect(ran).toBe(0);
    expect(notices.join()).toContain('no_such_module_here');
  });
});
