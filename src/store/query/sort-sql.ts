import type { SortKey } from '../../model/card-sort.js';
import { DAY_MS } from '../../model/moment.js';
import { dueDaySql } from '../file/due-day.js';
import { MODULE_ORDER } from '../tables/card-record.js';
import type { Bind, CompileContext } from './context.js';
import { retrievabilitySql } from './property-sql.js';

/** An order of cards in SQL. */
export interface SortSql {
  /** What follows ORDER BY, over the aliases of every query over cards. */
  readonly orderBy: string;
  /** Does it look at `memory y` alone? */
  readonly ofMemory: boolean;
}

/**
 * Returns the order of every sort but `random`: those first that ask for attention. Cards that
 * have no such figure come last, in the order in which new ones are drawn.
 */
export function sortSql(
  by: Exclude<SortKey, 'random'>,
  context: CompileContext,
  bind: Bind,
): SortSql {
  switch (by) {
    case 'due':
      return ofMemory(`y.suspended, ${dueInstantSql(context, bind)} NULLS LAST, y.rank`);
    case 'recall':
      return ofMemory(`${retrievabilitySql(context, bind)} NULLS LAST, y.rank`);
    case 'lapses':
      return ofMemory('y.lapses DESC, y.reps DESC, y.rank');
    case 'added':
      return { orderBy: 'c.added_at DESC, c.key DESC', ofMemory: false };
    case 'module':
      return { orderBy: `${MODULE_ORDER}, c.ordinal, c.key`, ofMemory: false };
  }
}

function ofMemory(orderBy: string): SortSql {
  return { orderBy: `${orderBy}, y.card`, ofMemory: true };
}

/** The instant at which a card is due, ms since 1970; one in review at the beginning of its day. */
function dueInstantSql({ moment }: CompileContext, bind: Bind): string {
  const day = dueDaySql('y', moment.breaks ?? []);
  const start = bind(moment.dayStart);
  return `CASE WHEN y.due_day IS NULL THEN y.due_at
    ELSE ${start} + (${day} - ${bind(moment.today)}) * ${DAY_MS} END`;
}
