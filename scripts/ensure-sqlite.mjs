// The lock file pins better-sqlite3 12 for Node 20. It aborts on Node 24, and 13 crashes on
// Node 20, so newer Nodes get 13 here (prebuilt in its package: nothing is compiled).
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = Number(process.versions.node.split('.')[0]);
const installed = JSON.parse(
  readFileSync(join(root, 'node_modules/better-sqlite3/package.json'), 'utf8'),
).version;

if (node >= 22 && installed.startsWith('12.')) {
  console.error(
    `Node ${process.versions.node}: installing better-sqlite3 13 in place of ${installed}`,
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', 'better-sqlite3@^13.2.0'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
