import { splitCommandLine } from './cli/command-line.js';
import { outputTo } from './cli/live-output.js';
import { runProgram } from './cli/run-program.js';

declare const VIVA_VERSION: string;

const args = process.argv.slice(2);

// Asked often by scripts, so nothing is loaded for it.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  outputTo(1, false).write(`${VIVA_VERSION}\n`);
} else if (args[0] === 'complete') {
  // What the shell asks at every Tab.
  runProgram('complete');
} else {
  runProgram(splitCommandLine(args).name ?? 'overview');
}
