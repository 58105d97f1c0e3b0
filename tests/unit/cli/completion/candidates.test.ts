import { describe, expect, test } from 'vitest';
import { findCandidates } from '../../../../src/cli/completion/candidates.js';
import type { Command } from '../../../../src/cli/contract/command.js';
import type { NameKind } from '../../../../src/cli/contract/values.js';
import { CATALOGUE } from '../../../../src/cli/start/catalogue.js';
import { LOADERS } from '../../../../src/cli/start/loaders.js';
import { hostile } from '../../../support/hostile.js';

const NAMES: Readonly<Record<NameKind, readonly string[]>> = {
  company: ['Google', 'Goldman', 'xAI', hostile('Gone'), 'Go\nne', 'Go\tne', ' Gone', ''],
  part: ['The Transformer', 'Training'],
  tag: ['math'],
  collection: ['viva', '$(touch x)'],
  module: ['KV Cache'],
  card: ['7k2pqm5w3xyz'],
  plan: ['Anthropic', 'Onsite', '1', '2'],
  parameters: ['default', '1'],
  break: ['2026-12-24'],
};

async function find(...words: string[]) {
  return findCandidates(words.slice(0, -1), words.at(-1) ?? '', {
    commands: CATALOGUE.map(({ name, summary }) => ({ word: name, about: summary })),
    topics: [{ word: 'queries', about: '' }],
    load: async (name) => {
      const entry = CATALOGUE.find((each) => each.name === name);
      if (entry === undefined) throw new Error(name);
      return (await LOADERS[entry.name]()).command;
    },
    findNames: (kind) => NAMES[kind].map((word) => ({ word, about: '' })),
  });
}

const words = async (...typed: string[]) =>
  (await find(...typed)).candidates.map(({ word }) => word);

describe('the first word', () => {
  test('is a command', async () => {
    expect(await words('')).toEqual(CATALOGUE.map(({ name }) => name));
    expect(await words('li')).toEqual(['list', 'lint']);
    expect(await words('help', 'un')).toEqual(['undo']);
    expect(await words('help', 'q')).toEqual(['queries']);
  });

  test('is a term or a flag of the review too', async () => {
    expect(await words('is:le')).toEqual(['is:learning', 'is:leech']);
    expect(await words('--cr')).toEqual(['--cram']);
    expect(await words('company:xai', 'part:tr')).toEqual(['part:Training']);
  });

  test('may stand behind the flags of every command', async () => {
    expect(await words('--db', 'other.db', 'li')).toEqual(['list', 'lint']);
    expect(await find('--db', '')).toEqual({ candidates: [], files: true });
  });
});

describe('a flag', () => {
  test('is one of the command, or of all commands', async () => {
    expect(await words('grade', 'x', 'good', '-')).toEqual([
      '--seconds',
      '--at',
      '--json',
      '--db',
      '--debug',
      '--no-color',
      '--ascii',
      '--help',
      '--version',
    ]);
  });

  test('comes once, unless it may repeat', async () => {
    expect(await words('review', '--cram', '--c')).toEqual(['--company', '--collection']);
    expect(await words('list', '--company', 'xai', '--comp')).toEqual(['--company']);
  });

  test('has the values it takes', async () => {
    expect(await words('review', '--order', '')).toEqual(['due', 'random', 'difficulty']);
    expect(await words('list', '--company', 'go')).toEqual(['Google', 'Goldman']);
    expect(await words('list', '--company', 'xai', 'goog')).toEqual(['Google']);
    expect(await words('list', '--company', 'xai,goog')).toEqual(['xai,Google']);
    expect(await words('list', '--company=goog')).toEqual(['--company=Google']);
    expect(await words('list', '--difficulty', 'h')).toEqual(['hard']);
    expect(await words('review', '--limit', '')).toEqual([]);
    expect((await find('stats', '--html', '')).files).toBe(true);
    expect((await find('export', 'csv', '-o', '')).files).toBe(true);
  });
});

