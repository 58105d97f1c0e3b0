import { resolve } from 'node:path';
import { exportApkg } from '../../app/export/apkg.js';
import { counted } from '../../model/counted.js';
import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { visibleLine } from '../../model/visible-text.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { writeJson, writeLines } from './write.js';

interface ApkgFlags {
  readonly output?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/**
 * Writes a query's cards as an Anki package and tells of it. Returns the exit
 * status. Throws `file-exists` rather than overwrite, unless `force`.
 */
export async function writeApkg(
  context: Context,
  { query, moment }: { readonly query: Query; readonly moment: Moment },
  { output, force, json }: ApkgFlags,
): Promise<number> {
  // Anki opens nothing else.
  if (output === undefined || !/\.apkg$/i.test(output)) {
    throw usageError('The name of an Anki package must end in .apkg.', 'Try -o viva.apkg');
  }
  const file = resolve(context.cwd, output);
  if (!force && context.files.kindOf(file) !== 'missing') throw isThere(file);
  const { bytes, cards, decks, reviews } = exportApkg(
    { query, moment, zone: context.zone, settings: context.settings() },
    await context.store(),
    await context.ankiPackages(),
  );
  context.files.writeWhole(file, bytes);
  if (json) writeJson(context, { format: 'apkg', file, cards, decks, reviews });
  else {
    const words = `${counted(cards, 'card')} in ${counted(decks, 'deck')}, with ${counted(reviews, 'review')},`;
    writeLines(context, [`${words} are in ${visibleLine(file)}.`]);
  }
  return 0;
}

function isThere(file: string): VivaError {
  return new VivaError(
    'file-exists',
    `"${file}" is there already, and nothing was written.`,
    'Choose another file with -o, or overwrite it with --force.',
    { place: { file } },
  );
}
