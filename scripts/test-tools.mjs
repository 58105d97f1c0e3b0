// Installs what tests, lint, types and the bench need beside what viva is built of, where it is
// missing or stale: whoever only wants to review never waits for it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './ensure-sqlite.mjs';

const tests = join(dirname(fileURLToPath(import.meta.url)), '..', 'tests');

if (!isInstalled()) {
  console.error('Installing what the tests need (tests/package.json) …');
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: tests,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows,
  });
}

/** Is all of the lock file there? What npm installed last it lists in a file of its own. */
function isInstalled() {
  const list = join(tests, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  return Object.entries(packagesOf(join(tests, 'package-lock.json'))).every(
    // Optional ones are of other platforms, where they are not there.
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}
