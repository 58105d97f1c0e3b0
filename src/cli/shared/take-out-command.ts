import { affectedCards, type TakeOut, takeOut } from '../../app/review/take-out.js';
import type { VivaError } from '../../model/error.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { type Command, defineCommand } from '../contract/command.js';
import { usageError } from '../contract/errors.js';
import { writeJson, writeLines } from './output/write.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from './query-flags.js';
import { storeWithCards } from './store-with-cards.js';

interface Words {
  readonly summary: string;
  readonly example: string;
  /** As in "12 cards suspended". */
  readonly done: string;
  /** As in "Suspend 12 cards?"; null for what needs no question. */
  readonly ask: string | null;
  /** What `--off` does instead; left out where there is no such flag. */
  readonly off?: { readonly verb: TakeOut; readonly description: string; readonly done: string };
}

/** Makes one of the commands that change all cards of a query at once. */
export function takeOutCommand(name: TakeOut, words: Words): Command {
  const { off, ask } = words;
  return defineCommand({
    name,
    summary: words.summary,
    arguments: '[query...]',
    takesQuery: true,
    options: [
      ...QUERY_OPTIONS,
      ...(off === undefined ? [] : [{ flags: '--off', description: off.description }]),
      ...(ask === null ? [] : [{ flags: '-y, --yes', description: 'do not ask for confirmation' }]),
    ],
    examples: [words.example, `${words.example} ${ask === null ? '--off' : '--yes'}`],
    flags: z.extend(queryFlags, {
      off: z._default(z.boolean(), false),
      yes: z._default(z.boolean(), false),
      json: z._default(z.boolean(), false),
    }),
    async run(context, given, { off: isOff, ...flags }) {
      const store = await storeWithCards(context);
      const moment = context.moment();
      const query = queryFrom(given, flags, store, moment);
      if (query.kind === 'all') throw nothingNamed(name);
      const { verb, done } = isOff && off !== undefined ? off : { verb: name, done: words.done };
      const records = affectedCards(verb, query, moment, store);
      const count = counted(records.length, 'card');
      const isSure = records.length === 0 || ask === null || flags.yes;
      if (!isSure && !(await context.confirm(`${ask} ${count}?`))) {
        if (flags.json) writeJson(context, { changed: 0, cards: [] });
        else writeLines(context, ['Nothing was changed.']);
        return 0;
      }
      const changed = takeOut(verb, records, moment, await context.config(), store);
      if (flags.json) writeJson(context, { changed, cards: records.map(({ card }) => card.id) });
      else writeLines(context, [`${count} ${done}`]);
      return 0;
    },
  });
}

function nothingNamed(name: TakeOut): VivaError {
  return usageError(`Name the cards to ${name}.`, `For all of them: viva ${name} "collection:*".`);
}
