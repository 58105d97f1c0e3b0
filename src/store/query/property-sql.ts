import { DAY_MS } from '../../model/moment.js';
import type { NumericProperty, Query } from '../../model/query.js';
import type { Bind, CompileContext } from './context.js';

/**
 * Returns the condition of a comparison. A card that has no such number (a new
 * card has no stability) matches none.
 */
export function propertySql(
  { name, op, value }: Extract<Query, { kind: 'property' }>,
  context: CompileContext,
  bind: Bind,
): string {
  return `coalesce(${expression(name, context, bind)} ${op} ${bind(value)}, 0)`;
}

function expression(name: NumericProperty, context: CompileContext, bind: Bind): string {
  switch (name) {
    case 'interval':
      return "CASE WHEN y.state = 'new' THEN NULL ELSE y.interval_days END";
    case 'stability':
      return 'y.stability';
    case 'difficulty':
      return 'y.difficulty';
    case 'lapses':
      return 'y.lapses';
    case 'reps':
      return 'y.reps';
    case 'due':
      return dueSql(context, bind);
    case 'retrievability':
      return retrievabilitySql(context, bind);
  }
}

/** Days from today to the due day; a learning step counts for the day it falls in. */
function dueSql({ moment }: CompileContext, bind: Bind): string {
  return `CASE WHEN y.due_day IS NOT NULL THEN y.due_day - ${bind(moment.today)}
    ELSE floor((y.due_at - ${bind(moment.dayStart)}) / ${DAY_MS}.0) END`;
}

/** The FSRS-6 forgetting curve, R(t, S) = (1 + factor · t / S)^-decay, as src/schedule/retrievability.ts has it. */
export function retrievabilitySql({ moment, decay }: CompileContext, bind: Bind): string {
  const factor = 0.9 ** (-1 / decay) - 1;
  const days = `max(0, ${bind(moment.now)} - y.last_at) / ${DAY_MS}.0`;
  return `pow(1 + ${bind(factor)} * ${days} / y.stability, ${bind(-decay)})`;
}
