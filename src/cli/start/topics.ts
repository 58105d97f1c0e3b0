import { ALIASES, FIELDS } from '../../query/fields.js';
import type { TopicName } from './topic-names.js';

/** A topic that `viva help` explains besides the commands. */
export interface Topic {
  readonly summary: string;
  /** Returns its lines, without line breaks within a paragraph; lines that begin with a blank stay as they are. */
  readonly lines: () => readonly string[];
}

/** Every topic of `viva help`, in the order in which the help lists them. */
export const TOPICS: Readonly<Record<TopicName, Topic>> = {
  queries: { summary: 'how to select cards', lines: queryLines },
  formats: { summary: 'what can be imported and exported', lines: formatLines },
  plans: { summary: 'how to be ready on the day of an interview', lines: planLines },
};

function queryLines(): string[] {
  const width = Math.max(...[...FIELDS.keys()].map((name) => name.length)) + 3;
  const row = (name: string, text: string) => `  ${`${name}:`.padEnd(width)}${text}`;
  return [
    'A query selects the cards of a command. Its terms are joined by AND; OR, a leading - for "not", and parentheses work as in a web search. Any other word is searched for in questions and answers, or is the id of a card or its first four or more characters. * in a name stands for any characters.',
    '',
    ...[...FIELDS].map(([name, { example }]) => row(name, example)),
    ...[...ALIASES].map(([alias, name]) => row(alias, `the same as ${name}:`)),
    '',
    'For example:',
    '',
    '  $ viva review company:anthropic difficulty:3 -is:suspended',
    '  $ viva list "kv cache" OR module:22',
    '  $ viva due due:<=7d part:"The Transformer"',
  ];
}

function formatLines(): string[] {
  return [
    'In: viva import takes a file, a folder or - for standard input. A module is a Markdown file with a heading, **Q:** and an answer for each question; a collection is many modules in one file or folder. Anki packages (.apkg) become modules; what viva export json wrote is merged with what is here.',
    '',
    'Out: viva export writes json and jsonl (everything, to be imported again), csv, revlog, md (modules) and apkg (Anki).',
    '',
    'Damaged text is repaired where there is only one way to do so, and reported with its line; viva lint reports problems without importing anything.',
  ];
}

function planLines(): string[] {
  return [
    'A plan names cards, a day and hour, and the minutes you have each day. From then on the review of each day begins with the cards that raise recall at that hour most for those minutes; other due cards come after them.',
    '',
    '  $ viva plan add --company Anthropic --date 2026-12-14 --time 10:00 --minutes 40',
    '  $ viva plan show Anthropic',
    '',
    'plan show gives the recall to expect on the day, how certain that is, and what more minutes would add. A plan uses its minutes as long as they raise recall, and says when they no longer do; --target makes it stop earlier. Breaks (viva break) are days without minutes.',
  ];
}
