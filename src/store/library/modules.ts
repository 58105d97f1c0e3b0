import type { Database } from 'better-sqlite3';
import type { Library } from '../../app/import/ports.js';
import { groupBy } from '../../model/groups.js';
import { type CardId, cardId } from '../../model/ids.js';
import type { DeckModule } from '../../model/module.js';
import type { Matching } from '../query/matching.js';
import { MODULE_ORDER } from '../tables/card-record.js';
import { CARD, CARD_COLUMNS, type CardCells, deckCardOf } from '../tables/cards.js';
import { listed } from '../tables/columns.js';
import { MODULE_COLUMNS, type ModuleRow, moduleTextOf } from '../tables/modules.js';

interface NamedModule extends ModuleRow {
  readonly collection_name: string;
}

const MODULES = `SELECT ${MODULE_COLUMNS}, k.name AS collection_name
  FROM modules m JOIN collections k ON k.key = m.collection`;

const CARDS = `SELECT ${listed(CARD_COLUMNS, 'c')} FROM`;

/** Returns the module around a card with its live cards; null for an unknown card. */
export function findModuleOf(db: Database, card: CardId): DeckModule | null {
  const row = db
    .prepare<[string], NamedModule>(
      `${MODULES} WHERE m.key = (SELECT module FROM cards WHERE id = ?)`,
    )
    .get(card);
  if (row === undefined) return null;
  const cards = db
    .prepare<[number], CardCells>(
      `${CARDS} cards c WHERE c.module = ? AND c.retired_at IS NULL ORDER BY c.ordinal, c.key`,
    )
    .raw()
    .all(row.key);
  return moduleOf(row, cards);
}

/** Returns the modules of the cards that match, with these cards only, in the syllabus's order. */
export function findModules(
  db: Database,
  { from, where, params }: Matching,
): ReturnType<Library['modulesFor']> {
  const cards = db
    .prepare<[object], CardCells>(`${CARDS} ${from} WHERE ${where} ORDER BY c.ordinal, c.key`)
    .raw()
    .all(params);
  const byModule = groupBy(cards, (card) => card[CARD.module]);
  return db
    .prepare<[], NamedModule>(`${MODULES} ORDER BY ${MODULE_ORDER}`)
    .all()
    .flatMap((row) => {
      const own = byModule.get(row.key);
      if (own === undefined) return [];
      const { collection_name: collection, file } = row;
      const ids = own.map((card) => cardId(card[CARD.id]));
      return [{ collection, file, module: moduleOf(row, own), ids }];
    });
}

function moduleOf(row: ModuleRow, cards: readonly CardCells[]): DeckModule {
  return { ...moduleTextOf(row), cards: cards.map(deckCardOf), line: row.line };
}
