import type { CardRecord } from '../../app/cards/ports.js';
import type { Card } from '../../model/card.js';
import { cardId } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import { foldName } from '../../query/fold-name.js';
import { retrievability } from '../../schedule/retrievability.js';
import { CARD_COLUMNS, type CardCells, deckCardOf } from './cards.js';
import { type Cells, lastCells, listed, placesOf } from './columns.js';
import { readNames } from './json-columns.js';
import { MEMORY_COLUMNS, MEMORY_NAMES, type MemoryCells, memoryOfCells } from './memory.js';
import type { ModuleRow } from './modules.js';

const OF_MODULE = ['number', 'title', 'part', 'emoji', 'tags', 'file'] as const;

/** A card with its module, its collection and its memory, in raw mode. */
export type RecordCells = readonly [
  ...card: CardCells,
  ...module: Cells<typeof OF_MODULE, ModuleRow>,
  collection: string,
  ...memory: MemoryCells,
];

const RECORD = placesOf([
  ...CARD_COLUMNS,
  ...(['number', 'title', 'part', 'emoji', 'module_tags', 'file', 'collection'] as const),
  ...MEMORY_NAMES,
]);

/** The columns of `RecordCells`, to select from `CARD_TABLES`. */
export const RECORD_COLUMNS = `${listed(CARD_COLUMNS, 'c')}, ${listed(OF_MODULE, 'm')}, k.name,
  ${MEMORY_COLUMNS}`;

/** Cards under the aliases that every query over cards uses. */
export const CARD_TABLES = `cards c JOIN modules m ON m.key = c.module
  JOIN collections k ON k.key = m.collection JOIN memory y ON y.card = c.key`;

/** Modules in the order of the syllabus: those without a number last, as they came. */
export const MODULE_ORDER = 'm.collection, m.number IS NULL, m.number, m.key';

/** Returns the card with its memory, and its retrievability at the moment under these weights. */
export function recordOf(row: RecordCells, moment: Moment, weights: readonly number[]): CardRecord {
  const memory = memoryOfCells(lastCells(row, RECORD.state));
  return { card: cardOf(row), memory, retrievability: retrievability(memory, moment, weights) };
}

function cardOf(row: RecordCells): Card {
  const file = row[RECORD.file];
  return {
    id: cardId(row[RECORD.id]),
    module: {
      collection: row[RECORD.collection],
      part: row[RECORD.part],
      number: row[RECORD.number],
      title: row[RECORD.title],
      emoji: row[RECORD.emoji],
    },
    ordinal: row[RECORD.ordinal],
    ...deckCardOf(row),
    tags: withOwn(readNames(row[RECORD.module_tags]), readNames(row[RECORD.tags])),
    file: file === '-' ? null : file,
    addedAt: row[RECORD.added_at],
    changedAt: row[RECORD.changed_at],
    retired: row[RECORD.retired_at] !== null,
  };
}

/** Adds a card's own tags to those of its module. */
function withOwn(ofModule: readonly string[], own: readonly string[]): readonly string[] {
  if (own.length === 0) return ofModule;
  const known = new Set(ofModule.map(foldName));
  return [...ofModule, ...own.filter((name) => !known.has(foldName(name)))];
}
