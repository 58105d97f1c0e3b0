// The long form of the kill test: npm run test:crash [-- --kills 200 --seed 1]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'viva-crash-'));
const report = join(folder, 'report');
console.log(
  `Killing ${values.kills} reviews, imports, merges or repairs each, and half as many syncs, seed ${values.seed}.`,
);
const { status } = spawnSync(
  process.execPath,
  [
    'tests/node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'program',
    'tests/e2e/crash.test.ts',
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      VIVA_KILLS: values.kills,
      VIVA_SEED: values.seed,
      VIVA_CRASH_REPORT: report,
    },
  },
);
try {
  console.log(readFileSync(report, 'utf8'));
} catch {
  console.log('No test got as far as its report.');
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
