import Sqlite from 'better-sqlite3';
import { VivaError } from '../../model/error.js';
import { checkSqliteVersion, sqliteMissing } from './sqlite-support.js';
import { sqliteVersion } from './sqlite-version.js';

/**
 * Returns better-sqlite3, whose native code is loaded when the first database
 * is opened. Throws VivaError 'sqlite-unsupported' where the installed version
 * is missing or known to crash on this Node.
 */
export function loadSqlite(nodeVersion: string = process.versions.node): typeof Sqlite {
  try {
    checkSqliteVersion(sqliteVersion(), nodeVersion);
    return Sqlite;
  } catch (error) {
    throw error instanceof VivaError ? error : sqliteMissing(error);
  }
}
