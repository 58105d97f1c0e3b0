import type { PlanRecord } from '../../../app/plan/ports.js';
import { inDays } from '../../../app/plan/status.js';
import type { Store } from '../../../app/ports.js';
import { VivaError } from '../../../model/error.js';
import { NO_TARGET } from '../../../model/plan.js';
import { visibleLine } from '../../../model/text/visible.js';
import { parseQuery } from '../../../query/parse.js';
import { localText } from '../../../schedule/local-time.js';
import type { Context } from '../../contract/context.js';
import { planJson, planReportJson, planState } from '../../render/plan-json.js';
import { renderTable } from '../../render/table.js';
import { writeJson, writeLines } from '../../shared/output/write.js';

/** Shows a plan with its forecast. Returns the exit status. */
export async function showPlan(
  context: Context,
  store: Store,
  plan: PlanRecord,
  flags: { readonly json: boolean },
): Promise<number> {
  // What forecasts and draws is loaded only here.
  const { planReport } = await import('../../../app/plan/report.js');
  const moment = context.moment();
  const report = planReport(plan, moment, await context.config(), context.settings(), store);
  if (flags.json) {
    writeJson(context, planReportJson(report, moment.now));
    return 0;
  }
  const { planReportText } = await import('../../render/plan.js');
  const { columns, colors } = context.stdout;
  writeLines(
    context,
    planReportText(report, context.zone, { width: columns, colors, ascii: context.ascii() }),
  );
  return 0;
}

/** Lists plans: those that stand, or with `all` removed ones too. Returns the exit status. */
export function printPlans(
  context: Context,
  store: Store,
  flags: { readonly json: boolean; readonly all: boolean },
): number {
  const { now, today } = context.moment();
  const plans = flags.all ? store.plans('all') : store.plans();
  const rows = plans.map((plan) => ({ plan, cards: countCards(plan, context, store) }));
  if (flags.json) {
    writeJson(context, {
      plans: rows.map(({ plan, cards }) => ({
        ...planJson(plan, now),
        daysLeft: plan.deadlineDay - today,
        cards,
      })),
    });
  } else writeLines(context, [planTable(rows, context)]);
  return 0;
}

/** Null where the plan's query cannot be read any more. */
function countCards(plan: PlanRecord, context: Context, store: Store): number | null {
  try {
    return store.planCards(parseQuery(plan.query), context.moment()).length;
  } catch (error) {
    if (error instanceof VivaError && error.code === 'query-invalid') return null;
    throw error;
  }
}

function planTable(
  rows: readonly { readonly plan: PlanRecord; readonly cards: number | null }[],
  context: Context,
): string {
  if (rows.length === 0) {
    return 'There is no plan. Try: viva plan add --company NAME --date YYYY-MM-DD';
  }
  const { now, today } = context.moment();
  return renderTable(
    [
      { title: 'plan' },
      { title: 'name', flexible: true },
      { title: 'interview' },
      { title: '' },
      { title: 'cards', align: 'right' },
      { title: 'min', align: 'right' },
      { title: 'target', align: 'right' },
    ],
    rows.map(({ plan, cards }) => {
      const { date, time } = localText(plan.deadlineAt, context.zone);
      const state = planState(plan, now);
      return [
        String(plan.number),
        visibleLine(plan.name),
        `${date} ${time}`,
        state === 'in force' ? inDays(plan.deadlineDay - today) : state,
        cards === null ? '?' : String(cards),
        String(plan.minutesPerDay),
        plan.target < NO_TARGET ? plan.target.toFixed(2) : '',
      ];
    }),
    context.stdout.cutAt,
  );
}
