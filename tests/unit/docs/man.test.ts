import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Command, OptionSpec } from '../../../src/cli/contract/command.js';
import { COMMON_OPTIONS } from '../../../src/cli/contract/common-options.js';
import { QUERY_OPTIONS } from '../../../src/cli/shared/query-flags.js';
import { LOADERS } from '../../../src/cli/start/loaders.js';
import { TOPICS } from '../../../src/cli/start/topics.js';

// What roff takes for its own: backslashes, a dash that could break, a dot or quote that begins a line.
const roff = (text: string) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^([.'])/gm, '\\&$1');

const optionLines = ({ flags, description }: OptionSpec) => [
  '.TP',
  `.B ${roff(flags)}`,
  roff(description),
];

function commandLines({ name, summary, arguments: words, options, examples, takesQuery }: Command) {
  const own = options.filter((option) => !QUERY_OPTIONS.includes(option));
  return [
    `.SS ${roff(['viva', name, words].filter(Boolean).join(' '))}`,
    roff(summary),
    ...(takesQuery ? ['Takes a query.'] : []),
    ...own.flatMap(optionLines),
    '.PP',
    '.nf',
    ...examples.map((line) => roff(`  ${line}`)),
    '.fi',
  ];
}

function topicLines(name: string, lines: readonly string[]) {
  return [
    `.SH ${name.toUpperCase()}`,
    ...lines.flatMap((line) => {
      if (line === '') return ['.PP'];
      return line.startsWith(' ') ? ['.nf', roff(line), '.fi'] : [roff(line)];
    }),
  ];
}

const FILES = [
  ['~/.local/share/viva', 'the database, its backups and what the person wrote (XDG_DATA_HOME)'],
  ['~/.config/viva/config.json', 'settings (XDG_CONFIG_HOME)'],
  ['~/Library/Application Support/viva', 'both, on macOS'],
  ['%APPDATA%\\viva', 'both, on Windows'],
];

const ENVIRONMENT = [
  ['VIVA_HOME', 'a folder for all of viva’s data and settings'],
  ['VIVA_NOW', 'the time, in ISO 8601, in place of the clock'],
  ['VISUAL, EDITOR', 'the editor that opens cards'],
  ['BROWSER', 'the program that opens links'],
  ['NO_COLOR', 'turns colours off'],
];

const listed = (rows: readonly (readonly string[])[]) =>
  rows.flatMap(([name = '', text = '']) => ['.TP', `.B ${roff(name)}`, roff(text)]);

test('docs/viva.1 says what the program knows', async () => {
  const commands: Command[] = [];
  for (const load of Object.values(LOADERS)) commands.push((await load()).command);
  const text = [
    '.\\" Made from the program itself by "npm run docs"; a test holds it.',
    '.TH VIVA 1',
    '.SH NAME',
    'viva \\- spaced repetition for technical interviews, in the terminal',
    '.SH SYNOPSIS',
    '.B viva',
    '[command] [query ...] [options]',
    '.SH DESCRIPTION',
    'Questions are kept as Markdown; viva makes cards of them, an FSRS scheduler picks what is due, and every rating is on disk before the next card is drawn.',
    'Without a command it begins the daily review.',
    '.SH OPTIONS',
    ...COMMON_OPTIONS.flatMap(optionLines),
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    ...Object.entries(TOPICS).flatMap(([name, { lines }]) => topicLines(name, lines())),
    '.PP',
    'These flags say the same as terms; each may repeat or take commas.',
    ...QUERY_OPTIONS.flatMap(optionLines),
    '.SH FILES',
    ...listed(FILES),
    '.SH ENVIRONMENT',
    ...listed(ENVIRONMENT),
    '.SH EXIT STATUS',
    '0 when all is well, 1 when something could not be done, 2 when the command line, a query or a setting is wrong.',
    '',
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../../../docs/viva.1');
});

test.skipIf(spawnSync('man', ['--version']).status !== 0)('man draws it without a warning', () => {
  const { stdout, stderr, status } = spawnSync('man', ['--warnings', '-l', 'docs/viva.1'], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('viva review [query...]');
});

test('a package brings the manual page, and all that its pages link to', () => {
  const { man, files } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(man).toEqual(['docs/viva.1']);
  const docs = readdirSync('docs').map((name) => join('docs', name));
  const pages = [...files, ...docs].filter((path: string) => path.endsWith('.md'));
  const links = pages.flatMap((page: string) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, to = '']) =>
      join(dirname(page), to),
    ),
  );
  const packed = (path: string) =>
    existsSync(path) &&
    files.some((entry: string) => path === entry || path.startsWith(`${entry}/`));
  expect(links.length).toBeGreaterThan(30);
  expect(links.filter((path) => !packed(path))).toEqual([]);
});
