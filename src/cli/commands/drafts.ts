import {
  acceptDraft,
  draftOf,
  dropDraft,
  listDrafts,
  type ProposedCard,
} from '../../app/agent/drafts.js';
import type { EditPorts } from '../../app/edit/ports.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine, visibleText } from '../../model/text/visible.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { editPorts } from '../shared/edit/ports.js';
import { writeJson, writeLines } from '../shared/output/write.js';

const ACTIONS = ['list', 'show', 'accept', 'drop'];

export const command = defineCommand({
  name: 'drafts',
  summary:
    'List, show, accept or drop the cards that agents propose. Accepted cards are scheduled.',
  arguments: '[action] [number...]',
  words: [ACTIONS, []],
  takesQuery: false,
  options: [],
  examples: ['viva drafts', 'viva drafts show 2', 'viva drafts accept 1 2', 'viva drafts drop all'],
  flags: z.object({ json: z._default(z.boolean(), false) }),
  async run(context, [action = 'list', ...words], { json }) {
    const ports = editPorts(context, await context.store());
    if (action === 'list' && words.length === 0) return list(context, ports, json);
    const chosen = chosenOf(words, ports);
    switch (action) {
      case 'show':
        return show(context, chosen, ports, json);
      case 'accept':
        return accept(context, chosen, ports, json);
      case 'drop':
        return drop(context, chosen, ports, json);
      default:
        throw usageError(
          `"${action}" is not an action of viva drafts.`,
          'Use list, show, accept or drop.',
        );
    }
  },
});

function chosenOf(words: readonly string[], ports: EditPorts): number[] {
  if (words.length === 1 && words[0] === 'all')
    return listDrafts(ports).map(({ number }) => number);
  const numbers = words.map(Number);
  if (numbers.length > 0 && numbers.every((number) => Number.isInteger(number) && number > 0)) {
    return [...new Set(numbers)];
  }
  throw usageError('No draft was named.', 'Give their numbers, or "all".');
}

function list(context: Context, ports: EditPorts, json: boolean): number {
  const drafts = listDrafts(ports);
  if (json) writeJson(context, { drafts });
  else if (drafts.length === 0) writeLines(context, ['No drafts: no agent has proposed a card.']);
  else {
    const lines = drafts.map(
      (draft) => `${String(draft.number).padStart(4)}  ${questionOf(draft)}`,
    );
    writeLines(context, [...lines, 'To make a card of one: viva drafts accept NUMBER']);
  }
  return 0;
}

function show(
  context: Context,
  chosen: readonly number[],
  ports: EditPorts,
  json: boolean,
): number {
  const drafts = chosen.map((number) => draftOf(number, ports));
  if (json) writeJson(context, { drafts });
  else
    writeLines(
      context,
      drafts.map(({ text }) => visibleText(text.trimEnd())),
    );
  return 0;
}

function accept(
  context: Context,
  chosen: readonly number[],
  ports: EditPorts,
  json: boolean,
): number {
  const accepted = chosen.map((number) => {
    const { module, file } = acceptDraft(number, context.moment(), ports);
    return { number, module, file };
  });
  if (json) writeJson(context, { accepted });
  else
    writeLines(
      context,
      accepted.map(
        ({ number, module }) => `Draft ${number} is now a card of "${visibleLine(module)}".`,
      ),
    );
  return 0;
}

function drop(
  context: Context,
  chosen: readonly number[],
  ports: EditPorts,
  json: boolean,
): number {
  for (const number of chosen) dropDraft(number, ports);
  if (json) writeJson(context, { dropped: chosen });
  else writeLines(context, [`${counted(chosen.length, 'draft')} dropped.`]);
  return 0;
}

function questionOf({ text }: ProposedCard): string {
  return visibleLine(/^\*\*Q:\*\* (.*)$/m.exec(text)?.[1] ?? '').slice(0, 70);
}
