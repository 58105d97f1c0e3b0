import { VivaError } from '../../model/error.js';
import type { Files } from '../import/ports.js';
import type { BackupFolder, DatabaseFiles, FileRights } from './ports.js';

/** One thing the doctor looked at. */
export interface Finding {
  readonly check:
    | 'settings'
    | 'updates'
    | 'database'
    | 'file'
    | 'journal'
    | 'backups'
    | 'privacy'
    | 'copies'
    | 'clock';
  readonly state: 'ok' | 'warning' | 'error';
  readonly message: string;
  /** What to do; empty where all is well. */
  readonly hint: string;
}

export interface DoctorPorts {
  readonly databaseFiles: DatabaseFiles;
  readonly rights: FileRights;
  readonly folder: BackupFolder;
  readonly files: Files;
  /** Reads the settings; throws VivaError where they are not valid. */
  readonly checkSettings: () => void;
  /** ms since 1970. */
  readonly now: number;
}

export const REPAIR = 'Run "viva doctor --repair".';

/** A finding that all is well. */
export function ok(check: Finding['check'], message: string): Finding {
  return { check, state: 'ok', message, hint: '' };
}

/** A finding that a repair mends. */
export function broken(check: Finding['check'], message: string): Finding {
  return { check, state: 'error', message, hint: REPAIR };
}

/** A finding from what was thrown; `hint` in place of its own. Throws what is no VivaError on. */
export function fromError(check: Finding['check'], error: unknown, hint?: string): Finding {
  if (!(error instanceof VivaError)) throw error;
  return { check, state: 'error', message: error.message, hint: hint ?? error.hint };
}
