import {
  addPlan,
  editPlan,
  type PlanPorts,
  type PlanWish,
  removePlan,
} from '../../app/plan/plans.js';
import type { PlanRecord } from '../../app/plan/ports.js';
import { findPlan } from '../../app/plan/reference.js';
import type { Store } from '../../app/ports.js';
import * as z from '../../model/schema.js';
import { visibleLine } from '../../model/text/visible.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { planJson } from '../render/plan-json.js';
import { numberFlag } from '../shared/number-flags.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';
import { storeWithCards } from '../shared/store-with-cards.js';
import { printPlans, showPlan } from './plan/output.js';

const target = z.pipe(
  z.pipe(
    z.string().check(z.regex(/^(0?\.\d+|\d\d?%)$/, 'must be a recall such as 0.95 or 95%')),
    z.transform((text) => (text.endsWith('%') ? Number.parseInt(text, 10) / 100 : Number(text))),
  ),
  z.number().check(z.minimum(0.5), z.maximum(0.99)),
);

const flags = z.extend(queryFlags, {
  date: z.optional(z.string()),
  time: z.optional(z.string()),
  name: z.optional(
    z
      .string()
      .check(
        z.trim(),
        z.minLength(1, 'must not be empty'),
        z.maxLength(80, 'must be at most 80 characters'),
      ),
  ),
  query: z.optional(z.string()),
  minutes: z.optional(
    numberFlag().check(z.int('must be whole minutes'), z.minimum(1), z.maximum(1440)),
  ),
  target: z.optional(target),
  all: z._default(z.boolean(), false),
  json: z._default(z.boolean(), false),
});
type Flags = z.infer<typeof flags>;

const ACTIONS = ['add', 'list', 'show', 'edit', 'remove'];
/** The actions after which a plan is named. */
const NAMING = ['show', 'edit', 'remove'];

export const command = defineCommand({
  name: 'plan',
  summary:
    'Plan for an interview: add, list, show, edit, remove. The review then picks the cards that raise recall most by that day.',
  arguments: '[action] [words...]',
  words: ([action]) => (NAMING.includes(action ?? '') ? [ACTIONS, 'plan'] : [ACTIONS]),
  takesQuery: true,
  options: [
    { flags: '--date <date>', description: 'day of the interview, YYYY-MM-DD' },
    { flags: '--time <time>', description: 'local time of the interview, HH:MM (default 10:00)' },
    { flags: '--name <name>', description: 'name of the plan (default: its companies)' },
    { flags: '--minutes <n>', description: 'minutes a day (default 30)' },
    {
      flags: '--target <recall>',
      description: 'stop at this recall, such as 0.9 or 90% (default 0.99: never)',
    },
    ...QUERY_OPTIONS,
    { flags: '--query <text>', description: 'the cards, as a query; for plan edit' },
    { flags: '--all', description: 'list removed plans too' },
  ],
  examples: [
    'viva plan add --company Anthropic --date 2026-12-14 --time 10:00 --minutes 40',
    'viva plan add part:Inference difficulty:2..3 --date 2026-12-14 --name Onsite --target 0.9',
    'viva plan list',
    'viva plan show Anthropic',
    'viva plan edit Anthropic --minutes 50',
    'viva plan remove 1',
  ],
  flags,
  async run(context, [action = 'list', ...words], flags) {
    const store = await storeWithCards(context);
    switch (action) {
      case 'add':
        return showPlan(context, store, add(context, store, words, flags), flags);
      case 'list':
        return printPlans(context, store, flags);
      case 'show':
        return showPlan(
          context,
          store,
          findPlan(words.join(' '), shown(context, store, words)),
          flags,
        );
      case 'edit':
        return showPlan(context, store, edit(context, store, words, flags), flags);
      case 'remove':
        return remove(context, store, words, flags);
      default:
        throw usageError(
          `"${action}" is not an action of viva plan.`,
          'Use add, list, show, edit or remove.',
        );
    }
  },
});

function add(context: Context, store: Store, words: readonly string[], flags: Flags): PlanRecord {
  const text = flags.query === undefined ? words : [...words, flags.query];
  const query = queryFrom(text, flags, store, context.moment());
  return addPlan({ ...wishOf(flags), query }, ports(context, store));
}

function edit(context: Context, store: Store, words: readonly string[], flags: Flags): PlanRecord {
  const asksCards = Object.keys(queryFlags.shape).some((name) => name in flags);
  const query =
    flags.query !== undefined || asksCards
      ? queryFrom(flags.query === undefined ? [] : [flags.query], flags, store, context.moment())
      : undefined;
  const wish = { ...wishOf(flags), query };
  if (Object.values(wish).every((value) => value === undefined)) {
    throw usageError(
      'Nothing to change.',
      'Use --date, --time, --name, --minutes, --target or --query.',
    );
  }
  return editPlan(referenceIn(words, 'edit'), wish, ports(context, store));
}

function remove(context: Context, store: Store, words: readonly string[], flags: Flags): number {
  const plan = removePlan(referenceIn(words, 'remove'), ports(context, store));
  if (flags.json) writeJson(context, { removed: planJson(plan, context.now()) });
  else {
    writeLines(context, [
      `Plan ${plan.number} (${visibleLine(plan.name)}) was removed; its cards return to the normal schedule.`,
    ]);
  }
  return 0;
}

/** With nothing named, the plans in force are meant. */
function shown(context: Context, store: Store, words: readonly string[]): PlanRecord[] {
  const plans = store.plans();
  const ahead = plans.filter(({ deadlineAt }) => deadlineAt > context.now());
  return words.length === 0 && ahead.length > 0 ? ahead : plans;
}

function referenceIn(words: readonly string[], action: string): string {
  if (words.length > 0) return words.join(' ');
  throw usageError(`Name the plan to ${action}.`, 'See "viva plan list".');
}

function wishOf({ name, date, time, minutes, target }: Flags): PlanWish {
  return { name, date, time, minutes, target };
}

function ports(context: Context, store: Store): PlanPorts {
  return { store, zone: context.zone, moment: (at) => context.moment(at) };
}
