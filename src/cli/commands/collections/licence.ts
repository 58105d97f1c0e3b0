import { basename, dirname, join } from 'node:path';
import { isAddress } from '../../../app/import/address.js';
import { isLicenceFile, licenceName } from '../../../app/import/licence.js';
import type { CollectionRecord } from '../../../app/import/ports.js';
import type { Context } from '../../contract/context.js';
import { snapshotFolder } from '../../shared/snapshots.js';

/** So much of the text of a licence is looked at. */
const MAX_BYTES = 8192;

/**
 * Returns the short name of the licence that lies beside a collection's files, or the name of
 * its file where that is not known; null where there is none.
 */
export function licenceOf(
  { source }: Pick<CollectionRecord, 'source'>,
  context: Pick<Context, 'files' | 'paths'>,
): string | null {
  if (source === null) return null;
  const { files } = context;
  const place = isAddress(source) ? snapshotFolder(source, context) : source;
  const folder = files.kindOf(place) === 'file' ? dirname(place) : place;
  if (files.kindOf(folder) !== 'folder') return null;
  const file = files.namesIn(folder).filter(isLicenceFile).sort()[0];
  if (file === undefined) return null;
  if (files.kindOf(join(folder, file)) !== 'file') return null;
  const text = new TextDecoder().decode(files.readBytes(join(folder, file), MAX_BYTES));
  return licenceName(text) ?? `see ${basename(file)}`;
}
