import { findPaths, type Paths } from '../../platform/paths.js';
import { readSettings } from '../../platform/settings-file.js';
import { type Peek, peekInto } from '../../store/library/peek.js';
import { truncate } from '../../tui/components/text.js';
import { findCandidates } from '../completion/candidates.js';
import { breakNames, storedNames } from '../completion/names.js';
import { readShellWord } from '../completion/shell-word.js';
import type { Completion, FindNames } from '../contract/values.js';
import { CATALOGUE } from './catalogue.js';
import { LOADERS } from './loaders.js';
import { TOPICS } from './topics.js';

/** The exit status that leaves the word to the shell's completion of files. */
const FILES_STATUS = 1;

const ABOUT_COLUMNS = 60;

/** What the shell's script says and hears. */
export interface CompletionWorld {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  write(text: string): void;
}

/**
 * Writes what can stand in the place of the last word, one candidate a line,
 * with a tab and a few words about it. The words come as they stand in the
 * line, quotes and all. Returns the exit status: 1 where a file can stand there.
 * Never throws, and says nothing when something is wrong: a person is typing.
 */
export async function complete(words: readonly string[], world: CompletionWorld): Promise<number> {
  try {
    const typed = words.map(readShellWord);
    const paths = findPaths(world.env, world.platform, databaseOf(typed));
    const found = await withNames(paths, (findNames) =>
      findCandidates(typed.slice(0, -1), typed.at(-1) ?? '', {
        commands: CATALOGUE.map(({ name, summary }) => ({ word: name, about: summary })),
        topics: Object.entries(TOPICS).map(([word, { summary }]) => ({ word, about: summary })),
        load: loadCommand,
        findNames,
      }),
    );
    world.write(found.candidates.map(lineOf).join(''));
    return found.files ? FILES_STATUS : 0;
  } catch {
    return 0;
  }
}

async function loadCommand(name: string) {
  const entry = CATALOGUE.find((each) => each.name === name);
  if (entry === undefined) throw new Error(`no command ${name}`);
  return (await LOADERS[entry.name]()).command;
}

function databaseOf(words: readonly string[]): string | undefined {
  const at = words.lastIndexOf('--db');
  const given = at < 0 ? undefined : words[at + 1];
  return given ?? words.find((word) => word.startsWith('--db='))?.slice('--db='.length);
}

async function withNames<T>(
  { database, settings }: Paths,
  work: (findNames: FindNames) => Promise<T>,
): Promise<T> {
  const opened: Peek[] = [];
  try {
    return await work((kind, start) => {
      if (kind === 'break') return breakNames(readSettings(settings).breaks);
      const peek = opened[0] ?? peekInto(database);
      if (peek === null) return [];
      opened[0] = peek;
      return storedNames(peek, kind, start);
    });
  } finally {
    opened[0]?.close();
  }
}

function lineOf({ word, about }: Completion): string {
  return about === '' ? `${word}\n` : `${word}\t${truncate(about, ABOUT_COLUMNS)}\n`;
}
