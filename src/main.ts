import { outputTo } from './cli/shared/output/live.js';
import { splitCommandLine } from './cli/start/command-line.js';
import { runProgram } from './cli/start/run-program.js';
import { closeTerminalsAtExit } from './platform/hang-up.js';

declare const VIVA_VERSION: string;
/** The program of each command; see scripts/build.mjs. */
declare const VIVA_PROGRAMS: Readonly<Record<string, string>>;

const args = process.argv.slice(2);
closeTerminalsAtExit(process);

// Asked often by scripts, so nothing is loaded for it.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  outputTo(1, false).write(`${VIVA_VERSION}\n`);
} else {
  // The shell asks for `complete` at every Tab; it is in no list of commands.
  const command = args[0] === 'complete' ? args[0] : (splitCommandLine(args).name ?? 'overview');
  runProgram(VIVA_PROGRAMS[command] ?? command, command);
}
