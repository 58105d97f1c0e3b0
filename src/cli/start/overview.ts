import { outputTo } from '../shared/live-output.js';
import { run } from './run.js';

/**
 * Runs a command line that names no command: the help, the version, or the
 * error for a word that is none. A program of its own, for a command's world
 * (settings, database) takes longer to load than the help to print.
 */
export async function runOverview(argv: readonly string[], version: string): Promise<void> {
  process.exitCode = await run(argv, {
    version,
    command: null,
    stdout: outputTo(1, true),
    stderr: outputTo(2, true),
    context: () => {
      throw new Error('no command was named');
    },
    explain: (thrown) => thrown,
  });
}
