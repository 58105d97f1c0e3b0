import { expect, test } from 'vitest';
import { SETTING_KEYS } from '../../../src/app/upkeep/settings.js';
import type { Command, OptionSpec } from '../../../src/cli/contract/command.js';
import { COMMON_OPTIONS } from '../../../src/cli/contract/common-options.js';
import { QUERY_OPTIONS } from '../../../src/cli/shared/query-flags.js';
import { LOADERS } from '../../../src/cli/start/loaders.js';
import { settingsSchema } from '../../../src/model/settings.js';
import { ALIASES, FIELDS } from '../../../src/query/fields.js';

const HEAD = `# Commands

Made from the program itself by \`npm run docs\`; a test holds it. \`viva <command> --help\` says the same.

Exit status: 0 when all is well, 1 when something could not be done, 2 when the command line, a query
or a setting is wrong. With \`--json\` standard output holds one object with \`version: 1\`; an error
is \`{"version":1,"error":{"code","message","hint"}}\`.
`;

const cell = (text: string) => text.replaceAll('|', '\\|');
const code = (text: string) => `\`${text}\``;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows]
    .map((row) => `| ${row.map(cell).join(' | ')} |`)
    .join('\n');
}

function optionTable(options: readonly OptionSpec[]): string {
  return table(
    ['option', 'does'],
    options.map(({ flags, description }) => [code(flags), description]),
  );
}

function section(command: Command): string {
  const { name, summary, takesQuery, options, examples } = command;
  const own = options.filter((option) => !QUERY_OPTIONS.includes(option));
  return [
    `## ${['viva', name, command.arguments].filter(Boolean).join(' ')}`,
    takesQuery ? `${summary} Takes a [query](#queries).` : summary,
    ...(own.length > 0 ? [optionTable(own)] : []),
    ['```console', ...examples.map((line) => `$ ${line}`), '```'].join('\n'),
  ].join('\n\n');
}

function queries(): string {
  const fields = [...FIELDS].map(([name, { example }]) => [code(`${name}:`), example]);
  const aliases = [...ALIASES].map(([alias, name]) => [code(`${alias}:`), `the same as ${name}:`]);
  return [
    '## Queries',
    'Terms are joined by AND. `OR`, `-term`, parentheses and quotes work as in a web search; `*` in a name stands for any characters. Any other word is looked for in questions and answers, with the signs in it, or is the id of a card or the first four or more characters of one. A name with blanks may be quoted for the shell alone: `part:"The Transformer"`.',
    table(['term', 'for example'], [...fields, ...aliases]),
    'These flags say the same as terms; each may repeat or take commas.',
    optionTable(QUERY_OPTIONS),
  ].join('\n\n');
}

function settings(): string {
  const defaults = settingsSchema.parse({});
  return [
    '## Settings',
    'For `viva config`. `retention` is the desired retention, 0.7..0.99; steps and `learnAhead` (minutes) are for learning cards; `maximumInterval` is in days; `dayStart` is the local hour at which a day begins. `easyDays` are weekdays with less than a full share, such as `sat=0.5 sun=0`; `backlogPerDay` 0 means twice the usual load ([life.md](life.md)).',
    table(
      ['setting', 'default'],
      SETTING_KEYS.map((key) => [code(key), String(defaults[key]).replaceAll(',', ' ')]),
    ),
  ].join('\n\n');
}

test('docs/commands.md says what the program knows', async () => {
  const commands: Command[] = [];
  for (const load of Object.values(LOADERS)) commands.push((await load()).command);
  const text = [
    HEAD,
    '## Options of every command',
    `\n${optionTable(COMMON_OPTIONS)}\n`,
    ...commands.map((command) => `${section(command)}\n`),
    `${queries()}\n`,
    `${settings()}\n`,
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../../../docs/commands.md');
});
