import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Script } from 'node:vm';
import { splitCommandLine } from './command-line.js';

/**
 * A program that goes on, as a review does, keeps its code after this time, for it may be killed: what
 * starting called; and once more when it ends or after the second, with what keys have called. Much later
 * V8 would have let go of the code of starting.
 */
const KEEP_FIRST_MS = 2_000;
const KEEP_LAST_MS = 45_000;

/** Returns the command of a command line, or what else has a program: an overview, a word that is unknown. */
export function chosenCommand(words: readonly string[]): string {
  const { name, unknown } = splitCommandLine(words);
  return name ?? (unknown === null ? 'overview' : 'unknown');
}

/** Returns compiled code that is kept in the person's own cache; undefined where there is none. */
export function readPersonal(file: string): Buffer | undefined {
  try {
    return readFileSync(join(personalCache(process.env), file));
  } catch {
    return undefined;
  }
}

/** Keeps the code once it has run, so that the functions it called are in it: with the program, or in the person's own cache. */
export function keepLater(name: string, script: Script, file: string): void {
  const keep = () => {
    if (!isTypical(name)) return;
    const data = script.createCachedData();
    for (const folder of [join(__dirname, 'cache'), personalCache(process.env)])
      if (wrote(join(folder, file), data)) return;
  };
  process.once('exit', keep);
  setTimeout(keep, KEEP_FIRST_MS).unref();
  const keepLast = () => {
    process.off('exit', keep);
    keep();
  };
  setTimeout(keepLast, KEEP_LAST_MS).unref();
}

function personalCache(env: NodeJS.ProcessEnv): string {
  if (env.VIVA_HOME) return join(env.VIVA_HOME, 'cache');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'viva');
}

/** Has it done its work? Help and errors call little of it, and what they leave stays for good. */
function isTypical(name: string): boolean {
  if (name === 'overview') return true;
  return !process.exitCode && !process.argv.some((word) => word === '--help' || word === '-h');
}

/** Writes a whole file or none: another viva may be reading. */
function wrote(place: string, data: Buffer): boolean {
  const draft = `${place}.${process.pid}`;
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    writeFileSync(draft, data, { mode: 0o600 });
    renameSync(draft, place);
    return true;
  } catch {
    return false;
  }
}
