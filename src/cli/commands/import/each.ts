import type { GivenChoice } from '../../../app/import/choice.js';
import { importDecks } from '../../../app/import/import.js';
import type { ImportReport } from '../../../app/import/report.js';
import type { ImportRoot } from '../../../app/import/sources.js';
import type { Store } from '../../../app/ports.js';
import { VivaError } from '../../../model/error.js';
import type { Context } from '../../contract/context.js';
import { replacedLines } from '../../render/import.js';
import { progressBar } from '../../render/progress.js';
import { withMochi } from '../../shared/mochi-files.js';
import { oneOfMany } from '../../shared/one-of-many.js';
import type { FoundRoots } from './roots.js';

/** How roots are imported. */
interface Wanted {
  readonly root: ImportRoot;
  readonly as: string | null;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly choice: GivenChoice;
  readonly show?: number | undefined;
}

/**
 * Imports roots one after the other. Where one of several fails, says so and goes on. Throws
 * where there is but one, or all failed.
 */
export async function importEach(
  { roots, isPart }: FoundRoots,
  given: Omit<Wanted, 'root' | 'as'>,
  context: Context,
  store: Store,
): Promise<ImportReport[]> {
  const isAlone = roots.length === 1 && !isPart;
  const reports: ImportReport[] = [];
  for (const { root, as } of roots) {
    const work = () => importOne(context, store, { ...given, root, as });
    const report = await oneOfMany(isAlone, context, work);
    if (report !== null) reports.push(report);
  }
  if (reports.length > 0 || (roots.length === 0 && !isPart)) return reports;
  throw new VivaError('import-failed', 'None of these could be imported.', 'See above for each.');
}

/** Imports a root; asks first where the histories of many cards would go. */
async function importOne(context: Context, store: Store, wanted: Wanted): Promise<ImportReport> {
  const report = runImport(context, store, wanted);
  if (report.replaced.length === 0) return report;
  context.stderr.write(`${replacedLines(report).join('\n')}\n`);
  const sure = await context.confirm('Import anyway?');
  return runImport(context, store, sure ? { ...wanted, yes: true } : { ...wanted, dryRun: true });
}

function runImport(
  context: Context,
  store: Store,
  { root, as, dryRun, yes, choice, show }: Wanted,
): ImportReport {
  const bar = progressBar(context, 'reading modules');
  try {
    return importDecks(
      {
        root,
        as,
        dryRun,
        choice,
        samples: show ?? 0,
        holdBack: !yes,
        now: context.now(),
        progress: bar.show,
        edits: context.paths.writing.edits,
      },
      store,
      withMochi(context.files),
    );
  } finally {
    bar.clear();
  }
}
