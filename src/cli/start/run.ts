import { Command as Commander, CommanderError } from 'commander';
import { jsonText } from '../../model/json-text.js';
import { nearest } from '../../query/nearest.js';
import type { Command } from '../contract/command.js';
import { COMMON_OPTIONS } from '../contract/common-options.js';
import type { Context, Output } from '../contract/context.js';
import { asVivaError, errorJson, errorText, usageError } from '../contract/errors.js';
import { CATALOGUE } from './catalogue.js';
import { splitCommandLine } from './command-line.js';
import { hideNegation, unhideNegation } from './negation.js';
import { TOPIC_NAMES } from './topic-names.js';

export interface RunOptions {
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The command that the command line names; null for none. */
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
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    const error =
      thrown instanceof CommanderError
        ? fromCommander(thrown)
        : asVivaError(options.explain(thrown));
    if (json) options.stdout.write(`${jsonText(errorJson(error))}\n`);
    options.stderr.write(errorText(error, debug));
    return error.exitCode;
  }
}

async function dispatch(argv: readonly string[], options: RunOptions): Promise<number> {
  const { name, rest, unknown } = splitCommandLine(argv);
  if (unknown !== null) throw unknownCommand(unknown);
  const program = newProgram(options);
  let status = 0;
  for (const entry of CATALOGUE) {
    if (entry.name !== name) {
      // For the list of commands; known names are told from others before.
      if (name === null) program.command(entry.name).description(entry.summary);
      continue;
    }
    const { command } = options;
    if (command?.name !== name) throw new Error(`this is not the program of "viva ${name}"`);
    addCommand(program, command, async (args, flags) => {
      const words = args.map(unhideNegation);
      status = await command.run(options.context(commonFlags(flags)), words, flags);
    });
  }
  const words = rest.map((word) => hideNegation(word, options.command?.options ?? []));
  await program.parseAsync(name === null ? words : [name, ...words], { from: 'user' });
  return status;
}

function unknownCommand(word: string): Error {
  const near = nearest(
    word,
    CATALOGUE.map(({ name }) => name),
  );
  return usageError(
    `There is no command "${word}".`,
    near === null ? 'See "viva --help".' : `Did you mean "viva ${near}"?`,
  );
}

function newProgram({ version, stdout }: RunOptions): Commander {
  return new Commander('viva')
    .description('Spaced repetition for technical interviews. Without a command: the daily review.')
    .usage('[command] [query…] [options]')
    .version(version, '-V, --version')
    .helpCommand(false)
    .addHelpText('after', TOPIC_HELP)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      // The error is written once, in viva's own form, where it is caught.
      writeErr: () => undefined,
      // Asked itself, commander opens Node's streams, which takes 5 ms.
      getOutHasColors: () => stdout.colors,
      getOutHelpWidth: () => stdout.columns,
      getErrHasColors: () => false,
      getErrHelpWidth: () => stdout.columns,
    })
    .configureHelp({ helpWidth: Math.min(100, stdout.columns) });
}

function addCommand(
  program: Commander,
  command: Command,
  action: (args: string[], flags: Record<string, unknown>) => Promise<void>,
): void {
  const sub = program.command(command.name).description(command.summary);
  sub.exitOverride().showSuggestionAfterError(true);
  for (const argument of command.arguments.split(' ').filter(Boolean)) sub.argument(argument);
  for (const { flags, description } of [...command.options, ...COMMON_OPTIONS]) {
    sub.option(flags, description);
  }
  if (command.takesQuery) sub.addHelpText('after', QUERY_HELP);
  sub.addHelpText('after', exampleText(command));
  sub.action(async () => action(sub.args, sub.opts()));
}

const TOPIC_HELP = `
viva help <command or subject> tells more; subjects: ${TOPIC_NAMES.join(', ')}.`;

const QUERY_HELP = `
Query:
  words to look for, and terms such as company:google,meta difficulty:2..3 part:Inference
  module:22 tag:training is:due due:<=7d interval:>30d retrievability:<0.8 lapses:>=3,
  joined by AND; -term, OR and parentheses work too`;

function exampleText(command: Command): string {
  return `\nExamples:\n${command.examples.map((line) => `  $ ${line}`).join('\n')}`;
}

function commonFlags(flags: Record<string, unknown>): CommonFlags {
  return {
    database: typeof flags.db === 'string' ? flags.db : undefined,
    debug: flags.debug === true,
    color: flags.color !== false,
    ascii: flags.ascii === true,
  };
}

function fromCommander(error: CommanderError): Error & ReturnType<typeof usageError> {
  const [message = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`.replace(/\.\.$/, '.');
  return usageError(sentence, suggestion?.replace(/^\(|\)$/g, '') || 'See --help.');
}
