import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOUND = 'tests/fixtures/fuzz';

function fuzz(args: readonly string[]): { output: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['tests/fuzz/main.mjs', ...args], {
    encoding: 'utf8',
  });
  return { output: stdout + stderr, status };
}

test('what fuzzing once found does not come back', () => {
  const files = readdirSync(FOUND).map((name) => join(FOUND, name));
  expect(files.length).toBeGreaterThanOrEqual(3);
  const { output, status } = fuzz(['--replay', ...files]);
  expect(output.match(/^holds /gm)).toHaveLength(files.length);
  expect(status).toBe(0);
}, 120_000);

test('a short run over every reader of untrusted text finds nothing', () => {
  const { output, status } = fuzz(['--inputs', '1700', '--seconds', '170', '--seed', '1']);
  expect(output).toMatch(
    /done: parser 400, salvage 400, lists 200, (?:(?:file|query|markdown|html|archive|package|convert) 100,? ){7}/,
  );
  expect(output).toContain(', 0 findings');
  expect(status).toBe(0);
}, 240_000);
