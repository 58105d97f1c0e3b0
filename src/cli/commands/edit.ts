import type { CardRecord } from '../../app/cards/ports.js';
import { applyPlan, readAgain } from '../../app/edit/apply.js';
import { planChoice } from '../../app/edit/edit-cards.js';
import type { EditPorts } from '../../app/edit/ports.js';
import { type EditOutcome, editCards, keptDraft } from '../../app/edit/sessions.js';
import type { ChangePlan } from '../../app/edit/workspace.js';
import { VivaError } from '../../model/error.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { editorOn } from '../../platform/editor.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { changeJson, writePlan } from '../shared/edit/plan-of-change.js';
import { editPorts } from '../shared/edit/ports.js';
import { writeWritten } from '../shared/edit/written.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';
import { storeWithCards } from '../shared/store-with-cards.js';

export const command = defineCommand({
  name: 'edit',
  summary: 'Edit cards in $EDITOR. Edits of cards whose source is not yours survive updates.',
  arguments: '[query...]',
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    {
      flags: '--keep <which>',
      description: 'mine or source: the text to keep where both you and the source changed a card',
      values: ['mine', 'source'],
    },
    {
      flags: '--dry-run',
      description: 'with --keep: show the change as a diff without writing it',
    },
  ],
  examples: [
    'viva edit 7k2p',
    'viva edit module:22 is:flagged',
    'viva edit 7k2p --keep source   # discard your own text',
  ],
  flags: z.extend(queryFlags, {
    keep: z.optional(z.enum(['mine', 'source'])),
    dryRun: z._default(z.boolean(), false),
    json: z._default(z.boolean(), false),
  }),
  async run(context, words, flags) {
    const { keep, dryRun, json, ...given } = flags;
    const store = await storeWithCards(context);
    const find = () => {
      const query = queryFrom(words, given, store, context.moment());
      if (query.kind === 'all') {
        throw usageError('No card was named.', 'For example: viva edit 7k2p.');
      }
      return store.find(query, context.moment());
    };
    const records = find();
    if (records.length === 0) {
      throw new VivaError('card-unknown', 'No card matches.', 'See the ids with "viva list".');
    }
    const ports = editPorts(context, store);
    if (keep === undefined) {
      if (dryRun) throw usageError('--dry-run needs --keep.');
      const again = `viva edit ${words.join(' ')}`;
      return writeWritten(context, await edited(records, context, ports), {
        done: 'changed',
        again,
        json,
      });
    }
    const collections = new Set(records.map(({ card }) => card.module.collection));
    if (!dryRun) for (const name of collections) readAgain(name, ports);
    const plan = planChoice(find(), keep, ports);
    if (!dryRun)
      applyPlan(plan, `keeping ${keep === 'mine' ? 'your' : "the source's"} text`, ports);
    if (json) writeJson(context, { ...changeJson(plan), dryRun });
    else if (dryRun) writePlan(context, plan);
    else writeLines(context, [settledText(plan)]);
    return 0;
  },
});

async function edited(
  records: readonly CardRecord[],
  context: Context,
  ports: EditPorts,
): Promise<EditOutcome> {
  const ids = records.map(({ card }) => card.id);
  const kept = keptDraft(ids, ports);
  if (kept !== null) context.stderr.write(`Continuing with the text kept in ${kept}.\n`);
  const open = await editorOn(context.platform, context.env);
  return editCards(records, open, context.moment(), ports);
}

function settledText({ cards }: ChangePlan): string {
  if (cards > 0) return `${counted(cards, 'card')} settled.`;
  return 'Nothing was changed: none of these cards has an edit of yours.';
}
