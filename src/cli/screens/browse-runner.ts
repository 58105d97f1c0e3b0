import type { CardNames } from '../../app/browse/ports.js';
import type { Store } from '../../app/ports.js';
import type { CardSort, SortKey } from '../../model/card-sort.js';
import { VivaError } from '../../model/error.js';
import type { Query } from '../../model/query.js';
import { collectGarbage } from '../../platform/garbage.js';
import { randomSeed } from '../../platform/random.js';
import { formatQuery } from '../../query/format.js';
import { quoteWholeNames } from '../../query/whole-names.js';
import { queryCandidates } from '../completion/query-candidates.js';
import type { Context } from '../contract/context.js';
import { plainCompletions } from '../contract/values.js';
import { backingUpMeanwhile } from '../shared/daily-backup.js';
import { browserEditor } from '../shared/edit/browser.js';
import { watchInForce } from '../shared/in-force.js';
import { isInteractive, supportsHyperlinks } from '../shared/output/interactive.js';
import { statusAfter } from '../shared/output/signals.js';
import { cardPorts } from './card-ports.js';

/** Cards read for the first frame: some screens full. */
const FIRST_CARDS = 200;
/** Completions offered at a time. */
const MAX_WORDS = 50;

/**
 * Runs the browser on a query's cards until the person ends it. Returns the
 * exit status. Throws `no-terminal` where there is none.
 */
export async function runBrowser(
  context: Context,
  store: Store,
  query: Query,
  order: { readonly by: SortKey; readonly seed: number | undefined },
): Promise<number> {
  requireTerminal(context);
  const inForce = await watchInForce(context, store);
  const { env, zone } = context;
  const { colors } = context.stdout;
  // Ink's colours (chalk) know FORCE_COLOR alone, and look at it once, when they are loaded.
  if (!colors) process.env.FORCE_COLOR = '0';
  const { startBrowser } = await import('../../tui/browse/start.js');
  const lookup = await context.lookup();
  const sort: CardSort = { by: order.by, reversed: false, seed: order.seed ?? randomSeed() };
  const keys = store.keysOf(query, sort, context.moment(), FIRST_CARDS);
  const opening = { keys, whole: keys.length < FIRST_CARDS, query: formatQuery(query), sort };
  // While the screen is laid out: beside the first keys it would hold them up.
  if (!opening.whole) lookup.begin();
  const editor = await browserEditor(context, store);
  const signal = await backingUpMeanwhile(context, () =>
    startBrowser(opening, {
      store,
      lookup,
      colors: context.colors,
      tidyUp: collectGarbage,
      look: { colors, hyperlinks: colors && supportsHyperlinks(env) },
      zone,
      moment: () => context.moment(),
      settings: () => context.settings(),
      config: () => inForce.config,
      complete,
      editor,
      ...cardPorts(context, store),
      seed: randomSeed,
    }),
  );
  return statusAfter(signal);
}

function requireTerminal(context: Context): void {
  if (isInteractive(context)) return;
  throw new VivaError(
    'no-terminal',
    'The browser needs a terminal that can show a screen.',
    'See cards as a table with "viva list", one with "viva show".',
  );
}

/** What could stand in the place of a word of a query; a name with blanks in quotes. */
function complete(word: string, names: CardNames): readonly string[] {
  const known = (kind: keyof CardNames) => names[kind].map(({ name }) => name);
  const found = queryCandidates(word, (kind) =>
    kind in names ? plainCompletions(known(kind as keyof CardNames)) : [],
  );
  return found.map((each) => quoteWholeNames(each.word, known)).slice(0, MAX_WORDS);
}
