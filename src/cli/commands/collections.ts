import { isAddress } from '../../app/import/address.js';
import type { CollectionRecord } from '../../app/import/ports.js';
import type { Store } from '../../app/ports.js';
import { VivaError } from '../../model/error.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { localTime } from '../../schedule/local-time.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { renderTable } from '../render/table.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { removeSnapshot } from '../shared/snapshots.js';
import { licenceOf } from './collections/licence.js';

export const command = defineCommand({
  name: 'collections',
  summary:
    'List what is imported: source, date, licence. "collections remove NAME" retires its cards.',
  arguments: '[action] [name]',
  words: [['list', 'remove'], 'collection'],
  takesQuery: false,
  options: [{ flags: '-y, --yes', description: 'do not ask for confirmation' }],
  examples: ['viva collections', 'viva collections remove wiki'],
  flags: z.object({ yes: z._default(z.boolean(), false), json: z._default(z.boolean(), false) }),
  async run(context, [action = 'list', name], flags) {
    const store = await context.store();
    if (action === 'remove') return remove(context, store, name, flags);
    if (action !== 'list')
      throw usageError(
        `"${action}" is not an action of viva collections.`,
        'Use list or remove NAME.',
      );
    const collections = store.collections();
    const licensed = collections.map((each) => ({ ...each, licence: licenceOf(each, context) }));
    if (flags.json) writeJson(context, { collections: licensed.map(collectionJson) });
    else writeLines(context, [collectionsText(licensed, context)]);
    return 0;
  },
});

async function remove(
  context: Context,
  store: Store,
  name: string | undefined,
  flags: { yes: boolean; json: boolean },
): Promise<number> {
  if (name === undefined) throw usageError('Give the name of the collection to remove.');
  const found = store.collections().find((c) => c.name.toLowerCase() === name.toLowerCase());
  if (found === undefined) {
    throw new VivaError(
      'collection-unknown',
      `There is no collection "${name}".`,
      'See "viva collections".',
    );
  }
  const question = `Retire the ${counted(found.cards, 'card')} of ${visibleLine(found.name)}?`;
  if (!flags.yes && !(await context.confirm(question))) {
    if (flags.json) writeJson(context, { removed: null, retired: 0 });
    else writeLines(context, ['Nothing was changed.']);
    return 0;
  }
  const retired = store.removeCollection(found.name, context.now());
  if (found.source !== null && isAddress(found.source)) await removeSnapshot(found.source, context);
  if (flags.json) writeJson(context, { removed: found.name, retired });
  else
    writeLines(context, [
      `${counted(retired, 'card')} retired; their history is kept and returns if they are imported again.`,
    ]);
  return 0;
}

interface Licensed extends CollectionRecord {
  readonly licence: string | null;
}

function collectionJson(collection: Licensed): object {
  return { ...collection, importedAt: new Date(collection.importedAt).toISOString() };
}

function collectionsText(collections: readonly Licensed[], context: Context): string {
  if (collections.length === 0)
    return 'Nothing is imported yet. "viva" starts with the bundled decks; "viva import PATH" imports your own.';
  return renderTable(
    [
      { title: 'collection' },
      { title: 'modules', align: 'right' },
      { title: 'cards', align: 'right' },
      { title: 'retired', align: 'right' },
      { title: 'imported' },
      { title: 'licence' },
      { title: 'from', flexible: true },
    ],
    collections.map((c) => [
      visibleLine(c.name),
      String(c.modules),
      String(c.cards),
      String(c.retired),
      localTime(c.importedAt, context.zone.offsetMinutes(c.importedAt)),
      visibleLine(c.licence ?? '–'),
      visibleLine(c.source ?? 'standard input or another machine'),
    ]),
    context.stdout.cutAt,
  );
}
