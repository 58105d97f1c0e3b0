import { outputTo } from '../shared/output/live.js';
import { complete } from './complete.js';

/** Answers the shell's question on the real machine and sets the process's exit status. */
export async function completeProcess(argv: readonly string[]): Promise<void> {
  const { env, platform } = process;
  const words = argv.slice(argv[1] === '--' ? 2 : 1);
  const { write } = outputTo(1, false);
  process.exitCode = await complete(words, { env, platform, write });
}
