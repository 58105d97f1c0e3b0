import { agentDevice, undoAll } from '../../app/agent/device.js';
import { undoChange } from '../../app/edit/undo-change.js';
import { undoLast } from '../../app/review/undo.js';
import { VivaError } from '../../model/error.js';
import type { JournalEvent } from '../../model/event.js';
import { RATING_NAMES } from '../../model/rating.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { truncate } from '../../tui/components/text.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { historyJson } from '../render/history-json.js';
import { editPorts } from '../shared/edit/ports.js';
import { writeJson, writeLines } from '../shared/output/write.js';

export const command = defineCommand({
  name: 'undo',
  summary: 'Undo the latest rating or change, over all its cards and files. May be repeated.',
  arguments: '',
  takesQuery: false,
  options: [
    {
      flags: '--agent <name>',
      description: 'undo all ratings that this agent made through viva mcp',
    },
  ],
  examples: ['viva undo', 'viva undo --agent claude-code'],
  flags: z.object({
    agent: z.optional(z.string().check(z.minLength(1, 'must be the name of an agent'))),
    json: z._default(z.boolean(), false),
  }),
  async run(context, _args, flags) {
    if (flags.agent !== undefined) return undoAgent(context, flags.agent, flags.json);
    const store = await context.store();
    const change = undoChange(store.newestAt(), editPorts(context, store));
    if (change !== null) {
      const { what, files } = change;
      if (flags.json) writeJson(context, { undone: { kind: 'files', what, files }, others: [] });
      else
        writeLines(context, [`Undone: ${what}`, ...files.map((file) => `  ${visibleLine(file)}`)]);
      return 0;
    }
    const { events, first, record } = undoLast(context.moment(), store);
    if (flags.json) {
      const [undone, ...others] = events.map((event) => historyJson({ event, undone: true }));
      writeJson(context, { undone, others });
      return 0;
    }
    const question = record === null ? '' : `: ${truncate(visibleLine(record.card.question), 60)}`;
    const of = events.length === 1 ? `${first.card}${question}` : counted(events.length, 'card');
    writeLines(context, [`Undone: ${what(first)} of ${of}`]);
    return 0;
  },
});

/** Takes back all that an agent did. Returns the exit status. */
async function undoAgent(context: Context, name: string, json: boolean): Promise<number> {
  const device = agentDevice(name);
  const undone = undoAll(await context.storeOf(device), context.moment());
  if (undone.length === 0) {
    throw new VivaError(
      'nothing-to-undo',
      `There is nothing of ${device} to undo.`,
      'Nothing was changed.',
    );
  }
  if (json) {
    const [first, ...others] = undone.map((event) => historyJson({ event, undone: true }));
    writeJson(context, { undone: first, others });
  } else writeLines(context, [`Undone: ${counted(undone.length, 'rating')} of ${device}`]);
  return 0;
}

function what(event: JournalEvent): string {
  return event.kind === 'review' ? `the rating ${RATING_NAMES[event.rating]}` : `"${event.kind}"`;
}
