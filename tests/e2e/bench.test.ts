import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';

const report = z.object({
  results: z.array(z.object({ name: z.string(), value: z.number(), met: z.boolean().nullable() })),
});

// What the figures are is nobody's business here: no test is timed.
test('the bench runs, prints its table and writes its results', () => {
  const folder = mkdtempSync(join(tmpdir(), 'viva-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const out = join(folder, 'results.json');
  const args = ['bench/run.mjs', '--quick', '--only', 'search', '--cards', '1000', '--out', out];
  const table = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' });
  expect(table).toContain('search "attention softmax"');
  const { results } = report.parse(JSON.parse(readFileSync(out, 'utf8')));
  expect(results.map(({ name }) => name)).toEqual(['search "attention softmax"']);
});
