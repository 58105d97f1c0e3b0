// What `npm install viva` lays on a disk: the package's files and what it depends on.
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export function installedSizeMeasure() {
  const name = 'installed size, no dev dependencies';
  return {
    name,
    warmUp: false,
    rows: [{ name, taken: 'size', unit: 'MB', goal: 40 }],
    round: async () => ({ size: (ownBytes() + dependencyBytes()) / 1_000_000 }),
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

/** Nested packages are in the list by themselves. */
function bytesOf(path) {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.size;
  const entries = readdirSync(path).filter((name) => name !== 'node_modules');
  return entries.reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}
