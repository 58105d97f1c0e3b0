// No better-sqlite3 fits every Node: 13 crashes on Node 20, 12 is aborted by the garbage collector of
// Node 24. npm chooses the right one for an installed package, but the lock file can pin only one:
// 13, which has its native files in the package. Node 20 gets 12 in its place, which npm compiles
// where no built file can be fetched. Whatever builds or tests asks for it, and not `prepare`: npm 11 warns whoever
// installs the package of that as of a script that was kept from running.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = Number.parseInt(process.versions.node, 10);
const { version } = JSON.parse(
  readFileSync(join(root, 'node_modules/better-sqlite3/package.json'), 'utf8'),
);
const wanted = node < 22 ? '12.11.1' : '13.2.0';

if (Number.parseInt(version, 10) !== Number.parseInt(wanted, 10)) {
  console.error(
    `Node ${process.versions.node}: installing better-sqlite3 ${wanted} in place of ${version}`,
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts=false'];
  execFileSync(npm, ['install', ...flags, `better-sqlite3@${wanted}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
