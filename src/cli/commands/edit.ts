import { applyPlan, readAgain } from '../../app/edit/apply.js';
import { planChoice } from '../../app/edit/edit-cards.js';
import { editCards, keptDraft } from '../../app/edit/sessions.js';
import { counted } from '../../model/counted.js';
import { VivaError } from '../../model/error.js';
import * as z from '../../model/schema.js';
import { openInEditor } from '../../platform/editor.js';
import { defineCommand } from '../contract/command.js';
import { usageError } from '../contract/errors.js';
import { editPorts } from '../shared/edit-ports.js';
import { planJson, writePlan } from '../shared/plan-of-change.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';
import { writeJson, writeLines } from '../shared/write.js';
import { writeWritten } from '../shared/written.js';

export const command = defineCommand({
  name: 'edit',
  summary:
    'Change the text of cards in $EDITOR. Over sources that are not yours, your text survives updates.',
  arguments: '[query...]',
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    {
      flags: '--keep <which>',
      description: 'where you and the source changed a card: keep mine, or the source',
      values: ['mine', 'source'],
    },
    {
      flags: '--dry-run',
      description: 'with --keep: show the change as a diff, and write nothing',
    },
  ],
  examples: [
    'viva edit 7k2p',
    'viva edit module:22 is:flagged',
    'viva edit 7k2p --keep source   # drop your own text of it',
  ],
  flags: z.extend(queryFlags, {
    keep: z.optional(z.enum(['mine', 'source'])),
    dryRun: z._default(z.boolean(), false),
    json: z._default(z.boolean(), false),
  }),
  async run(context, words, flags) {
    const { keep, dryRun, json, ...given } = flags;
    const store = await context.store();
    const ports = editPorts(context, store);
    const moment = context.moment();
    const query = queryFrom(words, given, store, moment);
    if (query.kind === 'all')
      throw usageError('Say which card to edit.', 'Such as viva edit 7k2p.');
    if (dryRun && keep === undefined)
      throw usageError('--dry-run goes with --keep alone: in the editor, leave the text as it is.');
    const records = store.find(query, moment);
    if (records.length === 0) {
      throw new VivaError('card-unknown', 'No card matches.', 'See the ids with "viva list".');
    }
    if (keep === undefined) {
      const kept = keptDraft(
        records.map(({ card }) => card.id),
        ports,
      );
      if (kept !== null) context.stderr.write(`Going on with the text that was kept in ${kept}.\n`);
      const open = (path: string, line: number) => openInEditor(context.env, path, line);
      const written = editCards(records, open, moment, ports);
      return writeWritten(context, written, {
        done: 'changed',
        again: `viva edit ${words.join(' ')}`,
        json,
      });
    }
    for (const name of new Set(records.map(({ card }) => card.module.collection)))
      readAgain(name, ports);
    const plan = planChoice(store.find(query, moment), keep, ports);
    if (!dryRun)
      applyPlan(plan, `keeping ${keep === 'mine' ? 'your' : "the source's"} text`, ports);
    if (json) writeJson(context, { ...planJson(plan), dryRun });
    else if (dryRun) writePlan(context, plan);
    else
      writeLines(context, [
        plan.cards === 0
          ? 'Nothing was changed: none of them has an edit of yours over its source.'
          : `${counted(plan.cards, 'card')} settled.`,
      ]);
    return 0;
  },
});
