import { outputTo } from '../shared/output/live.js';
import { run } from './run.js';

/** Says that the command of a command line is none, and sets the process's exit status. */
export async function refuseWord(argv: readonly string[], version: string): Promise<void> {
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
