import { importArchive } from '../app/import-archive.js';
import type { MergeReport, Store } from '../app/ports.js';
import { visibleLine } from '../model/visible-text.js';
import type { Context } from './context.js';
import { writeJson, writeLines } from './write.js';

/** Imports an archive by its absolute path and says what it brought. */
export function runArchiveImport(
  context: Context,
  store: Store,
  path: string,
  flags: { readonly dryRun: boolean; readonly json: boolean },
): void {
  const report = importArchive(path, flags.dryRun, store, context.files);
  if (flags.json) writeJson(context, { archive: path, dryRun: flags.dryRun, ...report });
  else writeLines(context, archiveText(path, report, flags.dryRun));
}

function archiveText(path: string, report: MergeReport, dryRun: boolean): string[] {
  const { cards, events, plans, modules, collections } = report;
  const name = visibleLine(path);
  return [
    dryRun ? `${name} would add (nothing was changed):` : `${name} added:`,
    `  ${collections} collections, ${modules} modules`,
    `  ${cards.added} cards (${cards.known} known before)`,
    `  ${events.added} events (${events.known} known before)`,
    ...(plans.added + plans.known === 0
      ? []
      : [`  ${plans.added} plans (${plans.known} known before)`]),
    ...(cards.kept === 0 ? [] : [`  ${cards.kept} cards differ here, and kept their own text`]),
  ];
}