describe('a term', () => {
  test('has a key and its values', async () => {
    expect(await words('list', 'co')).toEqual(['company:', 'collection:']);
    expect(await words('list', 'company:')).toEqual([
      'company:Google',
      'company:Goldman',
      'company:xAI',
    ]);
    expect(await words('list', 'Company:xai,gold')).toEqual(['Company:xai,Goldman']);
    expect(await words('list', 'stars:m')).toEqual(['stars:medium']);
    expect(await words('list', 'module:kv')).toEqual(['module:KV Cache']);
    expect(await words('list', 'due:to')).toEqual(['due:today', 'due:tomorrow']);
    expect(await words('list', 'flag:7')).toEqual(['flag:7']);
  });

  test('can be taken back with a dash', async () => {
    expect(await words('list', '-is:s')).toEqual(['-is:suspended']);
    expect(await words('list', '-co')).toEqual(['-company:', '-collection:']);
  });

  test('of another kind has none', async () => {
    expect(await words('list', 'interval:')).toEqual([]);
    expect(await words('list', 'nonsense:')).toEqual([]);
    expect(await words('list', '(is:')).toEqual([]);
    expect(await words('show', 'company:')).toEqual([]);
  });
});

describe('an argument', () => {
  test('is what its command takes', async () => {
    expect(await words('config', 's')).toEqual(['set']);
    expect(await words('config', 'set', 'new')).toEqual(['newPerDay']);
    expect(await words('config', 'set', 'newPerDay', '')).toEqual([]);
    expect(await words('grade', '7k')).toEqual(['7k2pqm5w3xyz']);
    expect(await words('grade', '7k2p', 'g')).toEqual(['good']);
    expect(await words('collections', 'remove', 'v')).toEqual(['viva']);
    expect(await words('completion', '')).toEqual(['bash', 'zsh', 'fish', 'powershell']);
    expect(await words('export', 'j')).toEqual(['json', 'jsonl']);
    expect(await words('export', 'json', 'is:n')).toEqual(['is:new']);
    expect(await words('doctor', '')).toEqual([]);
  });

  test('is a plan, a break or a set of parameters where one is named', async () => {
    expect(await words('plan', '')).toEqual(['add', 'list', 'show', 'edit', 'remove']);
    expect(await words('plan', 'show', '')).toEqual(['Anthropic', 'Onsite', '1', '2']);
    expect(await words('plan', 'edit', 'on')).toEqual(['Onsite']);
    expect(await words('plan', 'add', 'is:n')).toEqual(['is:new']);
    expect(await words('break', '')).toEqual(['list', 'remove']);
    expect(await words('break', 'remove', '')).toEqual(['2026-12-24']);
    expect(await words('break', 'list', '')).toEqual([]);
    expect(await words('optimize', '--use', '')).toEqual(['default', '1']);
  });

  test.each(['import', 'lint', 'convert', 'backup', 'restore'])('of %s is a file', async (name) => {
    expect(await find(name, '')).toEqual({ candidates: [], files: true });
  });
});

test('names that could act on a terminal or break a line are left out', async () => {
  for (const word of await words('list', 'company:')) expect(word).not.toMatch(/Gone|ne$/);
  // What a shell would run is for the shell's script to quote.
  expect(await words('list', 'collection:')).toEqual(['collection:viva', 'collection:$(touch x)']);
});

const firstOf = (words: Command['words']) =>
  typeof words === 'function' ? words([])[0] : words?.[0];

test('every command says of each option with a value whether names or files fit', async () => {
  for (const load of Object.values(LOADERS)) {
    const { command } = await load();
    for (const { flags, values } of command.options) {
      if (values !== undefined) expect(flags, command.name).toMatch(/[<[]/);
      if (/<(file|folder|path)>/.test(flags))
        expect(values, `${command.name} ${flags}`).toBe('file');
    }
    if (/<?(path|file)/.test(command.arguments))
      expect(firstOf(command.words), command.name).toBe('file');
  }
});
