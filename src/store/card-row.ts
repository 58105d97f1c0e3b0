import type { CardRecord } from '../app/ports.js';
import type { Card, Stars } from '../model/card.js';
import { cardId } from '../model/ids.js';
import type { Moment } from '../model/moment.js';
import { retrievability } from '../schedule/retrievability.js';
import { readDefects, readNames } from './json-columns.js';
import { MEMORY_COLUMNS, type MemoryRow, memoryOf } from './memory-row.js';

/** A card with its module, its collection and its memory. */
export interface CardRow extends MemoryRow {
  readonly id: string;
  readonly explicit_id: string | null;
  readonly ordinal: number;
  readonly stars: Stars;
  readonly companies: string;
  readonly question: string;
  readonly answer: string;
  readonly defects: string;
  readonly line: number;
  readonly added_at: number;
  readonly retired_at: number | null;
  readonly number: number | null;
  readonly title: string;
  readonly part: string;
  readonly emoji: string;
  readonly tags: string;
  readonly file: string;
  readonly collection: string;
}

/** The columns of a `CardRow`, to select from `CARD_TABLES`. */
export const CARD_COLUMNS = `c.id, c.explicit_id, c.ordinal, c.stars, c.companies, c.question,
  c.answer, c.defects, c.line, c.added_at, c.retired_at,
  m.number, m.title, m.part, m.emoji, m.tags, m.file, k.name AS collection, ${MEMORY_COLUMNS}`;

/** Cards under the aliases that every query over cards uses. */
export const CARD_TABLES = `cards c JOIN modules m ON m.key = c.module
  JOIN collections k ON k.key = m.collection JOIN memory y ON y.card = c.key`;

/** Modules in the order of the syllabus: those without a number last, as they came. */
export const MODULE_ORDER = 'm.collection, m.number IS NULL, m.number, m.key';

/** Gives the card with its memory, and its retrievability at the moment under these weights. */
export function recordOf(row: CardRow, moment: Moment, weights: readonly number[]): CardRecord {
  const memory = memoryOf(row);
  return { card: cardOf(row), memory, retrievability: retrievability(memory, moment, weights) };
}

function cardOf(row: CardRow): Card {
  const { collection, part, number, title, emoji } = row;
  return {
    id: cardId(row.id),
    explicitId: row.explicit_id,
    module: { collection, part, number, title, emoji },
    ordinal: row.ordinal,
    stars: row.stars,
    companies: readNames(row.companies),
    tags: readNames(row.tags),
    question: row.question,
    answer: row.answer,
    defects: readDefects(row.defects),
    file: row.file === '-' ? null : row.file,
    line: row.line,
    addedAt: row.added_at,
    retired: row.retired_at !== null,
  };
}
