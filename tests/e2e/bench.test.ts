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

test('the tournament of plans runs, prints its report and goes on from what was played', () => {
  const folder = mkdtempSync(join(tmpdir(), 'viva-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [rows, out, page] = ['rows.jsonl', 'plan.json', 'page.md'].map((name) =>
    join(folder, name),
  );
  const run = (ways: string) => {
    const cell = ['--cells', '35c 7x15 ACT-R', '--people', '1', '--workers', '1', '--ways', ways];
    const files = ['--rows', `${rows}`, '--out', `${out}`, '--page', `${page}`];
    const args = ['bench/main.mjs', 'plan', ...cell, ...files];
    return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' });
  };
  run('random');
  const report = run('viva,random');
  expect(report).toContain('Lead over the best rival chosen once for all cells (random)');
  expect(readFileSync(`${page}`, 'utf8')).toContain(report.trim());
  const played = readFileSync(`${rows}`, 'utf8').trim().split('\n');
  expect(played.map((line) => JSON.parse(line).way)).toEqual(['random', 'viva']);
});
