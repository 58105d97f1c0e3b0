// What `npm install viva` lays on a disk: the package's files and what it depends on. Where npm
// cannot fetch better-sqlite3's native file it compiles it, and leaves object files of 20 MB
// behind: those are in the second row only.
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export function installedSizeMeasure() {
  const name = 'installed size, no dev dependencies';
  return {
    name,
    warmUp: false,
    rows: [
      { name, taken: 'size', unit: 'MB', goal: 40 },
      { name: 'the same, with what compiling left', taken: 'compiled', unit: 'MB' },
    ],
    round: async () => {
      const all = ownBytes() + dependencyBytes();
      return { size: (all - leftoverBytes()) / 1_000_000, compiled: all / 1_000_000 };
    },
  };
}

function ownBytes() {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8'));
  return [...files, 'package.json'].reduce((sum, path) => sum + bytesOf(resolve(path)), 0);
}

function dependencyBytes() {
  const args = ['ls', '--omit=dev', '--all', '--parseable'];
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  const [, ...folders] = new Set(execFileSync('npm', args, options).trim().split('\n'));
  return folders.reduce((sum, folder) => sum + bytesOf(folder), 0);
}

function leftoverBytes() {
  const build = resolve('node_modules/better-sqlite3/build');
  if (!existsSync(build)) return 0;
  return bytesOf(build) - bytesOf(join(build, 'Release', 'better_sqlite3.node'));
}

/** Nested packages are in the list by themselves; what V8 compiled is made by running. */
function bytesOf(path) {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.size;
  const entries = readdirSync(path).filter((name) => name !== 'node_modules' && name !== 'cache');
  return entries.reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}
