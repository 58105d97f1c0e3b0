import type { Moment, Zone } from '../../model/moment.js';
import { DEFAULT_MINUTES_PER_DAY, NO_TARGET, planSchema } from '../../model/plan.js';
import type { Query } from '../../model/query.js';
import * as z from '../../model/schema.js';
import { requirementOf } from '../../model/text/requirement.js';
import { visibleLine } from '../../model/text/visible.js';
import { foldName } from '../../query/fold-name.js';
import { formatQuery } from '../../query/format.js';
import type { Cards } from '../cards/ports.js';
import { cardsForPlan } from './cards.js';
import type { PlanDraft, PlanRecord, Plans } from './ports.js';
import { findPlan } from './reference.js';
import { deadlineFrom, planInvalid } from './times.js';

/** What a person says of a plan; what is left out stays, or is the default. */
export interface PlanWish {
  readonly name?: string | undefined;
  readonly query?: Query | undefined;
  /** YYYY-MM-DD */
  readonly date?: string | undefined;
  /** HH:MM, local time. */
  readonly time?: string | undefined;
  /** Minutes a day. */
  readonly minutes?: number | undefined;
  /** 0..1 */
  readonly target?: number | undefined;
}

export interface PlanPorts {
  readonly store: Plans & Pick<Cards, 'names'>;
  readonly zone: Zone;
  /** The moment at an instant (ms since 1970), or now. */
  readonly moment: (at?: number) => Moment;
}

/** Adds a plan. Throws `plan-invalid` for what cannot be, and `plan-empty` without a card. */
export function addPlan(wish: PlanWish, ports: PlanPorts): PlanRecord {
  const { store, moment, zone } = ports;
  const query = wish.query ?? { kind: 'all' };
  const draft: PlanDraft = {
    name: wish.name ?? nameFor(query, store),
    query: formatQuery(query),
    ...deadlineFrom(wish, null, moment, zone),
    minutesPerDay: wish.minutes ?? DEFAULT_MINUTES_PER_DAY,
    target: wish.target ?? NO_TARGET,
    createdAt: moment().now,
  };
  cardsForPlan(query, moment(), store);
  return store.addPlan({ ...draft, ...checked(draft) });
}

/** Changes what is said of a plan, and nothing else. Throws as `addPlan` and `findPlan` do. */
export function editPlan(reference: string, wish: PlanWish, ports: PlanPorts): PlanRecord {
  const { store, moment, zone } = ports;
  const plan = findPlan(reference, store.plans());
  const moved = wish.date !== undefined || wish.time !== undefined;
  if (wish.query !== undefined) cardsForPlan(wish.query, moment(), store);
  const changed: PlanRecord = {
    ...plan,
    ...(wish.name !== undefined && { name: wish.name }),
    ...(wish.query !== undefined && { query: formatQuery(wish.query) }),
    ...(moved && deadlineFrom(wish, plan.deadlineAt, moment, zone)),
    ...(wish.minutes !== undefined && { minutesPerDay: wish.minutes }),
    ...(wish.target !== undefined && { target: wish.target }),
  };
  const record = { ...changed, ...checked(changed) };
  store.changePlan(record, moment().now);
  return record;
}

/** Removes a plan; it is kept, marked. Its cards and their reviews stay as they are. */
export function removePlan(reference: string, { store, moment }: PlanPorts): PlanRecord {
  const plan = findPlan(reference, store.plans());
  const at = moment().now;
  store.removePlan(plan, at);
  return { ...plan, removedAt: at };
}

/** Holds a plan against its schema; returns the name without blanks around it. */
function checked({ name, query, minutesPerDay, target }: PlanDraft): { name: string } {
  const shape = z.pick(planSchema, { name: true, query: true, minutesPerDay: true, target: true });
  const result = shape.safeParse({ name, query, minutesPerDay, target });
  if (result.success) return { name: result.data.name };
  const [issue] = result.error.issues;
  throw planInvalid(
    `The plan's ${String(issue?.path[0] ?? 'text')} ${issue ? requirementOf(issue) : 'is not valid'}.`,
    'Nothing was changed. See "viva plan --help".',
  );
}

/** Its companies, else its query as it is typed. */
function nameFor(query: Query, store: Pick<Cards, 'names'>): string {
  const companies = companiesIn(query);
  const known = companies.length === 0 ? [] : store.names('company');
  const names = companies.map(
    (typed) => known.find(({ name }) => foldName(name) === foldName(typed))?.name ?? typed,
  );
  const text = names.length > 0 ? names.join(', ') : formatQuery(query) || 'Everything';
  return visibleLine(text).slice(0, 80);
}

function companiesIn(query: Query): string[] {
  if (query.kind === 'company') return [query.name];
  if (query.kind === 'and' || query.kind === 'or') return query.terms.flatMap(companiesIn);
  return [];
}
