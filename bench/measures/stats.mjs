// `viva stats --json` against one plain scan of the tables behind it.
import Sqlite from 'better-sqlite3';
import { timed } from '../take.mjs';
import { MOMENT } from '../world.mjs';

export function statsMeasure(world, cards) {
  const name = 'stats --json';
  const path = world.database(cards);
  return {
    name,
    rows: [{ name, taken: 'stats', limit: 'scan', against: 'a plain scan of the rows', goal: 1.5 }],
    round: async () => ({
      scan: await timed(() => plainScan(path)),
      stats: await timed(() => statsJson(world, path)),
    }),
  };
}

/** One walk over every column of events and memory, as better-sqlite3 gives rows fastest. */
function plainScan(path) {
  const db = new Sqlite(path);
  let rows = 0;
  for (const table of ['events', 'memory']) {
    for (const _ of db.prepare(`SELECT * FROM ${table}`).raw().iterate()) rows++;
  }
  db.close();
  return rows;
}

function statsJson({ open, source, settings }, path) {
  const store = open(path);
  const request = {
    query: { kind: 'all' },
    since: null,
    until: null,
    moment: MOMENT,
    zone: { offsetMinutes: (at) => -new Date(at).getTimezoneOffset() },
    settings,
    weights: source.DEFAULT_WEIGHTS,
  };
  const text = JSON.stringify(source.computeStatistics(request, store));
  store.close();
  return text.length;
}
