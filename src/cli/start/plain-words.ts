import type { Command } from '../contract/command.js';
import { COMMON_OPTIONS } from '../contract/common-options.js';

/** What was typed behind the name of a command. */
export interface Typed {
  readonly args: readonly string[];
  /** By their names in commander's form: `dryRun` of `--dry-run`, `color` of `--no-color`. */
  readonly flags: Readonly<Record<string, unknown>>;
}

/** The plain forms of an option; all others are commander's. */
const FORM = /^--(no-)?([a-z][a-z-]*)( <[a-z]+>)?$/;

/**
 * Reads words that are nothing but arguments and flags in their plain form, as commander reads them;
 * null for any other. Nearly every command line is of that kind.
 */
export function readPlainWords(command: Command, words: readonly string[]): Typed | null {
  const options = plainOptions(command);
  const args: string[] = [];
  const flags: Record<string, unknown> = defaultsOf(options);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const option = options.get(word);
    if (option === undefined) args.push(word);
    else flags[option.name] = option.takesValue ? words[++at] : !option.negated;
  }
  const isPlain = [...args, ...Object.values(flags)].every((value) => !isDashed(value));
  return isPlain && isRightNumber(args.length, command.arguments) ? { args, flags } : null;
}

/** Are there as many arguments as the command takes? Its own are `<one>`, `[one]` or, last, `[some...]`. */
function isRightNumber(count: number, expected: string): boolean {
  const words = expected.split(' ').filter(Boolean);
  const required = words.filter((word) => word.startsWith('<')).length;
  return count >= required && (count <= words.length || expected.includes('...'));
}

/** A flag that takes something back stands until it does. */
function defaultsOf(options: ReadonlyMap<string, PlainOption>): Record<string, true> {
  const negatable = [...options.values()].filter(({ negated }) => negated);
  return Object.fromEntries(negatable.map(({ name }) => [name, true]));
}

/** Is it more than a word, or a value that was left out? */
function isDashed(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.startsWith('-'));
}

interface PlainOption {
  readonly name: string;
  readonly negated: boolean;
  readonly takesValue: boolean;
}

function plainOptions(command: Command): ReadonlyMap<string, PlainOption> {
  const options = new Map<string, PlainOption>();
  for (const { flags } of [...command.options, ...COMMON_OPTIONS]) {
    const [, no, long, value] = FORM.exec(flags) ?? [];
    if (long === undefined) continue;
    const name = long.replaceAll(/-[a-z]/g, (dash) => dash.charAt(1).toUpperCase());
    const takesValue = value !== undefined;
    options.set(`--${no ?? ''}${long}`, { name, negated: no !== undefined, takesValue });
  }
  return options;
}
