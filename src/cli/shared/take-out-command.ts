import { noCardMatches } from '../../app/cards/no-match.js';
import type { Cards } from '../../app/cards/ports.js';
import type { Store } from '../../app/ports.js';
import { affectedCards, type TakeOut, takeOut } from '../../app/review/take-out.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { type Command, defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { unchangedText } from './edit/unchanged-text.js';
import { writeJson, writeLines } from './output/write.js';
import { QUERY_OPTIONS, type QueryFlagValues, queryFlags, queryFrom } from './query-flags.js';
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
      const query = namedQuery(name, given, flags, store, context.moment());
      const { verb, done } = isOff && off !== undefined ? off : { verb: name, done: words.done };
      const records = affectedCards(verb, query, context.moment(), store);
      if (records.length === 0) return writeUnchanged(context, query, store, flags.json);
      const count = counted(records.length, 'card');
      const isSure = ask === null || flags.yes;
      if (!isSure && !(await context.confirm(`${ask} ${count}?`))) {
        if (flags.json) writeJson(context, { changed: 0, cards: [] });
        else writeLines(context, ['Nothing was changed.']);
        return 0;
      }
      const changed = takeOut(verb, records, context.moment(), await context.config(), store);
      if (flags.json) writeJson(context, { changed, cards: records.map(({ card }) => card.id) });
      else writeLines(context, [`${count} ${done}`]);
      return 0;
    },
  });
}

/** The query that was typed. Throws `usage` where none was: all cards must be named. */
function namedQuery(
  name: string,
  given: readonly string[],
  flags: QueryFlagValues,
  cards: Cards,
  moment: Moment,
): Query {
  const query = queryFrom(given, flags, cards, moment);
  if (query.kind !== 'all') return query;
  throw usageError(`Name the cards to ${name}.`, `For all of them: viva ${name} "collection:*".`);
}

/** Says that the cards of a query are so already. Throws `card-unknown` where there are none. */
function writeUnchanged(context: Context, query: Query, store: Store, json: boolean): number {
  const moment = context.moment();
  const there = store.count(query, moment);
  if (there === 0) throw noCardMatches(query, moment, store);
  if (json) writeJson(context, { changed: 0, cards: [] });
  else writeLines(context, [unchangedText(there)]);
  return 0;
}
