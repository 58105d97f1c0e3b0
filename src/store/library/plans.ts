import type { Database } from 'better-sqlite3';
import type { PlanDraft, PlanRecord, Plans, StoredPlanCard } from '../../app/plan/ports.js';
import type { Stars } from '../../model/card.js';
import type { ReviewKind } from '../../model/event.js';
import { cardId } from '../../model/ids.js';
import type { CardState } from '../../model/memory.js';
import type { Moment } from '../../model/moment.js';
import { buriedSql } from '../query/due-sql.js';
import { type Matching, matchingCards } from '../query/matching.js';
import { rootKey } from '../tables/cards.js';
import { CHANGED } from '../tables/columns.js';
import type { RandomBytes } from '../tables/event-writer.js';
import { UNDONE } from '../tables/events.js';
import {
  INSERT_PLAN,
  PLAN_COLUMNS,
  type PlanRow,
  planOf,
  planRow,
  SET_PLAN,
} from '../tables/plans.js';
import { FOLDED_KIND } from '../tables/review-kinds.js';
import { nextUlid } from '../tables/ulid.js';

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
    planCards: (query, moment) => planCards(db, matchingCards(query, moment, weights()), moment),
    reviewsOn: (day, visit) => {
      const rows = db
        .prepare<[number], [card: number, at: number, durationMs: number, kind: ReviewKind]>(
          `SELECT ${rootKey('c')}, e.at, e.duration_ms, ${FOLDED_KIND}
           FROM events e JOIN cards c ON c.key = e.card
           WHERE e.kind = 'review' AND e.day = ? AND e.review_kind <> 'cram' AND NOT ${UNDONE}`,
        )
        .raw()
        .iterate(day);
      for (const [card, at, durationMs, kind] of rows) visit(card, at, durationMs, kind);
    },
  };
}

function planCards(
  db: Database,
  { from, where, params }: Matching,
  { today }: Moment,
): StoredPlanCard[] {
  return db
    .prepare<[object], CardRow>(
      `SELECT ${CARD_COLUMNS} FROM ${from}
       WHERE c.retired_at IS NULL AND y.suspended = 0 AND (${where}) ORDER BY y.rank, c.key`,
    )
    .raw()
    .all({ ...params, today })
    .map(cardOf);
}

function addPlan(db: Database, draft: PlanDraft, random: RandomBytes): PlanRecord {
  const newest = db.prepare<[], string | null>('SELECT max(id) FROM plans').pluck().get() ?? null;
  const id = nextUlid(draft.createdAt, random, newest);
  const record = { ...draft, id, number: 0, changedAt: draft.createdAt, removedAt: null };
  const { lastInsertRowid } = db.prepare(INSERT_PLAN).run(planRow(record));
  return { ...record, number: Number(lastInsertRowid) };
}

function changePlan(db: Database, plan: PlanRecord, at: number): void {
  db.prepare(`UPDATE plans SET ${SET_PLAN}, ${CHANGED} WHERE id = @id`).run({
    ...planRow(plan),
    at,
  });
}

function removePlan(db: Database, id: string, at: number): void {
  db.prepare(
    `UPDATE plans SET removed_at = @at, ${CHANGED}
     WHERE id = @id AND removed_at IS NULL`,
  ).run({ id, at });
}

const CARD_COLUMNS = `c.key, c.id, c.module, c.siblings, c.stars, m.part, y.state, y.stability, y.difficulty,
  y.last_at, ${buriedSql()},
  coalesce(y.introduced_day = @today, 0)`;

type CardRow = readonly [
  key: number,
  id: string,
  module: number,
  siblings: string | null,
  stars: Stars,
  part: string,
  state: CardState,
  stability: number | null,
  difficulty: number | null,
  lastAt: number | null,
  buried: number,
  introducedToday: number,
];

function cardOf([key, id, module, siblings, stars, part, state, ...row]: CardRow): StoredPlanCard {
  const [stability, difficulty, lastAt, buried, introducedToday] = row;
  return {
    ...{ key, id: cardId(id), module, stars, part },
    siblings: siblings === null ? null : `${module} ${siblings}`,
    inSteps: state === 'learning' || state === 'relearning',
    ...{ stability, difficulty, lastAt },
    buried: buried === 1,
    introducedToday: introducedToday === 1,
  };
}
