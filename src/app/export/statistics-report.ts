import { statisticsPage } from '../../export/html/statistics-report.js';
import { VivaError } from '../../model/error.js';
import type { Statistics } from '../../stats/statistics.js';
import type { Files } from '../import/ports.js';

/** Stands in every page that viva makes, so that it knows its own again. */
const MADE_BY = 'Made by viva.';

/**
 * Writes the statistics as a page. An earlier page of viva's is replaced; throws
 * `file-exists` rather than overwrite anything else.
 */
export async function writeStatisticsReport(
  statistics: Statistics,
  path: string,
  files: Files,
): Promise<void> {
  if (!isOurs(path, files)) {
    throw new VivaError(
      'file-exists',
      `"${path}" already exists and is not a report of viva; nothing was written.`,
      'Choose another file with --html.',
      { place: { file: path } },
    );
  }
  files.writeWhole(path, await statisticsPage(statistics));
}

function isOurs(path: string, files: Files): boolean {
  const kind = files.kindOf(path);
  if (kind !== 'file') return kind === 'missing';
  const text = Buffer.from(files.readBytes(path)).toString('utf8');
  return text.startsWith('<!doctype html>') && text.includes(MADE_BY);
}
