import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMMON_OPTIONS } from '../../../../src/cli/contract/common-options.js';
import { readWords } from '../../../../src/cli/start/commander.js';
import { LOADERS } from '../../../../src/cli/start/loaders.js';
import { readPlainWords } from '../../../../src/cli/start/plain-words.js';

const stdout = { write: () => undefined, columns: 80, colors: false } as never;
const commands = await Promise.all(Object.values(LOADERS).map((load) => load()));
const WORDS = ['', 'attention', 'company:google', '3', '-is:new', '-x', '--', '--unknown', '-y'];

test('plain words are read as commander reads them, whatever the command', async () => {
  const lines = fc.constantFrom(...commands).chain(({ command }) => {
    const flags = [...command.options, ...COMMON_OPTIONS].flatMap((option) => {
      const [, name = ''] = /(--[a-z-]+)/.exec(option.flags) ?? [];
      return [name, name, `${name}=3`];
    });
    const words = fc.array(fc.constantFrom(...WORDS, ...flags), { maxLength: 5 });
    return words.map((typed) => ({ command, typed }));
  });
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(lines, async ({ command, typed }) => {
      const read = readPlainWords(command, typed);
      if (read === null) return;
      plain += 1;
      const whole = await readWords(typed, { version: '0', stdout, command });
      expect(read).toEqual(whole);
    }),
    { numRuns: 2_000 },
  );
  expect(plain).toBeGreaterThan(150);
});

test('the daily command lines are plain', () => {
  const isPlain = (line: string) => {
    const [name, ...words] = line.split(' ');
    const found = commands.find(({ command }) => command.name === name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return readPlainWords(found.command, words) !== null;
  };
  for (const line of [
    ...['due', 'due --json', 'due --db x.db company:google', 'due --no-color'],
    ...['sync', 'sync status', 'sync init a', 'config set sync auto', 'grade 7f3a good'],
  ]) {
    expect(isPlain(line), line).toBe(true);
  }
  for (const line of ['grade 7f3a', 'sync init a b', 'doctor x']) {
    expect(isPlain(line), line).toBe(false);
  }
});
