import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Within the repository: nobody else can have put anything there. */
const CACHE = resolve('node_modules/.cache/mnemosyne');
const PYTHON_FOLDER = join(CACHE, 'unpacked/usr/lib/python3/dist-packages');
const SCRIPT = resolve('tests/support/mnemosyne.py');

/** What Mnemosyne says of an Anki package. */
export interface Reading {
  readonly cards: readonly {
    readonly guid: string;
    readonly question: string;
    readonly answer: string;
    readonly tags: readonly string[];
    readonly grade: number;
    readonly reps: number;
    readonly lapses: number;
    readonly next: number;
  }[];
  readonly facts: number;
  readonly reviews: number;
}

/**
 * Fetches Debian's package of Mnemosyne, once, and unpacks it. Nothing is
 * installed. Returns null, or why it cannot be had here.
 */
export function fetchMnemosyne(): string | null {
  if (existsSync(join(PYTHON_FOLDER, 'mnemosyne'))) return null;
  mkdirSync(CACHE, { recursive: true });
  if (!run('python3', ['--version'])) return 'there is no python3';
  if (!run('apt-get', ['download', 'mnemosyne'])) {
    run('apt-get', ['update']);
    if (!run('apt-get', ['download', 'mnemosyne'])) return 'apt-get cannot download mnemosyne';
  }
  const file = readdirSync(CACHE).find((name) => /^mnemosyne_.*\.deb$/.test(name));
  if (file === undefined) return 'apt-get downloaded nothing';
  return run('dpkg', ['-x', file, 'unpacked']) ? null : 'dpkg cannot unpack it';
}

function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, { cwd: CACHE, timeout: 60_000, stdio: 'ignore' });
  return status === 0;
}

/** Reads a package with Mnemosyne, whose own data goes into a folder. Throws where it fails. */
export function readWithMnemosyne(packageFile: string, dataFolder: string): Reading {
  const { status, stdout, stderr } = spawnSync(
    'python3',
    [SCRIPT, PYTHON_FOLDER, dataFolder, packageFile],
    { encoding: 'utf8', timeout: 120_000 },
  );
  if (status !== 0) throw new Error(`mnemosyne ended with ${status}\n${stderr}`);
  return JSON.parse(stdout);
}
