import { writeSync } from 'node:fs';
import { splitCommandLine } from './cli/start/command-line.js';
import { runProgram } from './cli/start/run-program.js';
import { closeTerminalsAtExit } from './platform/hang-up.js';

declare const VIVA_VERSION: string;
/** The program of each command; see scripts/build.mjs. */
declare const VIVA_PROGRAMS: Readonly<Record<string, string>>;

const args = process.argv.slice(2);
closeTerminalsAtExit(process);

const asksVersion = args.length === 1 && (args[0] === '--version' || args[0] === '-V');

// Asked often by scripts, so nothing is loaded for it.
if (!asksVersion || !wrote(`${VIVA_VERSION}\n`)) {
  const command = commandOf(args);
  runProgram(VIVA_PROGRAMS[command] ?? command, command);
}

function commandOf(words: readonly string[]): string {
  // The shell asks for `complete` at every Tab; it is in no list of commands.
  if (words[0] === 'complete') return words[0];
  const { name, unknown } = splitCommandLine(words);
  return name ?? (unknown === null ? 'overview' : 'unknown');
}

/** What cannot be written at once is left to the program, which knows what to say or do then. */
function wrote(text: string): boolean {
  try {
    return writeSync(1, text) === text.length;
  } catch {
    return false;
  }
}
