import { outputTo } from '../shared/output/live.js';
import { asksHelp, asksVersion, splitCommandLine } from './command-line.js';
import { overviewText } from './overview-text.js';
import type { TopicName } from './topic-names.js';

/** Wider lines are read less easily. */
const MAX_WIDTH = 100;

/**
 * Runs a command line that names no command: the help, a topic of it, or the versions. `fsrs` is
 * the version of ts-fsrs. A program of its own, for a command's world (settings, database) takes
 * longer to load than the help to print.
 */
export async function runOverview(
  argv: readonly string[],
  version: string,
  fsrs: string,
): Promise<void> {
  const stdout = outputTo(1, true);
  const { topic } = splitCommandLine(argv);
  const width = Math.min(MAX_WIDTH, stdout.columns);
  if (topic !== null) stdout.write(await topicText(topic, width));
  else if (asksVersion(argv) && !asksHelp(argv))
    stdout.write(await versionText(version, fsrs, argv.includes('--json')));
  else stdout.write(overviewText(width));
}

async function versionText(version: string, fsrs: string, json: boolean): Promise<string> {
  if (!json) return `${version}\n`;
  const { jsonText } = await import('../../model/text/json.js');
  const { versionsOf } = await import('./versions.js');
  return `${jsonText({ version: 1, ...versionsOf(version, fsrs, process) })}\n`;
}

async function topicText(topic: TopicName, width: number): Promise<string> {
  const { wrapLine } = await import('../../tui/components/wrap-line.js');
  const { TOPICS } = await import('./topics.js');
  const lines = TOPICS[topic]
    .lines()
    .flatMap((line) => (line.startsWith(' ') ? [line] : wrapLine(line, width)));
  return `${lines.join('\n')}\n`;
}
