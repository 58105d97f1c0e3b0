import { resolve } from 'node:path';
import { type ApkgImportReport, importApkg } from '../../app/import/apkg.js';
import { counted } from '../../model/counted.js';
import { visibleLine } from '../../model/visible-text.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { importJson, importText } from '../render/import.js';
import { writeJson, writeLines } from './write.js';

export interface ApkgFlags {
  readonly as?: string | undefined;
  readonly output?: string | undefined;
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const MAX_MEDIA = 5;

/** Is this the name of an Anki package? */
export function isApkg(path: string): boolean {
  return /\.(apkg|colpkg)$/i.test(path);
}

/** Imports an Anki package and tells of it. Returns the exit status. */
export async function importPackage(
  context: Context,
  path: string,
  flags: ApkgFlags,
): Promise<number> {
  if (flags.output === undefined) {
    throw usageError(
      'An Anki package is written as module files, and there is no folder for them.',
      `Name one: viva import ${path} -o FOLDER`,
    );
  }
  const done = importApkg(
    {
      file: resolve(context.cwd, path),
      folder: resolve(context.cwd, flags.output),
      as: flags.as ?? null,
      force: flags.force,
      dryRun: flags.dryRun,
      edits: context.paths.writing.edits,
      now: context.now(),
      zone: context.zone,
      dayStart: context.settings().dayStart,
      config: await context.config(),
    },
    await context.store(),
    context.files,
    await context.ankiPackages(),
  );
  if (flags.json) writeJson(context, packageJson(done));
  else writeReport(context, flags.output, done);
  return done.report.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function packageJson({ report, ...anki }: ApkgImportReport): object {
  return { ...importJson(report), anki };
}

function writeReport(context: Context, folder: string, done: ApkgImportReport): void {
  const { summary, findings } = importText(done.report, context);
  const verb = done.report.dryRun ? 'would be written to' : 'written to';
  writeLines(context, [
    ...summary,
    `  history  ${counted(done.events, 'review')} and marks ${done.report.dryRun ? 'in the package' : 'added'}`,
    `  files    ${counted(done.written.length, 'module')} ${verb} ${visibleLine(folder)}`,
  ]);
  const notes = [...findings, ...mediaLines(done), ...skippedLines(done)];
  if (notes.length > 0) context.stderr.write(`${notes.join('\n')}\n`);
}

function mediaLines({ media, mediaFiles }: ApkgImportReport): string[] {
  if (media.length === 0) return [];
  const names = media.slice(0, MAX_MEDIA).map((name) => visibleLine(name.slice(0, 100)));
  const more = media.length > MAX_MEDIA ? ` and ${media.length - MAX_MEDIA} more` : '';
  return [
    `Cards refer to pictures or sounds, which viva leaves in the package (it holds ${counted(mediaFiles, 'file')}): ${names.join(', ')}${more}`,
  ];
}

function skippedLines({ skipped }: ApkgImportReport): string[] {
  return skipped === 0 ? [] : [`${counted(skipped, 'card')} ask nothing and were left out.`];
}
