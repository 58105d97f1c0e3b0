import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * A program that goes on, as a review does, keeps its code after this time, for it may be killed: what
 * starting called; and once more when it ends or after the second, with what keys have called. Much later
 * V8 would have let go of the code of starting.
 */
const KEEP_FIRST_MS = 2_000;
const KEEP_LAST_MS = 45_000;

type Wrapper = (
  exports: object,
  require: NodeJS.Require & { readonly later: () => unknown },
  module: object,
  filename: string,
  folder: string,
) => void;

/**
 * Runs a command by one of the programs beside this file, `<name>.cjs`, as scripts/build.mjs
 * wraps them; a program that is split asks for its second file by `require.later`. What V8 has compiled for the command is kept for the next time, which
 * halves the time to start; where that cannot be read or written, or is of
 * another Node, the program is compiled as ever.
 */
export function runProgram(program: string, command: string): void {
  const path = join(__dirname, `${program}.cjs`);
  const run = runKept<Wrapper>(path, command);
  const module = { exports: {} };
  const later = () => runKept(join(__dirname, `${program}-later.cjs`), `${command}-later`);
  run(module.exports, Object.assign(require, { later }), module, path, __dirname);
}

/** Runs a file of the build; `name` is what its compiled code is kept under. Returns what it is worth. */
function runKept<T>(path: string, name: string): T {
  const places = cachePlaces(name, path);
  const cachedData = firstReadable(places);
  // scripts/build.mjs writes ASCII.
  const source = readFileSync(path, 'latin1');
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  if (cachedData === undefined || script.cachedDataRejected) keepLater(name, script, places);
  return script.runInThisContext();
}

/** Files for the compiled code, the best first: with the program, or the person's own cache. */
function cachePlaces(name: string, path: string): string[] {
  const { size, mtimeMs } = statSync(path);
  const file = `${name}-${process.version}-${process.arch}-${size}-${Math.floor(mtimeMs)}`;
  return [join(__dirname, 'cache', file), join(personalCache(process.env), file)];
}

function personalCache(env: NodeJS.ProcessEnv): string {
  if (env.VIVA_HOME) return join(env.VIVA_HOME, 'cache');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'viva');
}

function firstReadable(places: readonly string[]): Buffer | undefined {
  for (const place of places) {
    try {
      return readFileSync(place);
    } catch {
      // Not there yet.
    }
  }
  return undefined;
}

/** Keeps the code once it has run, so that the functions it called are in it. */
function keepLater(name: string, script: Script, places: readonly string[]): void {
  const keep = () => {
    if (!isTypical(name)) return;
    const data = script.createCachedData();
    places.some((place) => wrote(place, data));
  };
  process.once('exit', keep);
  setTimeout(keep, KEEP_FIRST_MS).unref();
  const keepLast = () => {
    process.off('exit', keep);
    keep();
  };
  setTimeout(keepLast, KEEP_LAST_MS).unref();
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
