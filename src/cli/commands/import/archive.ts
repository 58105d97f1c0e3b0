import { importArchive } from '../../../app/import/archive.js';
import type { Store } from '../../../app/ports.js';
import type { MergeReport } from '../../../app/upkeep/ports.js';
import { counted } from '../../../model/text/counted.js';
import { visibleLine } from '../../../model/text/visible.js';
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
  const told = (count: number, noun: string, text: string) =>
    count === 0 ? [] : [`  ${counted(count, noun)} ${text}`];
  return [
    dryRun ? `${name} would add (nothing was changed):` : `${name} added:`,
    `  ${counted(collections, 'collection')}, ${counted(modules, 'module')}`,
    `  ${counted(cards.added, 'card')} (${cards.known} known before)`,
    `  ${counted(events.added, 'event')} (${events.known} known before)`,
    ...(plans.added + plans.known === 0
      ? []
      : [`  ${counted(plans.added, 'plan')} (${plans.known} known before)`]),
    ...told(plans.changed, 'plan', 'updated to the later version there'),
    ...told(cards.joined, 'card', 'joined by relink'),
    ...told(cards.changed, 'card', 'updated to the later text there'),
    ...told(cards.kept, 'card', 'kept with the text here, which is later'),
  ];
}
