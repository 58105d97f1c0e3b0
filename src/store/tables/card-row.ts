import type { CardRecord } from '../../app/cards/ports.js';
import type { Card, Stars } from '../../model/card.js';
import { cardId } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import { retrievability } from '../../schedule/retrievability.js';
import { readDefects, readNames } from './json-columns.js';
import { MEMORY_COLUMNS, type MemoryCells, memoryOfCells } from './memory-row.js';

/** A card with its memory, its module and its collection, as SQLite gives it in raw mode. */
export type CardRow = readonly [
  ...memory: MemoryCells,
  id: string,
  explicitId: string | null,
  ordinal: number,
  stars: Stars,
  companies: string,
  question: string,
  answer: string,
  defects: string,
  line: number,
  addedAt: number,
  retiredAt: number | null,
  number: number | null,
  title: string,
  part: string,
  emoji: string,
  tags: string,
  file: string,
  collection: string,
];

/** The columns of a `CardRow`, to select from `CARD_TABLES`. */
export const CARD_COLUMNS = `${MEMORY_COLUMNS}, c.id, c.explicit_id, c.ordinal, c.stars,
  c.companies, c.question, c.answer, c.defects, c.line, c.added_at, c.retired_at,
  m.number, m.title, m.part, m.emoji, m.tags, m.file, k.name`;

/** Cards under the aliases that every query over cards uses. */
export const CARD_TABLES = `cards c JOIN modules m ON m.key = c.module
  JOIN collections k ON k.key = m.collection JOIN memory y ON y.card = c.key`;

/** Modules in the order of the syllabus: those without a number last, as they came. */
export const MODULE_ORDER = 'm.collection, m.number IS NULL, m.number, m.key';

/** Gives the card with its memory, and its retrievability at the moment under these weights. */
export function recordOf(row: CardRow, moment: Moment, weights: readonly number[]): CardRecord {
  const memory = memoryOfCells(row);
  return { card: cardOf(row), memory, retrievability: retrievability(memory, moment, weights) };
}

function cardOf(row: CardRow): Card {
  return {
    id: cardId(row[17]),
    explicitId: row[18],
    module: {
      collection: row[34],
      part: row[30],
      number: row[28],
      title: row[29],
      emoji: row[31],
    },
    ordinal: row[19],
    stars: row[20],
    companies: readNames(row[21]),
    tags: readNames(row[32]),
    question: row[22],
    answer: row[23],
    defects: readDefects(row[24]),
    file: row[33] === '-' ? null : row[33],
    line: row[25],
    addedAt: row[26],
    retired: row[27] !== null,
  };
}
