import type { Store } from '../../app/ports.js';
import { listBackups } from '../../app/upkeep/backup.js';
import {
  findBackup,
  type Restorable,
  type Restored,
  restoreBackup,
} from '../../app/upkeep/restore.js';
import { VivaError } from '../../model/error.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { backupsJson, backupsText } from '../render/backups.js';
import { writeJson, writeLines } from '../shared/output/write.js';

export const command = defineCommand({
  name: 'restore',
  summary:
    'Replace the database with a backup (the current one is saved first). Without an argument, list the backups.',
  arguments: '[backup]',
  words: ['file'],
  takesQuery: false,
  options: [{ flags: '-y, --yes', description: 'do not ask for confirmation' }],
  examples: ['viva restore', 'viva restore 2026-11-24', 'viva restore /media/stick/viva.db --yes'],
  flags: z.object({ yes: z._default(z.boolean(), false), json: z._default(z.boolean(), false) }),
  async run(context, [reference], flags) {
    if (reference === undefined) return list(context, flags.json);
    const folder = await context.backups();
    const backup = findBackup(reference, context.cwd, folder, context.files);
    if (!flags.yes && !(await context.confirm(questionFor(backup)))) {
      if (flags.json) writeJson(context, { restored: null });
      else writeLines(context, ['Nothing was changed.']);
      return 0;
    }
    const store = await openUnlessDamaged(context);
    const restored = await restoreBackup(backup, store, folder, context.moment().today);
    if (flags.json) writeJson(context, { restored: { ...backup, ...restored } });
    else writeLines(context, restoredText(backup, restored));
    return 0;
  },
});

async function list(context: Context, json: boolean): Promise<number> {
  const folder = await context.backups();
  const backups = listBackups(folder);
  if (json) writeJson(context, { folder: folder.path, backups: backupsJson(backups) });
  else writeLines(context, backupsText(backups, folder.path, context));
  return 0;
}

const REPLACEABLE: ReadonlySet<string> = new Set(['database-damaged', 'database-missing']);

/** A database that is missing or damaged is what backups are for: null then. */
async function openUnlessDamaged(context: Context): Promise<Store | null> {
  if (context.files.kindOf(context.paths.database) === 'missing') return null;
  try {
    return await context.store();
  } catch (error) {
    if (error instanceof VivaError && REPLACEABLE.has(error.code)) return null;
    throw error;
  }
}

function questionFor({ path, cards, reviews }: Restorable): string {
  return `Replace the database with ${visibleLine(path)} (${counted(cards, 'card')}, ${counted(reviews, 'review')})? It is backed up first.`;
}

function restoredText(backup: Restorable, { backedUpTo, movedTo }: Restored): string[] {
  return [
    `Restored ${visibleLine(backup.path)}: ${counted(backup.cards, 'card')}, ${counted(backup.reviews, 'review')}.`,
    ...(backedUpTo === null
      ? []
      : [`The replaced database was saved as ${visibleLine(backedUpTo)}`]),
    ...(movedTo === null ? [] : [`The damaged database was moved to ${visibleLine(movedTo)}`]),
  ];
}
