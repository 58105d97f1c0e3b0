import { expect, test } from 'vitest';
import { defineCommand } from '../../../../src/cli/contract/command.js';
import { LOADERS } from '../../../../src/cli/start/loaders.js';
import * as z from '../../../../src/model/schema.js';

const commands = await Promise.all(Object.values(LOADERS).map((load) => load()));

test('the flags of a bare command line are those that its schema gives', () => {
  const withBare = commands.flatMap(({ command }) =>
    'bareFlags' in command && 'flags' in command ? [command] : [],
  );
  expect(withBare.map(({ name }) => name)).toEqual(['due', 'sync']);
  for (const { flags, bareFlags } of withBare)
    expect((flags as z.ZodMiniType).parse({})).toEqual(bareFlags);
});

test('they count where only common flags are typed', async () => {
  const seen: unknown[] = [];
  const command = defineCommand({
    ...{ name: 'x', summary: '', arguments: '', takesQuery: false, options: [], examples: [] },
    flags: z.object({ json: z._default(z.boolean(), false) }),
    bareFlags: { json: false },
    run: (_context, _args, flags) => {
      seen.push(flags);
      return 0;
    },
  });
  await command.run({} as never, [], { db: 'x.db', color: true, ascii: true, debug: true });
  await command.run({} as never, [], { json: true });
  expect(seen).toEqual([{ json: false }, { json: true }]);
  await expect(command.run({} as never, [], { json: 'yes' })).rejects.toThrow(/--json/);
});
