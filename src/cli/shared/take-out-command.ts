import { affectedCards, type TakeOut, takeOut } from '../../app/review/take-out.js';
import { counted } from '../../model/counted.js';
import * as z from '../../model/schema.js';
import { type Command, defineCommand } from '../contract/command.js';
import { usageError } from '../contract/errors.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from './query-flags.js';
import { writeJson, writeLines } from './write.js';

interface Words {
  readonly summary: string;
  readonly example: string;
  /** As in "12 cards suspended". */
  readonly done: string;
  /** As in "Suspend 12 cards?". */
  readonly ask: string;
}

/** Makes one of the commands that change all cards of a query at once. */
export function takeOutCommand(verb: TakeOut, words: Words): Command {
  return defineCommand({
    name: verb,
    summary: words.summary,
    arguments: '[query...]',
    takesQuery: true,
    options: [...QUERY_OPTIONS, { flags: '-y, --yes', description: 'do not ask for confirmation' }],
    examples: [words.example, `${words.example} --yes`],
    flags: z.extend(queryFlags, {
      yes: z._default(z.boolean(), false),
      json: z._default(z.boolean(), false),
    }),
    async run(context, given, flags) {
      const store = await context.store();
      const moment = context.moment();
      const query = queryFrom(given, flags, store, context.moment());
      if (query.kind === 'all')
        throw usageError(
          `Say which cards to ${verb}.`,
          `For all of them: viva ${verb} "collection:*".`,
        );
      const records = affectedCards(verb, query, moment, store);
      const count = counted(records.length, 'card');
      if (records.length > 0 && !flags.yes && !(await context.confirm(`${words.ask} ${count}?`))) {
        if (flags.json) writeJson(context, { changed: 0, cards: [] });
        else writeLines(context, ['Nothing was changed.']);
        return 0;
      }
      const changed = takeOut(verb, records, moment, await context.config(), store);
      if (flags.json) writeJson(context, { changed, cards: records.map(({ card }) => card.id) });
      else writeLines(context, [`${count} ${words.done}`]);
      return 0;
    },
  });
}
