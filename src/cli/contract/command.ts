import type * as z from '../../model/schema.js';
import { requirementOf } from '../../model/text/requirement.js';
import type { Context } from './context.js';
import { usageError } from './errors.js';
import type { Values } from './values.js';

export interface OptionSpec {
  /** In commander's form, such as `-o, --output <file>`. */
  readonly flags: string;
  readonly description: string;
  /** What its value can be, for completion; left out where anything can. */
  readonly values?: Values;
}

/** A command: what the help says of it, how its flags are checked, what it does. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Arguments in commander's form, such as `[query...]`. */
  readonly arguments: string;
  /**
   * What each of them but a query can be, for completion, given those before; the last holds for
   * those that follow.
   */
  readonly words?: readonly Values[] | ((before: readonly string[]) => readonly Values[]);
  readonly options: readonly OptionSpec[];
  /** Takes the query flags (`--company`, `--difficulty` …) too. */
  readonly takesQuery: boolean;
  readonly examples: readonly string[];
  /** Runs with the arguments and the flags as typed; returns the exit status. */
  run(
    context: Context,
    args: readonly string[],
    flags: Readonly<Record<string, unknown>>,
  ): Promise<number>;
}

interface CommandSpec<Flags> extends Omit<Command, 'run'> {
  readonly flags: z.ZodMiniType<Flags>;
  /** What they are where none but a common one is typed: then no schema is loaded. */
  readonly bareFlags?: Flags;
  run(context: Context, args: readonly string[], flags: Flags): Promise<number> | number;
}

/** Makes a command whose flags go through its schema before it runs. */
export function defineCommand<Flags>(spec: CommandSpec<Flags>): Command {
  return {
    ...spec,
    run: async (context, args, flags) => spec.run(context, args, checkFlags(spec, flags)),
  };
}

/** Common flags that are read alike for every command, in commander's form; `--json` each reads itself. */
const READ_FOR_ALL = ['db', 'debug', 'color', 'ascii'];

function checkFlags<Flags>(
  spec: CommandSpec<Flags>,
  flags: Readonly<Record<string, unknown>>,
): Flags {
  if (
    spec.bareFlags !== undefined &&
    Object.keys(flags).every((name) => READ_FOR_ALL.includes(name))
  ) {
    return spec.bareFlags;
  }
  const result = spec.flags.safeParse(flags);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = issue?.path.join('.').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw usageError(`--${name ?? '?'} ${issue ? requirementOf(issue) : 'is not valid'}.`);
}
