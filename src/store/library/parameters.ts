import type { Database } from 'better-sqlite3';
import type { AdoptDraft, ParameterSets } from '../../app/memory/ports.js';
import { memoized } from '../../model/memoized.js';
import { DAY_MS, type Moment } from '../../model/moment.js';
import { once } from '../../model/once.js';
import type { ParameterSet } from '../../model/parameters.js';
import { DEFAULT_WEIGHTS } from '../../model/settings.js';
import type { RandomBytes } from '../tables/event-writer.js';
import { readWeights } from '../tables/json-columns.js';
import { keepMeta, metaValue } from '../tables/meta.js';
import { INSERT_SET, SET_COLUMNS, type SetRow, setOf, setRow } from '../tables/parameters.js';
import { nextUlid } from '../tables/ulid.js';

/** The parameter sets, as other parts of the store need them. */
export interface ParameterTable extends Omit<ParameterSets, 'adopt'> {
  /** FSRS weights in force, the defaults included. */
  inForce(): readonly number[];
  /** The set by which earlier reviews count under other weights; null without one. */
  rescheduling(): { readonly weights: readonly number[]; readonly before: number } | null;
  /** Writes a set as the last one. Runs within a transaction. */
  write(draft: AdoptDraft, moment: Moment, random: RandomBytes): ParameterSet;
  /** Writes a set as it is, unless it is there already; returns whether it was not. */
  insert(set: ParameterSet): boolean;
}

const SELECT = `SELECT ${SET_COLUMNS} FROM parameters`;
const NEWEST = 'ORDER BY adopted_at DESC, id DESC LIMIT 1';

/** Makes the access to the parameter sets. */
export function createParameterTable(db: Database): ParameterTable {
  // Equal weights are the same object.
  const parse = memoized(readWeights);
  const newest = once(() =>
    db.prepare<[], string | null>(`SELECT weights FROM parameters ${NEWEST}`).pluck(),
  );
  const newestReschedule = once(() =>
    db.prepare<[], { weights: string | null; before: number }>(
      `SELECT weights, reschedules_before AS before FROM parameters
       WHERE reschedules_before IS NOT NULL ${NEWEST}`,
    ),
  );

  const weights = () => {
    const json = newest().get() ?? null;
    return json === null ? null : parse(json);
  };
  return {
    weights,
    inForce: () => weights() ?? DEFAULT_WEIGHTS,
    parameterSets: () =>
      db.prepare<[], SetRow>(`${SELECT} ORDER BY adopted_at, id`).all().map(setOf),
    countReviews: () => countReviews(db),
    noteTraining: (moment) => db.transaction(() => noteTraining(db, moment)).immediate(),
    reviewsSinceTraining: () => reviewsSinceTraining(db),
    rescheduling() {
      const row = newestReschedule().get();
      if (row === undefined) return null;
      const { weights: json, before } = row;
      return { weights: json === null ? DEFAULT_WEIGHTS : parse(json), before };
    },
    write(draft, moment, random) {
      const set = numbered(db, draft, moment, random);
      insert(db, set);
      return set;
    },
    insert: (set) => insert(db, set),
  };
}

/** Returns a set that comes after every other, and before which every review stands. */
function numbered(
  db: Database,
  { weights, origin, reschedule }: AdoptDraft,
  moment: Moment,
  random: RandomBytes,
): ParameterSet {
  const last = db.prepare<[], SetRow>(`${SELECT} ${NEWEST}`).get();
  // The clock may have run backwards since.
  const adoptedAt = Math.max(moment.now, (last?.adopted_at ?? -1) + 1);
  const newestAt = db.prepare<[], number | null>('SELECT max(at) FROM events').pluck().get() ?? 0;
  return {
    id: nextUlid(moment.now, random, last?.id ?? null),
    weights,
    adoptedAt,
    reviews: countReviews(db),
    reschedulesBefore: reschedule ? Math.max(moment.now, newestAt + 1) : null,
    origin,
  };
}

function countReviews(db: Database): number {
  return countWhere(db, "e.review_kind <> 'cram'");
}

/**
 * Counts reviews under a condition on the index by day: all less the few that
 * were undone, so that no review is looked up in the table.
 */
function countWhere(db: Database, condition: string, day = -1): number {
  const scope = `e.kind = 'review' AND e.day > @day AND ${condition}`;
  const undone = `e.id IN (SELECT u.target FROM events u WHERE u.target IS NOT NULL) AND ${scope}`;
  return (
    db
      .prepare<[object], number>(
        `SELECT (SELECT count(*) FROM events e WHERE ${scope})
           - (SELECT count(*) FROM events e WHERE ${undone})`,
      )
      .pluck()
      .get({ day }) ?? 0
  );
}

/** Name in `meta` of the study day of the last training. */
const TRAINED = 'trained_day';

function noteTraining(db: Database, { today }: Moment): void {
  keepMeta(db, TRAINED, String(today));
}

function reviewsSinceTraining(db: Database): number {
  const noted = metaValue(db, TRAINED);
  const adopted = db
    .prepare<[], number | null>('SELECT max(adopted_at) FROM parameters')
    .pluck()
    .get();
  const adoptedDay = adopted === null || adopted === undefined ? -1 : Math.floor(adopted / DAY_MS);
  return countWhere(db, "e.review_kind = 'review'", Math.max(Number(noted ?? -1), adoptedDay));
}

function insert(db: Database, set: ParameterSet): boolean {
  const { changes } = db
    .prepare<[object]>(`${INSERT_SET} ON CONFLICT (id) DO NOTHING`)
    .run(setRow(set));
  return changes > 0;
}
