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
import { bundledOffer, bundledRoot, isBundled } from '../shared/bundled.js';
import { isPackage, runPackageImport } from '../shared/import-apkg.js';
import { writeJson, writeLines } from '../shared/write.js';

const flags = z.object({
  as: z.optional(z.string().check(z.trim(), z.minLength(1, 'give it a name'), z.maxLength(100))),
  bundled: z._default(z.boolean(), false),
  dryRun: z._default(z.boolean(), false),
  output: z.optional(z.string().check(z.minLength(1, 'name a folder'))),
  takeTexts: z._default(z.boolean(), false),
  yes: z._default(z.boolean(), false),
  json: z._default(z.boolean(), false),
});
type Flags = z.infer<typeof flags>;

export const command = defineCommand({
  name: 'import',
  summary: 'Read modules into cards. Cards keep their history through edits, moves and renames.',
  arguments: '[path...]',
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
      description: 'folder for the new cards of an Anki package (.apkg, .colpkg)',
      values: 'file',
    },
    {
      flags: '--take-texts',
      description: 'of an Anki package: texts that were changed in Anki, too',
    },
    { flags: '-y, --yes', description: 'do not ask before cards lose their histories' },
  ],
  examples: [
    'viva import ~/notes/interviews',
    'viva import collection.txt --as wiki',
    'viva import              # look at every known collection again',
    'cat module.md | viva import -',
    'viva import --bundled    # the decks that come with viva',
    'viva import viva.json    # what viva export json wrote, merged with what is here',
    'viva import biology.apkg -o ~/notes/biology',
    'viva import phone.apkg   # what AnkiDroid or AnkiMobile exported: its reviews come back',
  ],
  flags,
  async run(context, paths, given) {
    const anki = onlyPackage(paths, given);
    if (anki !== null) return runPackageImport(context, anki, given);
    const store = await context.store();
    const archives = paths.filter(isArchive);
    if (archives.length > 0 && given.as !== undefined) {
      throw usageError('--as does not fit an archive: it names its collections itself.');
    }
    const merged = archives.map((path) =>
      runArchiveImport(context, store, resolve(context.cwd, path), given),
    );
    const decks = paths.filter((path) => !isArchive(path));
    const isEnough = (archives.length > 0 || given.bundled) && decks.length === 0;
    const named = isEnough ? [] : await findRoots(context, store, decks, given);
    const roots = given.bundled ? [...named, bundledRoot(context, store)] : named;
    const reports: ImportReport[] = [];
    for (const { root, as } of roots) {
      reports.push(await importOne(context, store, { ...given, root, as }));
    }
    if (given.json) writeJson(context, importsJson(reports, merged));
    else {
      for (const report of reports) writeReport(context, report);
      if (named.length > 0) writeLines(context, bundledOffer(store));
    }
    const failed = reports.some(({ diagnostics }) =>
      diagnostics.some((d) => d.severity === 'error'),
    );
    return failed ? 1 : 0;
  },
});

/** The Anki package that is named; null where none is. */
function onlyPackage(paths: readonly string[], given: Flags): string | null {
  const anki = paths.find(isPackage);
  if (anki !== undefined && paths.length > 1) throw usageError('Import Anki packages one by one.');
  if (anki === undefined && given.output !== undefined) {
    throw usageError('-o is for Anki packages (.apkg, .colpkg) alone.');
  }
  if (anki === undefined && given.takeTexts) {
    throw usageError('--take-texts is for Anki packages (.apkg, .colpkg) alone.');
  }
  return anki ?? null;
}

async function findRoots(
  context: Context,
  store: Store,
  paths: readonly string[],
  given: Flags,
): Promise<{ root: ImportRoot; as: string | null }[]> {
  const as = given.as ?? null;
  if (paths.length === 0) return knownRoots(context, store, as);
  if (as !== null && paths.length > 1)
    throw usageError('--as names one collection, but there are several paths.');
  const roots: { root: ImportRoot; as: string | null }[] = [];
  for (const path of paths) {
    const root: ImportRoot =
      path === '-'
        ? { kind: 'stdin', bytes: await context.readStdin() }
        : { kind: 'path', path: resolve(context.cwd, path) };
    roots.push({ root, as });
  }
  return roots;
}

function knownRoots(
  context: Context,
  store: Store,
  as: string | null,
): { root: ImportRoot; as: string }[] {
  if (as !== null) throw usageError('--as needs a path.');
  const roots = store.sources().flatMap(({ name, source }) => {
    if (source === null) return [];
    if (isBundled({ name, source }, context)) return [bundledRoot(context, store)];
    return [{ root: { kind: 'path' as const, path: source }, as: name }];
  });
  if (roots.length > 0) return roots;
  throw usageError(
    'Nothing is imported yet, so there is nothing to look at again.',
    'Give a file or folder: viva import <path>.',
  );
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
