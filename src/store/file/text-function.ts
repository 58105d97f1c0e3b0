import type { Database } from 'better-sqlite3';
import { holdsText } from '../../query/text-match.js';

/** Adds viva_holds, which says whether a text holds a search text; see `holdsText`. */
export function addTextFunction(db: Database): void {
  db.function('viva_holds', { deterministic: true }, (text: string, search: string) =>
    holdsText(text, search) ? 1 : 0,
  );
}
