import { resolve } from 'node:path';
import { isArchive } from '../../app/import/archive.js';
import { isHashcardsExport } from '../../app/import/hashcards.js';
import type { ImportReport } from '../../app/import/report.js';
import type { Store } from '../../app/ports.js';
import * as z from '../../model/schema.js';
import { wrapLine } from '../../tui/components/wrap-line.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { importText } from '../render/import.js';
import { importsJson } from '../render/imports-json.js';
import { sampleLines } from '../render/sample-cards.js';
import { bundledOffer } from '../shared/bundled.js';
import { bundledRoot } from '../shared/bundled-import.js';
import { wholeNumberFlag } from '../shared/number-flags.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { givenChoice, READING_OPTIONS } from '../shared/reading-flags.js';
import { isPackage, runPackageImport } from './import/apkg.js';
import { runArchiveImport } from './import/archive.js';
import { importEach } from './import/each.js';
import { takeFirstMemories, takeHashcards } from './import/first-memories.js';
import { type FoundRoots, findRoots, forgetTried } from './import/roots.js';

const flags = z.object({
  as: z.optional(z.string().check(z.trim(), z.minLength(1, 'must be a name'), z.maxLength(100))),
  bundled: z._default(z.boolean(), false),
  dryRun: z._default(z.boolean(), false),
  show: z.optional(wholeNumberFlag(1, 100)),
  asShape: z.optional(z.string()),
  questionsOnly: z._default(z.boolean(), false),
  output: z.optional(z.string().check(z.minLength(1, 'must be a folder'))),
  takeTexts: z._default(z.boolean(), false),
  yes: z._default(z.boolean(), false),
  json: z._default(z.boolean(), false),
});
type Flags = z.infer<typeof flags>;

export const command = defineCommand({
  name: 'import',
  summary:
    'Import question files as cards. Cards keep their history through edits, moves and renames.',
  arguments: '[path-or-address...]',
  words: ['file'],
  takesQuery: false,
  options: [
    {
      flags: '--as <name>',
      description: 'name of the collection (default: that of the file or folder)',
      values: 'collection',
    },
    { flags: '--bundled', description: 'the bundled decks' },
    { flags: '--dry-run', description: 'show what would change without changing anything' },
    {
      flags: '--show <n>',
      description: 'with --dry-run, draw n of the new cards as they will look',
    },
    ...READING_OPTIONS,
    {
      flags: '-o, --output <folder>',
      description: 'folder for the new cards of an Anki package (.apkg, .colpkg)',
      values: 'file',
    },
    {
      flags: '--take-texts',
      description: 'Anki packages: also take texts that were changed in Anki',
    },
    { flags: '-y, --yes', description: 'do not ask before cards lose their histories' },
  ],
  examples: [
    'viva import ~/notes/interviews',
    'viva import ~/react-questions --dry-run --show 5',
    'viva import collection.txt --as wiki',
    'viva import https://github.com/someone/questions.git   # a repository, through your own git',
    'viva import              # import every known collection again',
    'cat module.md | viva import -',
    'viva import --bundled    # the bundled decks',
    'viva import viva.json    # an archive of viva export json: merged',
    'viva import biology.apkg -o ~/notes/biology',
    'viva import deck.mochi   # exported by Mochi',
    'viva import ~/cards reviews.json   # cards of hashcards, with what hashcards export wrote',
    'viva import phone.apkg   # exported by AnkiDroid or AnkiMobile, with its reviews',
  ],
  flags,
  async run(context, paths, given) {
    const anki = onlyPackage(paths, given, context);
    if (anki !== null) return runPackageImport(context, anki, given);
    if (given.show !== undefined && !given.dryRun) {
      throw usageError('--show needs --dry-run.');
    }
    const choice = givenChoice(given);
    const store = await context.store();
    const pasts = paths
      .map((path) => resolve(context.cwd, path))
      .filter((path) => isHashcardsExport(path, context.files));
    const isPast = (path: string) => pasts.includes(resolve(context.cwd, path));
    const archives = paths.filter((path) => isArchive(path) && !isPast(path));
    const merged = mergeArchives(archives, context, store, given);
    const decks = paths.filter((path) => !isArchive(path));
    const isEnough = (archives.length + pasts.length > 0 || given.bundled) && decks.length === 0;
    const found = isEnough ? NOTHING : await findRoots(context, store, decks, given.as ?? null);
    const named = found.roots;
    const roots = given.bundled ? [...named, bundledRoot(context, store)] : named;
    const all = { roots, isPart: found.isPart };
    const reports = await importEach(all, { ...given, choice }, context, store);
    await forgetTried(given.dryRun ? named : [], store, context);
    await takeFirstMemories(reports, store, context);
    await takeHashcards(pasts, given.dryRun, store, context);
    if (given.json) writeJson(context, importsJson(reports, merged));
    else await writeReports(context, reports, named.length > 0 ? bundledOffer(store) : []);
    return exitStatus(reports, all);
  },
});

const NOTHING: FoundRoots = { roots: [], isPart: false };

/** Was there something to read, and nothing found in it? */
const hasFoundNothing = ({ readings, modules }: ImportReport) =>
  readings.length > 0 && modules.total === 0;

function mergeArchives(
  archives: readonly string[],
  context: Context,
  store: Store,
  given: Flags,
): object[] {
  if (archives.length > 0 && given.as !== undefined) {
    throw usageError('--as does not apply to archives: they name their collections.');
  }
  return archives.map((path) =>
    runArchiveImport(context, store, resolve(context.cwd, path), given),
  );
}

/** 1 where a file could not be read, nothing was found, or what was fetched before could not be fetched again. */
function exitStatus(reports: readonly ImportReport[], { roots, isPart }: FoundRoots): number {
  const hasErrors = reports.some(({ diagnostics }) =>
    diagnostics.some(({ severity }) => severity === 'error'),
  );
  const isFruitless = reports.some(hasFoundNothing);
  const isStale = isPart || reports.length < roots.length || roots.some((root) => root.isStale);
  return hasErrors || isFruitless || isStale ? 1 : 0;
}

/** The Anki package that is named; null where none is. */
function onlyPackage(paths: readonly string[], given: Flags, context: Context): string | null {
  const anki = paths.find((path) => isPackage(path, context));
  if (anki !== undefined && paths.length > 1) throw usageError('Import Anki packages one by one.');
  if (anki === undefined && given.output !== undefined) {
    throw usageError('-o applies to Anki packages (.apkg, .colpkg) only.');
  }
  if (anki === undefined && given.takeTexts) {
    throw usageError('--take-texts applies to Anki packages (.apkg, .colpkg) only.');
  }
  return anki ?? null;
}

async function writeReports(
  context: Context,
  reports: readonly ImportReport[],
  offer: readonly string[],
): Promise<void> {
  for (const report of reports) await writeReport(context, report);
  writeLines(
    context,
    offer.flatMap((line) => wrapLine(line, context.stdout.columns)),
  );
}

async function writeReport(context: Context, report: ImportReport): Promise<void> {
  const { summary, findings } = await importText(report, context);
  writeLines(context, summary);
  if (report.samples.length > 0) {
    writeLines(context, await sampleLines(report.samples, context));
  }
  if (findings.length > 0) context.stderr.write(`${findings.join('\n')}\n`);
}
