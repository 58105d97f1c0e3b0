import { resolve } from 'node:path';
import { exportPackage } from '../../../app/anki/export-package.js';
import { PackedPictures } from '../../../app/anki/packed-pictures.js';
import { VivaError } from '../../../model/error.js';
import type { Moment } from '../../../model/moment.js';
import type { Query } from '../../../model/query.js';
import { counted } from '../../../model/text/counted.js';
import { visibleLine } from '../../../model/text/visible.js';
import type { Context } from '../../contract/context.js';
import { usageError } from '../../contract/errors.js';
import { pictureFinder } from '../../shared/edit/pictures.js';
import { writeJson, writeLines } from '../../shared/output/write.js';

/** The kinds of Anki's packages: decks, or a whole collection. */
export const PACKAGE_FORMATS = ['apkg', 'colpkg'] as const;
type PackageFormat = (typeof PACKAGE_FORMATS)[number];

interface PackageFlags {
  readonly output?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/**
 * Writes a query's cards as an Anki package and tells of it. Returns the exit
 * status. Throws `file-exists` rather than overwrite, unless `force`.
 */
export async function writePackage(
  context: Context,
  format: PackageFormat,
  { query, moment }: { readonly query: Query; readonly moment: Moment },
  { output, force, json }: PackageFlags,
): Promise<number> {
  // Anki opens nothing else.
  if (output === undefined || !output.toLowerCase().endsWith(`.${format}`)) {
    throw usageError(
      `The name of this Anki package must end in .${format}.`,
      `Try -o viva.${format}`,
    );
  }
  const file = resolve(context.cwd, output);
  if (!force && context.files.kindOf(file) !== 'missing') throw isThere(file);
  const store = await context.store();
  const { bytes, cards, decks, reviews, pictures } = exportPackage(
    { query, moment, zone: context.zone, settings: context.settings(), whole: format === 'colpkg' },
    store,
    await context.ankiPackages(),
    new PackedPictures(pictureFinder(context, store), context.files),
  );
  context.files.writeWhole(file, bytes);
  if (json) writeJson(context, { format, file, cards, decks, reviews, pictures });
  else {
    const drawn = pictures === 0 ? '' : ` and ${counted(pictures, 'picture')}`;
    const words = `${counted(cards, 'card')} in ${counted(decks, 'deck')}, with ${counted(reviews, 'review')}${drawn},`;
    writeLines(context, [`${words} are in ${visibleLine(file)}.`, ...warningOf(format)]);
  }
  return 0;
}

function warningOf(format: PackageFormat): string[] {
  if (format === 'apkg') return [];
  return ['Importing it replaces everything on the phone: import what the phone has here first.'];
}

function isThere(file: string): VivaError {
  return new VivaError(
    'file-exists',
    `"${file}" already exists; nothing was written.`,
    'Choose another file with -o, or overwrite it with --force.',
    { place: { file } },
  );
}
