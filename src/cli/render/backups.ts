import type { BackupRecord } from '../../app/upkeep/backup.js';
import { visibleLine } from '../../model/text/visible.js';
import { formatStudyDay } from '../../schedule/study-day.js';
import type { Context } from '../contract/context.js';
import { renderTable } from './table.js';

const KIB = 1024;

/** Returns a file's size in words: `812 KiB`, `3.4 MiB`. */
export function sizeText(bytes: number): string {
  const kib = bytes / KIB;
  return kib < KIB ? `${Math.ceil(kib)} KiB` : `${(kib / KIB).toFixed(1)} MiB`;
}

/** Lists backups for a person. */
export function backupsText(
  backups: readonly BackupRecord[],
  folder: string,
  context: Context,
): string[] {
  if (backups.length === 0) {
    return ['There is no backup yet. One is made every day; "viva backup" makes one now.'];
  }
  const table = renderTable(
    [
      { title: 'backup' },
      { title: 'cards', align: 'right' },
      { title: 'reviews', align: 'right' },
      { title: 'size', align: 'right' },
      { title: '', flexible: true },
    ],
    backups.map((backup) => [
      visibleLine(backup.name.replace(/\.db$/, '')),
      backup.problem === null ? String(backup.cards) : '',
      backup.problem === null ? String(backup.reviews) : '',
      sizeText(backup.size),
      backup.problem === null ? '' : `bad: ${visibleLine(backup.problem)}`,
    ]),
    context.stdout.cutAt,
  );
  return [table, '', `Backups are in ${visibleLine(folder)}`];
}

/** The same for programs. */
export function backupsJson(backups: readonly BackupRecord[]): object[] {
  return backups.map(({ day, newestAt, ...backup }) => ({
    ...backup,
    day: formatStudyDay(day),
    newestAt: newestAt === null ? null : new Date(newestAt).toISOString(),
  }));
}
