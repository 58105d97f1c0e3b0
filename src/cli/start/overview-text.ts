import { wrapLine } from '../../tui/components/wrap-line.js';
import { CATALOGUE } from './catalogue.js';
import { TOPIC_NAMES } from './topic-names.js';

const OPTIONS = [
  { name: '-V, --version', summary: 'the version; with --json of all that viva stands on' },
  { name: '-h, --help', summary: 'this help' },
];
/** Columns before what is said of a command. */
const INDENT = 4 + Math.max(...[...OPTIONS, ...CATALOGUE].map(({ name }) => name.length));
const MIN_WRAPPED = 20;

/** Returns the help of all commands, in lines of at most `width` columns where words allow it. */
export function overviewText(width: number): string {
  const row = ({ name, summary }: { readonly name: string; readonly summary: string }) =>
    `  ${name}`.padEnd(INDENT) + wrapped(summary, width, INDENT);
  const lines = [
    'Usage: viva [command] [query…] [options]',
    '',
    'Spaced repetition for technical interviews.',
    'Without a command: the daily review.',
    '',
    'Options:',
    ...OPTIONS.map(row),
    '',
    'Commands:',
    ...CATALOGUE.map(row),
    '',
    `Run "viva help <command or topic>" for more. Topics: ${TOPIC_NAMES.join(', ')}.`,
  ];
  return `${lines.map((line) => (line.startsWith(' ') ? line : wrapped(line, width, 0))).join('\n')}\n`;
}

function wrapped(text: string, width: number, indent: number): string {
  return wrapLine(text, Math.max(MIN_WRAPPED, width - indent)).join(`\n${' '.repeat(indent)}`);
}
