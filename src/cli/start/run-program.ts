import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type * as Seldom from './seldom.js';

/** Differs from build to build; see scripts/build.mjs. */
declare const VIVA_BUILD: string;

type Wrapper = (
  exports: object,
  require: NodeJS.Require & { readonly later: () => unknown },
  module: object,
  filename: string,
  folder: string,
) => void;

/** What few starts need is in a file of its own. */
export const seldom = (): typeof Seldom => require('./seldom.cjs');

/**
 * Runs a command by one of the programs beside this file, `<name>.cjs`, as scripts/build.mjs
 * wraps them; a program that is split asks for its second file by `require.later`. What V8 has compiled for the command is kept for the next time, which
 * halves the time to start; where that cannot be read or written, or is of
 * another Node, the program is compiled as ever.
 */
export function runProgram(program: string, command: string): void {
  const path = `${__dirname}/${program}.cjs`;
  const run = runKept<Wrapper>(path, command);
  const module = { exports: {} };
  const later = () => runKept(`${__dirname}/${program}-later.cjs`, `${command}-later`);
  run(module.exports, Object.assign(require, { later }), module, path, __dirname);
}

/** Runs a file of the build; `name` is what its compiled code is kept under. Returns what it is worth. */
function runKept<T>(path: string, name: string): T {
  const kept = `${name}-${process.version}-${process.arch}-${VIVA_BUILD}`;
  const cachedData = readable(`${__dirname}/cache/${kept}`) ?? seldom().readPersonal(kept);
  // Node reads UTF-8 in one step, and scripts/build.mjs writes ASCII.
  const source = readFileSync(path, 'utf8');
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  if (cachedData === undefined || script.cachedDataRejected) seldom().keepLater(name, script, kept);
  return script.runInThisContext();
}

function readable(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    // Not there yet.
    return undefined;
  }
}
