import { oneCard } from '../../app/cards/one-card.js';
import { readAnswerParts } from '../../deck/read/answer-parts.js';
import * as z from '../../model/schema.js';
import type { PastText } from '../../model/sync-records.js';
import { defineCommand } from '../contract/command.js';
import { cardJson } from '../render/card-json.js';
import { historyJson } from '../render/history-json.js';
import { showText } from '../render/show.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { storeWithCards } from '../shared/store-with-cards.js';

export const command = defineCommand({
  name: 'show',
  summary: 'One card with its memory and history.',
  arguments: '<card>',
  words: ['card'],
  takesQuery: false,
  options: [],
  examples: ['viva show 7k2p', 'viva show "kv cache size"', 'viva show 7k2p --json'],
  flags: z.object({ json: z._default(z.boolean(), false) }),
  async run(context, [reference = ''], flags) {
    const store = await storeWithCards(context);
    const moment = context.moment();
    const record = oneCard(reference, moment, store);
    const history = store.history(record.card.id);
    const texts = store.pastTexts(record.card.id);
    if (flags.json) {
      const { file, line } = record.card;
      writeJson(context, {
        card: { ...cardJson(record, context), parts: readAnswerParts(record.card.answer) },
        place: { file, line },
        history: history.map(historyJson),
        texts: texts.map(textJson),
      });
    } else {
      writeLines(context, await showText(record, { history, texts }, moment, context));
    }
    return 0;
  },
});

function textJson({ changedAt, question, answer }: PastText): object {
  return { changedAt: new Date(changedAt).toISOString(), question, answer };
}
