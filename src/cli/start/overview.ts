import { jsonText } from '../../model/text/json-text.js';
import { wrapLine } from '../../tui/components/wrap-line.js';
import type { Output } from '../contract/context.js';
import { outputTo } from '../shared/output/live.js';
import { splitCommandLine } from './command-line.js';
import { run } from './run.js';
import { TOPICS } from './topics.js';
import { versionsOf } from './versions.js';

/**
 * Runs a command line that names no command: the help, a topic of it, the versions, or the
 * error for a word that is none. `fsrs` is the version of ts-fsrs.
 * A program of its own, for a command's world
 * (settings, database) takes longer to load than the help to print.
 */
export async function runOverview(
  argv: readonly string[],
  version: string,
  fsrs: string,
): Promise<void> {
  const stdout = outputTo(1, true);
  const { topic } = splitCommandLine(argv);
  if (topic !== null) return writeTopic(stdout, topic);
  if (argv.includes('--json') && argv.some((word) => word === '--version' || word === '-V')) {
    stdout.write(`${jsonText({ version: 1, ...versionsOf(version, fsrs, process) })}\n`);
    return;
  }
  process.exitCode = await run(argv, {
    version,
    command: null,
    stdout,
    stderr: outputTo(2, true),
    context: () => {
      throw new Error('no command was named');
    },
    explain: (thrown) => thrown,
  });
}

function writeTopic(stdout: Output, topic: keyof typeof TOPICS): void {
  const width = Math.min(100, stdout.columns);
  const lines = TOPICS[topic]
    .lines()
    .flatMap((line) => (line.startsWith(' ') ? [line] : wrapLine(line, width)));
  stdout.write(`${lines.join('\n')}\n`);
}
