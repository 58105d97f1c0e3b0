import { VivaError } from '../../model/error.js';
import { loadSqlite } from '../../store/file/sqlite.js';

/** What a report of a fault should name. */
export interface Versions {
  readonly viva: string;
  readonly node: string;
  /** Version of SQLite; null where it cannot be loaded. */
  readonly sqlite: string | null;
  /** Why SQLite cannot be loaded; null where it can. */
  readonly sqliteProblem: string | null;
  /** Version of ts-fsrs, and of the algorithm in it. */
  readonly fsrs: string;
  /** Operating system and processor, such as `linux-x64`. */
  readonly platform: string;
}

/** Returns the versions of viva and of what it stands on. Never throws for SQLite. */
export function versionsOf(
  viva: string,
  fsrs: string,
  { versions, platform, arch }: Pick<NodeJS.Process, 'versions' | 'platform' | 'arch'>,
): Versions {
  return { viva, node: versions.node, ...sqliteVersion(), fsrs, platform: `${platform}-${arch}` };
}

function sqliteVersion(): Pick<Versions, 'sqlite' | 'sqliteProblem'> {
  try {
    const database = new (loadSqlite())(':memory:');
    const sqlite = String(database.prepare('SELECT sqlite_version()').pluck().get());
    database.close();
    return { sqlite, sqliteProblem: null };
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    return { sqlite: null, sqliteProblem: error.message };
  }
}
