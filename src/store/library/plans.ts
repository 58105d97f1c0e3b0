import type { Database } from 'better-sqlite3';
import type { PlanDraft, PlanRecord, Plans, StoredPlanCard } from '../../app/plan/ports.js';
import type { Stars } from '../../model/card.js';
import type { ReviewKind } from '../../model/event.js';
import { cardId, studyDay } from '../../model/ids.js';
import type { CardState } from '../../model/memory.js';
import { matchingCards } from '../query/matching.js';
import type { RandomBytes } from '../tables/event-writer.js';
import { UNDONE } from '../tables/events.js';
import { FOLDED_KIND } from '../tables/review-kinds.js';
import { nextUlid } from '../tables/ulid.js';

/** The columns of a `PlanRow`. */
export const PLAN_COLUMNS =
  'key, id, name, query, deadline_at, deadline_day, minutes_per_day, target, created_at, changed_at, removed_at';

/** A row of `plans`. */
export interface PlanRow {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly deadline_at: number;
  readonly deadline_day: number;
  readonly minutes_per_day: number;
  readonly target: number;
  readonly created_at: number;
  readonly changed_at: number;
  readonly removed_at: number | null;
}

/** Adds a plan; takes a `PlanRow` without its key. */
export const INSERT_PLAN = `INSERT INTO plans
  (id, name, query, deadline_at, deadline_day, minutes_per_day, target, created_at, changed_at,
   removed_at)
  VALUES (@id, @name, @query, @deadline_at, @deadline_day, @minutes_per_day, @target,
    @created_at, @changed_at, @removed_at)`;

/** Makes the access to plans; takes the FSRS weights that queries need, and a source of ids. */
export function createPlans(
  db: Database,
  weights: () => readonly number[],
  random: RandomBytes,
): Plans {
  return {
    plans: (which) =>
      db
        .prepare<[], PlanRow>(
          `SELECT ${PLAN_COLUMNS} FROM plans ${which === 'all' ? '' : 'WHERE removed_at IS NULL'}
           ORDER BY deadline_at, key`,
        )
        .all()
        .map(planOf),
    addPlan: (draft) => db.transaction(() => addPlan(db, draft, random)).immediate(),
    changePlan: (plan, at) => db.transaction(() => changePlan(db, plan, at)).immediate(),
    removePlan: ({ id }, at) => db.transaction(() => removePlan(db, id, at)).immediate(),
    planCards: (query, moment) => {
      const { from, where, params } = matchingCards(query, moment, weights());
      return db
        .prepare<[object], CardRow>(
          `SELECT ${CARD_COLUMNS} FROM ${from}
           WHERE c.retired_at IS NULL AND y.suspended = 0 AND (${where}) ORDER BY y.rank, c.key`,
        )
        .raw()
        .all({ ...params, today: moment.today })
        .map(cardOf);
    },
    reviewsOn: (day, visit) => {
      const rows = db
        .prepare<[number], [card: number, at: number, durationMs: number, kind: ReviewKind]>(
          `SELECT coalesce(c.merged_into, c.key), e.at, e.duration_ms, ${FOLDED_KIND}
           FROM events e JOIN cards c ON c.key = e.card
           WHERE e.kind = 'review' AND e.day = ? AND e.review_kind <> 'cram' AND NOT ${UNDONE}`,
        )
        .raw()
        .iterate(day);
      for (const [card, at, durationMs, kind] of rows) visit(card, at, durationMs, kind);
    },
  };
}

function addPlan(db: Database, draft: PlanDraft, random: RandomBytes): PlanRecord {
  const newest = db.prepare<[], string | null>('SELECT max(id) FROM plans').pluck().get() ?? null;
  const id = nextUlid(draft.createdAt, random, newest);
  const record = { ...draft, id, number: 0, changedAt: draft.createdAt, removedAt: null };
  const { lastInsertRowid } = db.prepare(INSERT_PLAN).run(planRow(record));
  return { ...record, number: Number(lastInsertRowid) };
}

function changePlan(db: Database, plan: PlanRecord, at: number): void {
  db.prepare(
    `UPDATE plans SET name = @name, query = @query, deadline_at = @deadline_at,
       deadline_day = @deadline_day, minutes_per_day = @minutes_per_day, target = @target,
       changed_at = max(@at, changed_at + 1)
     WHERE id = @id`,
  ).run({ ...planRow(plan), at });
}

function removePlan(db: Database, id: string, at: number): void {
  db.prepare(
    `UPDATE plans SET removed_at = @at, changed_at = max(@at, changed_at + 1)
     WHERE id = @id AND removed_at IS NULL`,
  ).run({ id, at });
}

/** Gives the plan that a row holds. */
export function planOf(row: PlanRow): PlanRecord {
  return {
    number: row.key,
    id: row.id,
    name: row.name,
    query: row.query,
    deadlineAt: row.deadline_at,
    deadlineDay: studyDay(row.deadline_day),
    minutesPerDay: row.minutes_per_day,
    target: row.target,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    removedAt: row.removed_at,
  };
}

/** Gives the row that holds a plan, but for its key. */
export function planRow(plan: Omit<PlanRecord, 'number'>): Omit<PlanRow, 'key'> {
  return {
    id: plan.id,
    name: plan.name,
    query: plan.query,
    deadline_at: plan.deadlineAt,
    deadline_day: plan.deadlineDay,
    minutes_per_day: plan.minutesPerDay,
    target: plan.target,
    created_at: plan.createdAt,
    changed_at: plan.changedAt,
    removed_at: plan.removedAt,
  };
}

const CARD_COLUMNS = `c.key, c.id, c.module, c.stars, m.part, y.state, y.stability, y.difficulty,
  y.last_at, coalesce(y.buried_until > @today, 0),
  coalesce(y.introduced_day = @today, 0)`;

type CardRow = readonly [
  key: number,
  id: string,
  module: number,
  stars: Stars,
  part: string,
  state: CardState,
  stability: number | null,
  difficulty: number | null,
  lastAt: number | null,
  buried: number,
  introducedToday: number,
];

function cardOf(row: CardRow): StoredPlanCard {
  return {
    key: row[0],
    id: cardId(row[1]),
    module: row[2],
    stars: row[3],
    part: row[4],
    inSteps: row[5] === 'learning' || row[5] === 'relearning',
    stability: row[6],
    difficulty: row[7],
    lastAt: row[8],
    buried: row[9] === 1,
    introducedToday: row[10] === 1,
  };
}
