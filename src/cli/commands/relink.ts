import { relinkCards } from '../../app/cards/relink.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { defineCommand } from '../contract/command.js';
import { cardJson } from '../render/card-json.js';
import { writeJson, writeLines } from '../shared/output/write.js';

export const command = defineCommand({
  name: 'relink',
  summary: 'Give a new card the history of a retired one, where an import could not tell.',
  arguments: '<old> <new>',
  words: ['card'],
  takesQuery: false,
  options: [],
  examples: ['viva relink 7k2p 9mwd'],
  flags: z.object({ json: z._default(z.boolean(), false) }),
  async run(context, [old = '', fresh = ''], flags) {
    const store = await context.store();
    const record = relinkCards(old, fresh, context.moment(), store);
    if (flags.json) writeJson(context, { card: cardJson(record, context) });
    else
      writeLines(context, [
        `Joined: ${record.card.id} goes on with ${counted(record.memory.reps, 'review')}.`,
      ]);
    return 0;
  },
});
