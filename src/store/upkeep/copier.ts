import type { Upkeep } from '../../app/upkeep/ports.js';
import { connect } from '../file/connect.js';
import { copyDatabase } from '../file/copy.js';
import { hasNoCard } from '../file/has-no-card.js';
import { explainStorageError } from '../file/sqlite-error.js';

const BUSY_TIMEOUT_MS = 3_000;

/** What copies a database while another connection of this viva writes to it. */
export interface Copier extends Pick<Upkeep, 'isEmpty' | 'copyTo'> {
  close(): void;
}

/**
 * Opens a database that another connection of this viva has open, to copy it as it is now.
 * Throws VivaError as `openStore` does.
 */
export function openCopier(path: string): Copier {
  try {
    const db = connect(path, BUSY_TIMEOUT_MS);
    // A copy begins anew when another connection writes, but not within a transaction: that sees one moment.
    db.exec('BEGIN');
    const isEmpty = hasNoCard(db);
    return {
      isEmpty: () => isEmpty,
      copyTo: (to) => copyDatabase(db, to, true),
      close: () => void db.close(),
    };
  } catch (error) {
    throw explainStorageError(error, path);
  }
}
