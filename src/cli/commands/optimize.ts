import { optimize } from '../../app/memory/optimize.js';
import { putInForce, trainedSets } from '../../app/memory/parameter-choice.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { optimizationJson, optimizationText } from '../render/optimization.js';
import { setsJson, setsText } from '../render/parameter-sets.js';
import { createProgress } from '../render/training-progress.js';
import { wholeNumberFlag } from '../shared/number-flags.js';
import { writeJson, writeLines } from '../shared/output/write.js';

const flags = z.object({
  dryRun: z._default(z.boolean(), false),
  reschedule: z._default(z.boolean(), false),
  list: z._default(z.boolean(), false),
  workload: z._default(z.boolean(), false),
  use: z.optional(
    z.union([z.literal('default'), wholeNumberFlag(1)], 'must be a number or "default"'),
  ),
  json: z._default(z.boolean(), false),
});
type Flags = z.infer<typeof flags>;

export const command = defineCommand({
  name: 'optimize',
  summary: 'Fit the FSRS parameters to your reviews.',
  arguments: '',
  takesQuery: false,
  options: [
    { flags: '--dry-run', description: 'only show what would be applied' },
    {
      flags: '--reschedule',
      description: 'apply the parameters to past reviews, too; due days change',
    },
    {
      flags: '--workload',
      description: 'show the cost and benefit of each desired retention',
    },
    { flags: '--list', description: 'list all parameter sets used so far' },
    {
      flags: '--use <number>',
      description: 'apply an earlier set again, or "default"',
      values: 'parameters',
    },
  ],
  examples: [
    'viva optimize',
    'viva optimize --dry-run',
    'viva optimize --list',
    'viva optimize --workload',
    'viva optimize --use default --reschedule',
  ],
  flags,
  async run(context, _, flags) {
    refuseBoth(flags);
    if (flags.list) return list(context, flags);
    if (flags.workload) return workload(context, flags);
    if (flags.use !== undefined) return choose(context, flags.use, flags);
    return train(context, flags);
  },
});

function refuseBoth({ list, workload, use, dryRun, reschedule }: Flags): void {
  const only = list
    ? '--list cannot be combined with other options.'
    : '--workload cannot be combined with other options.';
  if ((list || workload) && (use !== undefined || dryRun || reschedule || (list && workload))) {
    throw usageError(only, 'Leave them out.');
  }
  if (dryRun && use !== undefined) {
    throw usageError('--use has no dry run.', 'Leave --dry-run out.');
  }
}

async function list(context: Context, { json }: Flags): Promise<number> {
  const found = trainedSets(await context.store());
  if (json) writeJson(context, setsJson(found));
  else writeLines(context, setsText(found, context));
  return 0;
}

async function workload(context: Context, { json }: Flags): Promise<number> {
  const { computeWorkload } = await import('../../app/memory/workload.js');
  const { workloadJson, workloadText } = await import('../render/workload.js');
  const report = computeWorkload(context.moment(), await context.store());
  const { retention } = context.settings();
  if (json) writeJson(context, workloadJson(report, retention));
  else {
    const look = { stdout: context.stdout, ascii: context.ascii() };
    writeLines(context, workloadText(report, retention, look));
  }
  return 0;
}

async function choose(
  context: Context,
  choice: number | 'default',
  { reschedule, json }: Flags,
): Promise<number> {
  const changed = putInForce(choice, reschedule, context.moment(), await context.store());
  if (json) writeJson(context, { inForce: choice, changed });
  else {
    const name = choice === 'default' ? 'The default parameters are' : `Set ${choice} is`;
    writeLines(context, [`${name} in force. ${consequence(reschedule, changed)}`]);
  }
  return 0;
}

/** What a new set does to the cards. */
function consequence(reschedule: boolean, changed: number): string {
  if (!reschedule) return 'Cards use them from their next review on.';
  return `Past reviews were recalculated with them: ${counted(changed, 'card')} changed.`;
}

async function train(context: Context, { dryRun, reschedule, json }: Flags): Promise<number> {
  const store = await context.store();
  const loaded = await context.trainer();
  const progress = createProgress(context);
  const done = await optimize(
    {
      moment: context.moment(),
      relearningSteps: context.settings().relearningSteps.length,
      dryRun,
      reschedule,
      trainer: loaded.trainer,
      onTraining: progress.show,
    },
    store,
  ).finally(progress.clear);
  const note = loaded.trainer === null ? loaded.why : null;
  if (json) {
    writeJson(context, optimizationJson(done, { dryRun, trainerMissing: note }));
    return 0;
  }
  const number = trainedSets(store).sets.length;
  const after =
    done.adopted === null ? null : { number, what: consequence(reschedule, done.changed) };
  writeLines(context, optimizationText(done, after, dryRun));
  if (note !== null) context.stderr.write(`${trainerNote(note)}\n`);
  return 0;
}

function trainerNote(why: string): string {
  return `viva: only the four initial stabilities were fitted: the trainer of all 21 weights cannot be loaded (${why}).
To have it, install @open-spaced-repetition/binding beside viva: npm install -g @open-spaced-repetition/binding`;
}
