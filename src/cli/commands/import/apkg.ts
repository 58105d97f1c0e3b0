import { resolve } from 'node:path';
import { importPackage, type PackageReport } from '../../../app/anki/import-package.js';
import { type RefusedChange, takeTexts } from '../../../app/anki/take-texts.js';
import { compareLines } from '../../../deck/edit/line-diff.js';
import { counted } from '../../../model/text/counted.js';
import { firstNames } from '../../../model/text/first-names.js';
import { visibleLine } from '../../../model/text/visible.js';
import type { Context } from '../../contract/context.js';
import { importJson, importText } from '../../render/import.js';
import { editPorts } from '../../shared/edit/ports.js';
import { writeJson, writeLines } from '../../shared/output/write.js';

export interface PackageFlags {
  readonly as?: string | undefined;
  readonly output?: string | undefined;
  readonly dryRun: boolean;
  readonly takeTexts: boolean;
  readonly json: boolean;
}

const MAX_TEXTS = 5;

const NAMES = /\.(?:apkg|colpkg|anki2|anki21b?|db|sqlite3?)$/i;
/** With which zips, databases of SQLite and what zstd compressed begin. */
const BEGINNINGS = ['PK\u0003\u0004', 'SQLite format 3\0', '\u0028\u00b5\u002f\u00fd'];

/** Is a word an Anki package, or a collection of Anki by itself: by its name, or by what is in it? */
export function isPackage(word: string, { cwd, files }: Pick<Context, 'cwd' | 'files'>): boolean {
  if (NAMES.test(word)) return true;
  // A zip as well, but one that is read as a list.
  if (/\.mochi$/i.test(word)) return false;
  const path = resolve(cwd, word);
  if (files.kindOf(path) !== 'file') return false;
  const start = Buffer.from(files.readBytes(path, 16)).toString('latin1');
  return BEGINNINGS.some((beginning) => start.startsWith(beginning));
}

/** Imports an Anki package and tells of it. Returns the exit status. */
export async function runPackageImport(
  context: Context,
  path: string,
  flags: PackageFlags,
): Promise<number> {
  const store = await context.store();
  const done = importPackage(
    {
      file: resolve(context.cwd, path),
      folder: flags.output === undefined ? null : resolve(context.cwd, flags.output),
      ownFolder: context.paths.writing.cards,
      as: flags.as ?? null,
      dryRun: flags.dryRun,
      edits: context.paths.writing.edits,
      now: context.now(),
      zone: context.zone,
      dayStart: context.settings().dayStart,
      config: await context.config(),
    },
    store,
    context.files,
    await context.ankiPackages(),
  );
  const isTaking = flags.takeTexts && !flags.dryRun;
  const refused = isTaking
    ? takeTexts(done.texts, context.moment(), editPorts(context, store))
    : null;
  if (flags.json) writeJson(context, packageJson(done, refused));
  else await writeReport(context, done, refused, flags.dryRun);
  const diagnostics = done.report?.diagnostics ?? [];
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function packageJson(
  { report, texts, ...anki }: PackageReport,
  refused: readonly RefusedChange[] | null,
): object {
  const changed = texts.map(({ card, question, answer }) => ({
    id: card.id,
    taken: refused !== null && !refused.some(({ id }) => id === card.id),
    here: { question: card.question, answer: card.answer },
    anki: { question, answer },
  }));
  const said = report === null ? {} : importJson(report);
  return { ...said, anki: { ...anki, events: anki.reviews + anki.marks, texts: changed } };
}

async function writeReport(
  context: Context,
  done: PackageReport,
  refused: readonly RefusedChange[] | null,
  dryRun: boolean,
): Promise<void> {
  const { report, known, retired, reviews, marks, written, pictures } = done;
  const text = report === null ? { summary: [], findings: [] } : await importText(report, context);
  const gone = retired === 0 ? '' : `, ${retired} of them retired`;
  const verb = dryRun ? 'would be added' : 'added';
  const files = dryRun ? 'would be written' : 'written';
  writeLines(context, [
    ...text.summary,
    `  known    ${counted(known, 'card')} already here${gone}`,
    `  history  ${counted(reviews, 'review')} and ${counted(marks, 'mark')} ${verb}`,
    ...(written.length === 0
      ? []
      : [`  files    ${counted(written.length, 'module')} ${files}: ${firstNames(written)}`]),
    ...(pictures === 0 ? [] : [`  pictures ${pictures} ${files} beside them`]),
    ...textLines(done, refused),
  ]);
  const notes = [
    ...(refused ?? []).map(
      ({ id, why }) => `The text of card ${id} was not taken: ${visibleLine(why)}`,
    ),
    ...text.findings,
    ...unscheduledLines(done),
    ...mediaLines(done),
    ...skippedLines(done),
  ];
  if (notes.length > 0) context.stderr.write(`${notes.join('\n')}\n`);
}

/** Each text that was changed on the phone, as a diff: what is here, and what is there. */
function textLines({ texts }: PackageReport, refused: readonly RefusedChange[] | null): string[] {
  if (texts.length === 0) return [];
  const shown = texts
    .slice(0, MAX_TEXTS)
    .flatMap(({ card, question, answer }) => [
      `  ${card.id}  ${visibleLine(card.module.title)}`,
      ...diffLines(card.question, question),
      ...diffLines(card.answer, answer),
    ]);
  const more = texts.length - MAX_TEXTS;
  const taken = texts.length - (refused?.length ?? texts.length);
  return [
    `${counted(texts.length, 'text')} changed in Anki, ${taken} taken (- here, + there):`,
    ...shown,
    ...(more > 0 ? [`  … and ${more} more; --json lists all`] : []),
    ...(refused === null ? ['  To have them as in Anki, import again with --take-texts.'] : []),
  ];
}

function diffLines(here: string, there: string): string[] {
  return compareLines(here.split('\n'), there.split('\n')).flatMap(({ kind, text }) =>
    kind === 'same' ? [] : [`    ${kind === 'gone' ? '-' : '+'} ${visibleLine(text)}`],
  );
}

function unscheduledLines({ isScheduled, known }: PackageReport): string[] {
  if (isScheduled || known === 0) return [];
  return ['The package holds no reviews: on the phone, export with "Include scheduling" ticked.'];
}

function mediaLines({ media, mediaFiles }: PackageReport): string[] {
  if (media.length === 0) return [];
  return [
    `Cards refer to pictures or sounds that viva leaves in the package, or that are not in it (it holds ${counted(mediaFiles, 'file')}): ${firstNames(media)}`,
  ];
}

function skippedLines({ skipped }: PackageReport): string[] {
  return skipped === 0 ? [] : [`Left out: ${counted(skipped, 'card')} without a question.`];
}
