import type { StudyDay } from '../../model/ids.js';
import { formatStudyDay, parseStudyDay } from '../../schedule/study-day.js';

/**
 * Why a backup was made: by itself on the day's first start, because somebody
 * asked, or because a restore was about to replace the database.
 */
export type BackupKind = 'automatic' | 'manual' | 'before-restore';

/** What the name of a backup says. */
export interface BackupName {
  readonly name: string;
  readonly kind: BackupKind;
  readonly day: StudyDay;
}

/**
 * Returns the name of a backup of a database with this stem (`viva` of viva.db):
 * `viva-2026-11-24.db`, `viva-2026-11-24-manual.db`, `-manual-2.db` and so on.
 */
export function backupName(stem: string, kind: BackupKind, day: StudyDay, number = 1): string {
  const why = kind === 'automatic' ? '' : `-${kind}`;
  const which = number === 1 ? '' : `-${number}`;
  return `${stem}-${formatStudyDay(day)}${why}${which}.db`;
}

/** Reads the name of a backup of that database; null for any other file. */
export function readBackupName(stem: string, name: string): BackupName | null {
  if (!name.startsWith(`${stem}-`)) return null;
  const rest = name.slice(stem.length + 1);
  const parts = /^(\d{4}-\d{2}-\d{2})(?:-(manual|before-restore)(?:-\d+)?)?\.db$/.exec(rest);
  const day = parseStudyDay(parts?.[1] ?? '');
  if (parts === null || day === undefined) return null;
  const kind = parts[2] === 'manual' || parts[2] === 'before-restore' ? parts[2] : 'automatic';
  return { name, kind, day };
}
