import type {
  ArchiveCard,
  ArchiveCollection,
  ArchiveConfig,
  ArchiveModule,
  OwnText,
} from '../../model/archive.js';
import type { Stars } from '../../model/card.js';
import type { CardColumns } from '../tables/card-state.js';
import {
  parseExtras,
  readConfig,
  readDefects,
  readNames,
  readUnknownKeys,
} from '../tables/json-columns.js';
import { MEMORY_COLUMNS, type MemoryRow, memoryOf } from '../tables/memory-row.js';

export interface ConfigRow {
  readonly key: number;
  readonly json: string;
}

export interface CollectionRow {
  readonly key: number;
  readonly name: string;
  readonly source: string | null;
  readonly imported_at: number;
  readonly removed_at: number | null;
}

export interface ModuleRow {
  readonly key: number;
  readonly collection: number;
  readonly ident: string;
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
  readonly changed_at: number;
  readonly retired_at: number | null;
}

export interface ArchiveCardRow extends MemoryRow {
  readonly id: string;
  readonly explicit_id: string | null;
  readonly module_key: number;
  readonly ordinal: number;
  readonly stars: Stars;
  readonly companies: string;
  readonly question: string;
  readonly answer: string;
  readonly defects: string;
  readonly line: number;
  readonly added_at: number;
  readonly changed_at: number;
  readonly retired_at: number | null;
  readonly merged_into: string | null;
  /** A CardColumns in JSON; null for a card that stands alone. */
  readonly own: string | null;
}

export const MODULE_COLUMNS = `m.key, m.collection, m.ident, m.number, m.title, m.part, m.emoji,
  m.subtitle, m.tags, m.extras, m.unknown_keys, m.file, m.line,
  m.changed_at, m.retired_at`;

/** Of a card c with its memory y, the card o that it was joined to, and what it says itself, j. */
export const ARCHIVE_CARD_COLUMNS = `c.id, c.explicit_id, c.module AS module_key, c.ordinal, c.stars,
  c.companies, c.question, c.answer, c.defects, c.line, c.added_at, c.changed_at,
  c.retired_at, o.id AS merged_into, j.own, ${MEMORY_COLUMNS}`;

/** Gives the configuration that a row holds. */
export function configOf({ key, json }: ConfigRow): ArchiveConfig {
  return { key, config: readConfig(json) };
}

/** Gives the collection that a row holds, with the files it was read from. */
export function collectionOf(
  row: CollectionRow,
  files: ArchiveCollection['files'],
): ArchiveCollection {
  const { key, name, source } = row;
  return { key, name, source, importedAt: row.imported_at, removedAt: row.removed_at, files };
}

/** Gives the module that a row holds. */
export function moduleOf(row: ModuleRow): ArchiveModule {
  const { key, collection, ident, number, title, part, emoji, subtitle, file, line } = row;
  const { insights, reading, related, ...extras } = parseExtras(row.extras);
  return {
    key,
    collection,
    ident,
    number,
    title,
    part,
    emoji,
    subtitle,
    tags: [...readNames(row.tags)],
    extras: { ...extras, insights: [...insights], reading: [...reading], related: [...related] },
    unknownKeys: readUnknownKeys(row.unknown_keys),
    file,
    line,
    changedAt: row.changed_at,
    retiredAt: row.retired_at,
  };
}

/** Gives the card that a row holds. */
export function cardOf(row: ArchiveCardRow): ArchiveCard {
  const { id, ordinal, stars, question, answer, line } = row;
  return {
    id,
    explicitId: row.explicit_id,
    module: row.module_key,
    ordinal,
    stars,
    companies: [...readNames(row.companies)],
    question,
    answer,
    defects: [...readDefects(row.defects)],
    line,
    addedAt: row.added_at,
    changedAt: row.changed_at,
    retiredAt: row.retired_at,
    mergedInto: row.merged_into,
    ...(row.own !== null && { own: ownTextOf(JSON.parse(row.own)) }),
    memory: memoryOf(row),
  };
}

/** Returns what a joined card says itself, as archives have it. */
function ownTextOf(state: CardColumns): OwnText {
  const { module, ordinal, stars, question, answer, line } = state;
  return {
    ...{ module, ordinal, stars, question, answer, line },
    explicitId: state.explicit_id,
    companies: [...readNames(state.companies)],
    defects: [...readDefects(state.defects)],
    changedAt: state.changed_at,
    retiredAt: state.retired_at,
  };
}
