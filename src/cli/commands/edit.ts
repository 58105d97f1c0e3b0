import { noCardMatches } from '../../app/cards/no-match.js';
import type { CardRecord } from '../../app/cards/ports.js';
import { applyPlan, readAgain } from '../../app/edit/apply.js';
import { planChoice } from '../../app/edit/cards.js';
import type { EditPorts } from '../../app/edit/ports.js';
import { editCards, keptDraft, type OpenEditor, tryEdit } from '../../app/edit/sessions.js';
import type { ChangePlan } from '../../app/edit/workspace.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { editorOn } from '../../platform/editor.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { changeJson, writePlan } from '../shared/edit/plan-of-change.js';
import { editPorts } from '../shared/edit/ports.js';
import { writeWritten } from '../shared/edit/written.js';
import { hasTerminal } from '../shared/output/interactive.js';
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
      description:
        'show the change as a diff without writing it; your text is kept for the next edit',
    },
  ],
  examples: [
    'viva edit 7k2p',
    'viva edit module:22 is:flagged',
    'viva edit 7k2p --dry-run       # show what the files would become',
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
      const found = store.find(query, context.moment());
      if (found.length === 0) throw noCardMatches(query, context.moment(), store);
      return found;
    };
    const records = find();
    const ports = editPorts(context, store);
    const how = { dryRun, json };
    if (keep === undefined)
      return edit(records, `viva edit ${words.join(' ')}`, context, ports, how);
    const collections = new Set(records.map(({ card }) => card.module.collection));
    if (!dryRun) for (const name of collections) readAgain(name, ports);
    settle(planChoice(find(), keep, ports), keep, context, ports, how);
    return 0;
  },
});

interface How {
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Goes through the editor; `again` is the command that goes on with a text that was kept. */
async function edit(
  records: readonly CardRecord[],
  again: string,
  context: Context,
  ports: EditPorts,
  { dryRun, json }: How,
): Promise<number> {
  const open = await editorFor(records, context, ports);
  const written = dryRun
    ? tryEdit(records, open, ports)
    : editCards(records, open, context.moment(), ports);
  if (written.kind !== 'planned')
    return writeWritten(context, written, { done: 'changed', again, json });
  if (json) writeJson(context, { ...changeJson(written.plan), dryRun });
  else writePlan(context, written.plan);
  context.stderr.write(`Your text is kept: "${again}" continues with it.\n`);
  return 0;
}

/** Keeps one of two texts of cards. */
function settle(
  plan: ChangePlan,
  keep: 'mine' | 'source',
  context: Context,
  ports: EditPorts,
  { dryRun, json }: How,
): void {
  if (!dryRun) applyPlan(plan, `keeping ${keep === 'mine' ? 'your' : "the source's"} text`, ports);
  if (json) writeJson(context, { ...changeJson(plan), dryRun });
  else if (dryRun) writePlan(context, plan);
  else writeLines(context, [settledText(plan)]);
}

/** Returns the person's editor, and says where they go on with a text that was kept. */
async function editorFor(
  records: readonly CardRecord[],
  context: Context,
  ports: EditPorts,
): Promise<OpenEditor> {
  const ids = records.map(({ card }) => card.id);
  const kept = keptDraft(ids, ports);
  if (kept !== null) context.stderr.write(`Continuing with the text kept in ${kept}.\n`);
  return editorOn(context.platform, context.env, hasTerminal(context));
}

function settledText({ cards }: ChangePlan): string {
  if (cards > 0) return `${counted(cards, 'card')} settled.`;
  return 'Nothing was changed: none of these cards has an edit of yours.';
}
