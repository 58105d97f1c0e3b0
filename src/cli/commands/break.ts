import {
  breakEffect,
  current,
  readBreak,
  withBreak,
  withoutBreak,
} from '../../app/review/breaks.js';
import * as z from '../../model/schema.js';
import type { BreakDays } from '../../model/settings.js';
import { checkSettings, readRawSettings, writeRawSettings } from '../../platform/settings-file.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { renderTable } from '../render/table.js';
import { writeJson, writeLines } from '../shared/output/write.js';

export const command = defineCommand({
  name: 'break',
  summary: 'Days off: reviews due in them move before and after. "break remove" cancels one.',
  arguments: '[days] [removed]',
  words: ([what]) => [['list', 'remove'], what === 'remove' ? 'break' : []],
  takesQuery: false,
  options: [],
  examples: [
    'viva break 2026-12-24..2027-01-02',
    'viva break list',
    'viva break remove 2026-12-24',
  ],
  flags: z.object({ json: z._default(z.boolean(), false) }),
  async run(context, [what = 'list', removed], { json }) {
    if (what === 'list') return list(context, json);
    if (what === 'remove') return remove(context, removed, json);
    return add(context, what, json);
  },
});

async function list(context: Context, json: boolean): Promise<number> {
  const settings = context.settings();
  const moment = context.moment();
  const store = await context.store();
  const effects = current(settings.breaks, moment.today).map((each) =>
    breakEffect(each, settings, moment, store),
  );
  if (json) writeJson(context, { breaks: effects });
  else if (effects.length === 0) writeLines(context, ['No break is planned.']);
  else {
    const rows = effects.map(({ from, to, before, after }) => [
      from,
      to,
      String(before),
      String(after),
    ]);
    const columns = [
      { title: 'first day' },
      { title: 'last day' },
      { title: 'reviews before', align: 'right' as const },
      { title: 'after', align: 'right' as const },
    ];
    writeLines(context, [renderTable(columns, rows, context.stdout.cutAt)]);
  }
  return 0;
}

async function add(context: Context, text: string, json: boolean): Promise<number> {
  const moment = context.moment();
  const added = readBreak(text, moment.today);
  const settings = write(context, (breaks) => withBreak(breaks, added, moment.today));
  const effect = breakEffect(added, settings, moment, await context.store());
  if (json) writeJson(context, { break: effect });
  else {
    const { before, after } = effect;
    writeLines(context, [
      `Nothing is due from ${added.from} to ${added.to}.`,
      `Reviews due in it so far: ${before} moved before it, ${after} after it.`,
    ]);
  }
  return 0;
}

async function remove(context: Context, name: string | undefined, json: boolean): Promise<number> {
  if (name === undefined)
    throw usageError('No break was named.', 'Give its first day; see "viva break list".');
  const settings = write(context, (breaks) => withoutBreak(breaks, name));
  if (json) writeJson(context, { removed: name, breaks: settings.breaks });
  else writeLines(context, ['Break removed: its reviews are due on their own days again.']);
  return 0;
}

function write(context: Context, change: (breaks: readonly BreakDays[]) => BreakDays[]) {
  const path = context.paths.settings;
  const raw = readRawSettings(path);
  const breaks = change(checkSettings(raw, path).breaks);
  if (breaks.length === 0) delete raw.breaks;
  else raw.breaks = breaks;
  const settings = checkSettings(raw, path);
  writeRawSettings(path, raw);
  return settings;
}
