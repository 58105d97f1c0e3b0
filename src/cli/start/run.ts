import { jsonText } from '../../model/text/json.js';
import { isInputHungUp } from '../../platform/hang-up.js';
import { nearest } from '../../query/nearest.js';
import type { Command } from '../contract/command.js';
import type { Context, Output } from '../contract/context.js';
import { asVivaError, errorJson, errorText, usageError } from '../contract/errors.js';
import { SIGNAL_STATUS } from '../shared/output/signals.js';
import { CATALOGUE } from './catalogue.js';
import { splitCommandLine } from './command-line.js';
import { readPlainWords, type Typed } from './plain-words.js';
import { TOPIC_NAMES } from './topic-names.js';

export interface RunOptions {
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The command that the command line names; null where it names none that there is. */
  readonly command: Command | null;
  /** Makes the context once the common flags are known. */
  readonly context: (common: CommonFlags) => Context;
  /** Returns the error behind what was thrown, where the command's world knows it. */
  readonly explain: (thrown: unknown) => unknown;
}

/** Flags that every command has. */
export interface CommonFlags {
  readonly database: string | undefined;
  readonly debug: boolean;
  readonly color: boolean;
  readonly ascii: boolean;
}

/** Runs a command line. Returns the exit status; never throws. */
export async function run(argv: readonly string[], options: RunOptions): Promise<number> {
  const json = argv.includes('--json');
  const debug = argv.includes('--debug');
  try {
    return await dispatch(argv, options);
  } catch (thrown) {
    // The terminal that was read from has closed: nobody is there to be told.
    if (isInputHungUp(thrown)) return SIGNAL_STATUS.SIGHUP;
    const error = asVivaError(options.explain(thrown));
    if (json) options.stdout.write(`${jsonText(errorJson(error))}\n`);
    options.stderr.write(errorText(error, debug));
    return error.exitCode;
  }
}

async function dispatch(argv: readonly string[], options: RunOptions): Promise<number> {
  const { name, rest, unknown } = splitCommandLine(argv);
  if (unknown !== null) throw unknownCommand(unknown);
  const { command } = options;
  if (command === null || command.name !== name)
    throw new Error(`this is not the program of "viva ${name}"`);
  const typed =
    readPlainWords(command, rest) ?? (await readAnyWords(rest, { ...options, command }));
  if (typed === null) return 0;
  return command.run(options.context(commonFlags(typed.flags)), typed.args, typed.flags);
}

/** Help, errors and what is rare take commander, which takes a tenth of the time of a start to load. */
async function readAnyWords(
  words: readonly string[],
  options: RunOptions & { readonly command: Command },
): Promise<Typed | null> {
  const { readWords } = await import('./commander.js');
  return readWords(words, options);
}

function unknownCommand(word: string): Error {
  const near = nearest(
    word,
    CATALOGUE.map(({ name }) => name),
  );
  const topic = nearest(word, TOPIC_NAMES);
  const meant = near ?? (topic && `help ${topic}`);
  return usageError(
    `"${word}" is not a viva command.`,
    meant === null ? 'See "viva --help".' : `Did you mean "viva ${meant}"?`,
  );
}

function commonFlags(flags: Record<string, unknown>): CommonFlags {
  return {
    database: typeof flags.db === 'string' ? flags.db : undefined,
    debug: flags.debug === true,
    color: flags.color !== false,
    ascii: flags.ascii === true,
  };
}
