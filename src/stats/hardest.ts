import type { CardTable } from './card-table.js';

/**
 * Returns the keys of the hardest cards, hardest first: most lapses, then
 * highest FSRS difficulty, then the oldest. New cards are none. `leeches`
 * looks at leeches alone.
 */
export function hardestKeys(table: CardTable, most: number, leeches: boolean): number[] {
  const best: number[] = [];
  for (let key = 0; key < table.size; key++) {
    if (table.seen[key] !== 1 || (leeches && table.leech[key] !== 1)) continue;
    const last = best[best.length - 1];
    if (best.length === most && last !== undefined && !isHarder(table, key, last)) continue;
    insert(table, best, key);
    if (best.length > most) best.pop();
  }
  return best;
}

function insert(table: CardTable, best: number[], key: number): void {
  let at = best.length;
  while (at > 0 && isHarder(table, key, best[at - 1] ?? 0)) at--;
  best.splice(at, 0, key);
}

/** Keys rise with time, so equals keep the order in which they come. */
function isHarder(table: CardTable, a: number, b: number): boolean {
  const lapses = (table.lapses[a] ?? 0) - (table.lapses[b] ?? 0);
  if (lapses !== 0) return lapses > 0;
  return (table.difficulty[a] ?? 0) > (table.difficulty[b] ?? 0);
}
