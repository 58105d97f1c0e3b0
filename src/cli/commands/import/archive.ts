import { importArchive } from '../../../app/import/archive.js';
import type { Store } from '../../../app/ports.js';
import type { MergeReport } from '../../../app/upkeep/ports.js';
import { counted } from '../../../model/text/counted.js';
import { visibleLine } from '../../../model/text/visible-text.js';
import type { Context } from '../../contract/context.js';
import { writeLines } from '../../shared/output/write.js';

/** Imports an archive by its absolute path. Says what it brought, or gives that with `json`. */
export function runArchiveImport(
  context: Context,
  store: Store,
  path: string,
  flags: { readonly dryRun: boolean; readonly json: boolean },
): object {
  const report = importArchive(path, flags.dryRun, store, context.files);
  if (!flags.json) writeLines(context, archiveText(path, report, flags.dryRun));
  return { archive: path, dryRun: flags.dryRun, ...report };
}

function archiveText(path: string, report: MergeReport, dryRun: boolean): string[] {
  const { cards, events, plans, modules, collections } = report;
  const name = visibleLine(path);
  const told = (count: number, text: string) => (count === 0 ? [] : [`  ${count} ${text}`]);
  return [
    dryRun ? `${name} would add (nothing was changed):` : `${name} added:`,
    `  ${counted(collections, 'collection')}, ${counted(modules, 'module')}`,
    `  ${counted(cards.added, 'card')} (${cards.known} known before)`,
    `  ${counted(events.added, 'event')} (${events.known} known before)`,
    ...(plans.added + plans.known === 0
      ? []
      : [`  ${counted(plans.added, 'plan')} (${plans.known} known before)`]),
    ...told(plans.changed, 'plans were changed there later, and are as there now'),
    ...told(cards.joined, 'joins of cards by relink'),
    ...told(cards.changed, 'cards were changed there later, and have that text now'),
    ...told(cards.kept, 'cards differ here, and kept their own text, which is later'),
  ];
}
