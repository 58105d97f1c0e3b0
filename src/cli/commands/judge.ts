import { type JudgeRequest, judgeRequest, readJudgement } from '../../app/agent/judgement.js';
import { partsOf } from '../../app/cards/answer.js';
import { oneCard } from '../../app/cards/one-card.js';
import * as z from '../../model/schema.js';
import { visibleLine } from '../../model/text/visible.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { askJudge, languageOf } from '../shared/judge.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { storeWithCards } from '../shared/store-with-cards.js';

const EXAMPLE = {
  question: 'Why is decoding bound by memory?',
  answer: `**In short:** Each step reads all weights to make one token.

**Points:**
- Every token needs all weights once
- Hardly any arithmetic per byte read
- (x) The GPU is too slow at arithmetic`,
};
const EXAMPLE_TYPED =
  'For one token all the weights have to come from memory, and little is computed.';

export const command = defineCommand({
  name: 'judge',
  summary: 'Try out the command that gives a second opinion on typed answers.',
  arguments: '[card]',
  words: ['card'],
  takesQuery: false,
  options: [
    { flags: '--test', description: 'show the request, send it, and show the reply' },
    { flags: '--answer <text>', description: 'the typed answer to send' },
  ],
  examples: ['viva config set judge "claude -p"', 'viva judge --test', 'viva judge 7k2p --test'],
  flags: z.object({
    test: z._default(z.boolean(), false),
    answer: z._default(z.string(), EXAMPLE_TYPED),
    json: z._default(z.boolean(), false),
  }),
  async run(context, [reference], { test, answer, json }) {
    if (!test) throw usageError('viva judge needs --test.', 'Pass --test.');
    const card = reference === undefined ? EXAMPLE : await cardOf(reference, context);
    const request = judgeRequest(card, partsOf(card.answer), answer, languageOf(context.env));
    const { judge } = context.settings();
    if (judge === '') return told(context, request, json);
    if (!json) writeLines(context, [`sent to ${visibleLine(judge)}:`, pretty(request)]);
    const { output } = await askJudge(context.platform, judge, request);
    const text = await output;
    const judgement = readJudgement(text, request.points.length);
    if (json) writeJson(context, { judge, request, judgement });
    else writeLines(context, ['reply:', pretty(judgement)]);
    return 0;
  },
});

async function cardOf(reference: string, context: Context) {
  return oneCard(reference, context.moment(), await storeWithCards(context)).card;
}

function told(context: Context, request: JudgeRequest, json: boolean): number {
  if (json) writeJson(context, { judge: null, request, judgement: null });
  else
    writeLines(context, [
      'No judge is set ("viva config set judge COMMAND"). One would be sent:',
      pretty(request),
    ]);
  return 0;
}

function pretty(value: object): string {
  return JSON.stringify(value, null, 2).split('\n').map(visibleLine).join('\n');
}
