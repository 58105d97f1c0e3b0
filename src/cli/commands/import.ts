import { resolve } from 'node:path';
import { isArchive } from '../../app/import/archive.js';
import { importDecks } from '../../app/import/import.js';
import type { ImportReport } from '../../app/import/report.js';
import type { ImportRoot } from '../../app/import/sources.js';
import type { Store } from '../../app/ports.js';
import * as z from '../../model/schema.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { importText, replacedLines } from '../render/import.js';
import { importsJson } from '../render/imports-json.js';
import { progressBar } from '../render/progress.js';
import { runArchiveImport } from '../shared/archive-import.js';
import { bundledOffer, bundledRoot } from '../shared/bundled.js';
import { importPackage, isApkg } from '../shared/import-apkg.js';
import { type FoundRoot, findRoots, forgetTried } from '../shared/import-roots.js';
import { writeJson, writeLines } from '../shared/write.js';

const flags = z.object({
  as: z.optional(z.string().check(z.trim(), z.minLength(1, 'give it a name'), z.maxLength(100))),
  bundled: z._default(z.boolean(), false),
  dryRun: z._default(z.boolean(), false),
  output: z.optional(z.string().check(z.minLength(1, 'name a folder'))),
  force: z._default(z.boolean(), false),
  yes: z._default(z.boolean(), false),
  json: z._default(z.boolean(), false),
});
type Flags = z.infer<typeof flags>;

export const command = defineCommand({
  name: 'import',
  summary: 'Read modules into cards. Cards keep their history through edits, moves and renames.',
  arguments: '[path-or-address...]',
  words: ['file'],
  takesQuery: false,
  options: [
    {
      flags: '--as <name>',
      description: 'name of the collection (default: that of the file or folder)',
      values: 'collection',
    },
    { flags: '--bundled', description: 'the decks that come with viva' },
    { flags: '--dry-run', description: 'show what would change without changing anything' },
    {
      flags: '-o, --output <folder>',
      description: 'folder for the modules of an Anki package (.apkg)',
      values: 'file',
    },
    { flags: '--force', description: 'overwrite existing modules in that folder' },
    { flags: '-y, --yes', description: 'do not ask before cards lose their histories' },
  ],
  examples: [
    'viva import ~/notes/interviews',
    'viva import collection.txt --as wiki',
    'viva import https://github.com/someone/questions.git   # a repository, by your own git',
    'viva import              # look at every known collection again, and fetch what was fetched',
    'cat module.md | viva import -',
    'viva import --bundled    # the decks that come with viva',
    'viva import viva.json    # what viva export json wrote, merged with what is here',
    'viva import biology.apkg -o ~/notes/biology',
  ],
  flags,
  async run(context, paths, given) {
    const apkg = onlyPackage(paths, given);
    if (apkg !== null) return importPackage(context, apkg, given);
    const store = await context.store();
    const archives = paths.filter(isArchive);
    const merged = mergeArchives(archives, context, store, given);
    const decks = paths.filter((path) => !isArchive(path));
    const isEnough = (archives.length > 0 || given.bundled) && decks.length === 0;
    const named = isEnough ? [] : await findRoots(context, store, decks, given.as ?? null);
    const roots = given.bundled ? [...named, bundledRoot(context, store)] : named;
    const reports: ImportReport[] = [];
    for (const { root, as } of roots) {
      reports.push(await importOne(context, store, { ...given, root, as }));
    }
    await forgetTried(given.dryRun ? named : [], store, context);
    if (given.json) writeJson(context, importsJson(reports, merged));
    else {
      for (const report of reports) writeReport(context, report);
      if (named.length > 0) writeLines(context, bundledOffer(store));
    }
    return exitStatus(reports, named);
  },
});

function mergeArchives(
  archives: readonly string[],
  context: Context,
  store: Store,
  given: Flags,
): object[] {
  if (archives.length > 0 && given.as !== undefined) {
    throw usageError('--as does not fit an archive: it names its collections itself.');
  }
  return archives.map((path) =>
    runArchiveImport(context, store, resolve(context.cwd, path), given),
  );
}

/** 1 where a file could not be read, or what was fetched before could not be fetched again. */
function exitStatus(reports: readonly ImportReport[], roots: readonly FoundRoot[]): number {
  const hasErrors = reports.some(({ diagnostics }) =>
    diagnostics.some(({ severity }) => severity === 'error'),
  );
  return hasErrors || roots.some(({ isStale }) => isStale) ? 1 : 0;
}

/** The Anki package that is named; null where none is. */
function onlyPackage(paths: readonly string[], given: Flags): string | null {
  const apkg = paths.find(isApkg);
  if (apkg !== undefined && paths.length > 1) throw usageError('Import Anki packages one by one.');
  if (apkg === undefined && (given.output !== undefined || given.force)) {
    throw usageError('-o and --force are for Anki packages (.apkg) alone.');
  }
  return apkg ?? null;
}

interface Wanted {
  readonly root: ImportRoot;
  readonly as: string | null;
  readonly dryRun: boolean;
  readonly yes: boolean;
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
  { root, as, dryRun, yes }: Wanted,
): ImportReport {
  const bar = progressBar(context.stderr, 'reading modules');
  try {
    return importDecks(
      {
        ...{ root, as, dryRun, holdBack: !yes, now: context.now(), progress: bar.show },
        edits: context.paths.writing.edits,
      },
      store,
      context.files,
    );
  } finally {
    bar.clear();
  }
}

function writeReport(context: Context, report: ImportReport): void {
  const { summary, findings } = importText(report, context);
  writeLines(context, summary);
  if (findings.length > 0) context.stderr.write(`${findings.join('\n')}\n`);
}
