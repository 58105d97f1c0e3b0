import type { Database } from 'better-sqlite3';
import type { Library } from '../../app/import/ports.js';
import type { DeckCard, Stars } from '../../model/card.js';
import { type CardId, cardId } from '../../model/ids.js';
import type { DeckModule } from '../../model/module.js';
import type { Matching } from '../query/matching.js';
import { MODULE_ORDER } from '../tables/card-row.js';
import { parseExtras, readDefects, readNames, readUnknownKeys } from '../tables/json-columns.js';

interface ModuleRow {
  readonly key: number;
  readonly collection: string;
  readonly number: number | null;
  readonly title: string;
  readonly part: string;
  readonly emoji: string;
  readonly subtitle: string;
  readonly tags: string;
  readonly extras: string;
  readonly unknown_keys: string;
  readonly file: string;
  readonly line: number;
}

interface DeckCardRow {
  readonly id: string;
  readonly module: number;
  readonly explicit_id: string | null;
  readonly stars: Stars;
  readonly companies: string;
  readonly question: string;
  readonly answer: string;
  readonly line: number;
  readonly defects: string;
}

const MODULE_COLUMNS = `m.key, k.name AS collection, m.number, m.title, m.part, m.emoji,
  m.subtitle, m.tags, m.extras, m.unknown_keys, m.file, m.line`;

const MODULE_TABLES = 'modules m JOIN collections k ON k.key = m.collection';

const DECK_CARD_COLUMNS = `c.id, c.module, c.explicit_id, c.stars, c.companies, c.question, c.answer,
  c.line, c.defects`;

/** Gives the module around a card with its live cards; null for an unknown card. */
export function findModuleOf(db: Database, card: CardId): DeckModule | null {
  const row = db
    .prepare<[string], ModuleRow>(
      `SELECT ${MODULE_COLUMNS} FROM ${MODULE_TABLES}
       WHERE m.key = (SELECT module FROM cards WHERE id = ?)`,
    )
    .get(card);
  if (row === undefined) return null;
  const cards = db
    .prepare<[number], DeckCardRow>(
      `SELECT ${DECK_CARD_COLUMNS} FROM cards c
       WHERE c.module = ? AND c.retired_at IS NULL ORDER BY c.ordinal, c.key`,
    )
    .all(row.key);
  return moduleOf(row, cards);
}

/** Gives the modules of the cards that match, with these cards only, in the syllabus's order. */
export function findModules(
  db: Database,
  { from, where, params }: Matching,
): ReturnType<Library['modulesFor']> {
  const cards = db
    .prepare<[object], DeckCardRow>(
      `SELECT ${DECK_CARD_COLUMNS} FROM ${from} WHERE ${where} ORDER BY c.ordinal, c.key`,
    )
    .all(params);
  const byModule = new Map<number, DeckCardRow[]>();
  for (const card of cards) {
    const found = byModule.get(card.module);
    if (found === undefined) byModule.set(card.module, [card]);
    else found.push(card);
  }
  return db
    .prepare<[], ModuleRow>(
      `SELECT ${MODULE_COLUMNS} FROM ${MODULE_TABLES} ORDER BY ${MODULE_ORDER}`,
    )
    .all()
    .flatMap((row) => {
      const own = byModule.get(row.key);
      if (own === undefined) return [];
      const { collection, file } = row;
      const ids = own.map((card) => cardId(card.id));
      return [{ collection, file, module: moduleOf(row, own), ids }];
    });
}

function moduleOf(row: ModuleRow, cards: readonly DeckCardRow[]): DeckModule {
  const { title, part, number, emoji, subtitle, line } = row;
  return {
    title,
    part,
    number,
    emoji,
    subtitle,
    tags: readNames(row.tags),
    unknownKeys: readUnknownKeys(row.unknown_keys),
    extras: parseExtras(row.extras),
    cards: cards.map(deckCardOf),
    line,
  };
}

function deckCardOf(row: DeckCardRow): DeckCard {
  return {
    explicitId: row.explicit_id,
    stars: row.stars,
    companies: readNames(row.companies),
    question: row.question,
    answer: row.answer,
    line: row.line,
    defects: readDefects(row.defects),
  };
}
