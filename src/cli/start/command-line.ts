import { COMMON_OPTIONS } from '../contract/common-options.js';
import { CATALOGUE } from './catalogue.js';
import { TOPIC_NAMES, type TopicName } from './topic-names.js';

/** A command line, taken apart. */
export interface CommandLine {
  /** The command; null for the overview of all. */
  readonly name: string | null;
  /** The topic of `viva help` that is asked for; null mostly. */
  readonly topic: TopicName | null;
  /** The words without the command's name. */
  readonly rest: readonly string[];
  /** A word that stands where a command should and names none; null mostly. */
  readonly unknown: string | null;
}

/** Tells which command is meant. Bare viva, flags alone and a query without a command are the review. */
export function splitCommandLine(argv: readonly string[]): CommandLine {
  const at = argv.findIndex((word, index) => !word.startsWith('-') && argv[index - 1] !== '--db');
  const word = argv[at];
  if (word === undefined) return line(asksHelp(argv) || asksVersion(argv) ? null : 'review', argv);
  if (word === 'help') return help(argv[at + 1] ?? null);
  if (isCommand(word)) {
    return line(
      word,
      argv.filter((_, index) => index !== at),
    );
  }
  if (word.includes(':') || argv.slice(0, at).some(isFlagOfReview)) {
    return line('review', argv);
  }
  return { name: null, topic: null, rest: argv, unknown: word };
}

/** Is the help among what is asked for? */
export function asksHelp(argv: readonly string[]): boolean {
  return argv.includes('--help') || argv.includes('-h');
}

/** Is the version among what is asked for? */
export function asksVersion(argv: readonly string[]): boolean {
  return argv.includes('--version') || argv.includes('-V');
}

function help(asked: string | null): CommandLine {
  const topic = TOPIC_NAMES.find((name) => name === asked) ?? null;
  if (topic !== null) return { name: null, topic, rest: [], unknown: null };
  return line(asked, ['--help']);
}

function line(name: string | null, rest: readonly string[]): CommandLine {
  const isKnown = name === null || isCommand(name);
  return { name: isKnown ? name : null, topic: null, rest, unknown: isKnown ? null : name };
}

function isCommand(word: string): boolean {
  return CATALOGUE.some(({ name }) => name === word);
}

// The flags that every command has do not tell which one is meant.
function isFlagOfReview(word: string): boolean {
  return word.startsWith('--') && !COMMON_OPTIONS.some(({ flags }) => flags.split(' ')[0] === word);
}
