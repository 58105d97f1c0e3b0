import { moduleTitle } from '../../app/edit/find-module.js';
import { keptDraft, writeNew } from '../../app/edit/sessions.js';
import * as z from '../../model/schema.js';
import { editorOn } from '../../platform/editor.js';
import { levelOf } from '../../query/difficulty.js';
import { STAR_WORDS } from '../completion/query-candidates.js';
import { defineCommand } from '../contract/command.js';
import { usageError } from '../contract/errors.js';
import { editPorts } from '../shared/edit/ports.js';
import { writeWritten } from '../shared/edit/written.js';
import { hasTerminal } from '../shared/output/interactive.js';
import { storeWithCards } from '../shared/store-with-cards.js';

const names = z._default(z.array(z.string()), []);

export const command = defineCommand({
  name: 'new',
  summary: 'Write a card in $EDITOR. It goes into the module of its title line, or into a new one.',
  arguments: '',
  takesQuery: false,
  options: [
    {
      flags: '--module <module>',
      description: 'module of the card, by number or title (default: Inbox)',
      values: 'module',
    },
    { flags: '--company <name...>', description: 'companies that ask it', values: 'company' },
    {
      flags: '--difficulty <stars>',
      description: 'stars: 1, 2, 3, easy, medium, hard',
      values: STAR_WORDS,
    },
    { flags: '--tag <tag...>', description: 'tags of the card', values: 'tag' },
  ],
  examples: [
    'viva new',
    'viva new --module "KV Cache & Memory" --company Google Meta --difficulty hard',
  ],
  flags: z.object({
    module: z.optional(z.string().check(z.trim(), z.minLength(1, 'must be a module'))),
    company: names,
    difficulty: z._default(z.string(), '2'),
    tag: names,
    json: z._default(z.boolean(), false),
  }),
  async run(context, _args, flags) {
    const stars = levelOf(flags.difficulty);
    if (stars === null) throw usageError('--difficulty must be 1, 2, 3, easy, medium or hard.');
    const store = await storeWithCards(context);
    const ports = editPorts(context, store);
    const kept = keptDraft(null, ports);
    if (kept !== null)
      context.stderr.write(`Continuing with the text kept in ${kept}; empty it to start over.\n`);
    const split = (list: readonly string[]) =>
      list
        .flatMap((each) => each.split(','))
        .map((name) => name.trim())
        .filter(Boolean);
    const module =
      flags.module === undefined ? null : moduleTitle(flags.module, context.moment(), ports);
    const request = { module, stars, companies: split(flags.company), tags: split(flags.tag) };
    const open = await editorOn(context.platform, context.env, hasTerminal(context));
    const written = writeNew(request, open, context.moment(), ports);
    const status = writeWritten(context, written, {
      done: 'added',
      again: 'viva new',
      json: flags.json,
    });
    return status;
  },
});
