import { writeSync } from 'node:fs';
import { runProgram, seldom } from './cli/start/run-program.js';
import { closeTerminalsAtExit } from './platform/hang-up.js';

declare const VIVA_VERSION: string;
/** The program of each command, as JSON; see scripts/build.mjs. */
declare const VIVA_PROGRAMS: string;

// All that is here is compiled at each start: what few command lines need stands in seldom.ts.
closeTerminalsAtExit(process);
const programs: Readonly<Record<string, string>> = JSON.parse(VIVA_PROGRAMS);
const args = process.argv.slice(2);
const first = args[0] ?? 'review';

if (Object.hasOwn(programs, first)) start(first);
// Asked often by scripts, so nothing is loaded for it.
else if (!asksVersion() || !wrote(`${VIVA_VERSION}\n`)) start(seldom().chosenCommand(args));

function start(command: string): void {
  runProgram(programs[command] ?? command, command);
}

function asksVersion(): boolean {
  return args.length === 1 && (first === '--version' || first === '-V');
}

/** What cannot be written at once is left to the program, which knows what to say or do then. */
function wrote(text: string): boolean {
  try {
    return writeSync(1, text) === text.length;
  } catch {
    return false;
  }
}
