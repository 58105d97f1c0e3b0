import type { Command, OptionSpec } from '../contract/command.js';
import { COMMON_OPTIONS } from '../contract/common-options.js';
import type { Completion, FindNames, Values } from '../contract/values.js';
import { queryCandidates } from './query-candidates.js';
import { namesOf, optionOf, sortWords } from './typed-words.js';
import { startsWith, valueCandidates } from './value-candidates.js';

/** What completion needs to know of the program. */
export interface Completable {
  /** Every command with its summary. */
  readonly commands: readonly Completion[];
  /** What `viva help` explains besides them. */
  readonly topics: readonly Completion[];
  /** Loads a command's file. */
  readonly load: (name: string) => Promise<Command>;
  readonly findNames: FindNames;
}

/** What can stand at the cursor. */
export interface Found {
  readonly candidates: readonly Completion[];
  /** A file can stand there: the shell's own completion knows those. */
  readonly files: boolean;
}

/** Flags that every command has without saying so. */
const HELP: OptionSpec = { flags: '-h, --help', description: 'help with examples' };
const VERSION: OptionSpec = { flags: '-V, --version', description: 'the version of viva' };

/**
 * Returns the words that can stand in the place of `typed`, after the words
 * before it, the program's own name left out.
 */
export async function findCandidates(
  before: readonly string[],
  typed: string,
  program: Completable,
): Promise<Found> {
  const names = program.commands.map(({ word }) => word);
  const { positional } = sortWords(before, COMMON_OPTIONS);
  const [first] = positional;
  if (first === 'help') return only(wordsOf([...program.commands, ...program.topics], typed));
  const named = first !== undefined && names.includes(first);
  // A query or flags without a command mean the review.
  const command = await program.load(named ? first : 'review');
  const found = commandCandidates(
    withoutFirst(before, named ? first : null),
    typed,
    command,
    program,
  );
  if (first !== undefined || found.files || typed.startsWith('-')) return found;
  // A term can stand here too, but its key alone would only crowd out the commands.
  return typed.includes(':') ? found : only(wordsOf(program.commands, typed));
}

function commandCandidates(
  before: readonly string[],
  typed: string,
  command: Command,
  { findNames }: Completable,
): Found {
  const options = [...command.options, ...COMMON_OPTIONS, HELP, VERSION];
  const words = sortWords(before, options);
  if (words.pending !== null && (words.mustBeValue || !typed.startsWith('-'))) {
    return ofValues(words.pending.values, '', typed, findNames);
  }
  const [, flag, value] = /^(--[a-z-]+=)(.*)$/s.exec(typed) ?? [];
  if (flag !== undefined) {
    const values = optionOf(flag.slice(0, -1), options)?.values;
    return ofValues(values, flag, value ?? '', findNames);
  }
  const flags = /^--?/.test(typed) ? flagCandidates(typed, options, words.flags) : [];
  if (typed.startsWith('-') && !command.takesQuery) return only(flags);
  const found = wordCandidates(words.positional, typed, command, findNames);
  // A dash alone asks for flags; with a letter it can also be a term taken back.
  const terms = typed === '-' ? [] : found.candidates;
  return { candidates: [...flags, ...terms], files: found.files };
}

function wordCandidates(
  before: readonly string[],
  typed: string,
  { words = [], takesQuery }: Command,
  findNames: FindNames,
): Found {
  const index = before.length;
  const values = typeof words === 'function' ? words(before) : words;
  if (takesQuery && index >= values.length) return only(queryCandidates(typed, findNames));
  return ofValues(values[Math.min(index, values.length - 1)], '', typed, findNames);
}

function ofValues(
  values: Values | undefined,
  head: string,
  typed: string,
  findNames: FindNames,
): Found {
  if (values === 'file') return { candidates: [], files: true };
  // Of several values parted by commas the last is the one being typed.
  const from = typed.lastIndexOf(',') + 1;
  const start = typed.slice(from).replace(/^"/, '');
  return only(valueCandidates(values, head + typed.slice(0, from), start, findNames));
}

function flagCandidates(
  typed: string,
  options: readonly OptionSpec[],
  given: readonly string[],
): Completion[] {
  return options
    .filter((option) => option.flags.includes('...') || !isGiven(option, given))
    .flatMap((option) => {
      const name = namesOf(option).find((each) => each.startsWith('--')) ?? '';
      return name.startsWith(typed) ? [{ word: name, about: option.description }] : [];
    });
}

function isGiven(option: OptionSpec, given: readonly string[]): boolean {
  return namesOf(option).some((name) => given.includes(name));
}

function wordsOf(candidates: readonly Completion[], typed: string): Completion[] {
  return candidates.filter(({ word }) => startsWith(word, typed));
}

function withoutFirst(words: readonly string[], word: string | null): string[] {
  const at = word === null ? -1 : words.indexOf(word);
  return words.filter((_, index) => index !== at);
}

function only(candidates: readonly Completion[]): Found {
  return { candidates, files: false };
}
