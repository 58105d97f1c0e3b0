import { Command as Commander, CommanderError } from 'commander';
import { wrapLine } from '../../tui/components/wrap-line.js';
import type { Command } from '../contract/command.js';
import { COMMON_OPTIONS } from '../contract/common-options.js';
import type { Output } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { hideNegation, unhideNegation } from './negation.js';
import type { Typed } from './plain-words.js';

const MAX_HELP_WIDTH = 100;

interface Reader {
  readonly version: string;
  readonly stdout: Output;
  readonly command: Command;
}

/**
 * Reads the words behind a command's name, or writes the help that they ask for and returns null.
 * Throws VivaError 'usage' for what the command does not take.
 */
export async function readWords(words: readonly string[], reader: Reader): Promise<Typed | null> {
  const { command } = reader;
  const program = newProgram(reader);
  let typed: Typed | null = null;
  addCommand(program, command, reader.stdout.columns, (args, flags) => {
    typed = { args: args.map(unhideNegation), flags };
  });
  const shown = words.map((word) => hideNegation(word, command.options));
  try {
    await program.parseAsync([command.name, ...shown], { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode !== 0) throw fromCommander(thrown);
  }
  return typed;
}

function newProgram({ version, stdout }: Reader): Commander {
  return (
    new Commander('viva')
      .version(version, '-V, --version')
      .helpCommand(false)
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
      // Narrow terminals have narrow help, and none that the terminal breaks within words.
      .configureHelp({ helpWidth: Math.min(MAX_HELP_WIDTH, stdout.columns), minWidthToWrap: 10 })
  );
}

function addCommand(
  program: Commander,
  command: Command,
  columns: number,
  action: (args: string[], flags: Record<string, unknown>) => void,
): void {
  const sub = program.command(command.name).description(command.summary);
  sub.exitOverride().showSuggestionAfterError(true);
  for (const argument of command.arguments.split(' ').filter(Boolean)) sub.argument(argument);
  for (const { flags, description } of [...command.options, ...COMMON_OPTIONS]) {
    sub.option(flags, description);
  }
  if (command.takesQuery) sub.addHelpText('after', queryHelp(columns));
  sub.addHelpText('after', exampleText(command));
  sub.action(() => action(sub.args, sub.opts()));
}

const QUERY_HELP =
  'words to look for, and terms such as company:google,meta difficulty:2..3 part:Inference module:22 tag:training is:due due:<=7d interval:>30d retrievability:<0.8 lapses:>=3, joined by AND; -term, OR and parentheses work too';

function queryHelp(columns: number): string {
  const lines = wrapLine(QUERY_HELP, Math.min(MAX_HELP_WIDTH, columns) - 2);
  return `\nQuery:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

function exampleText(command: Command): string {
  return `\nExamples:\n${command.examples.map((line) => `  $ ${line}`).join('\n')}`;
}

function fromCommander(error: CommanderError): Error & ReturnType<typeof usageError> {
  const [message = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`.replace(/\.\.$/, '.');
  return usageError(sentence, suggestion?.replace(/^\(|\)$/g, '') || 'See --help.');
}
