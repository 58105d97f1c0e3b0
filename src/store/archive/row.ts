import type { ArchiveCard } from '../../model/archive/card.js';
import type { ArchiveConfig } from '../../model/archive/config.js';
import type { ArchiveModule } from '../../model/archive/module.js';
import type { ArchivePlan } from '../../model/archive/plan.js';
import { CARD_COLUMNS, type CardCells, cardCells, ownTextOf } from '../tables/cards.js';
import { lastCells, listed, placesOf } from '../tables/columns.js';
import { readConfig } from '../tables/json-columns.js';
import { MEMORY_COLUMNS, MEMORY_NAMES, type MemoryCells, memoryOfCells } from '../tables/memory.js';
import { type ModuleRow, moduleTextOf } from '../tables/modules.js';
import { type PlanRow, planOf } from '../tables/plans.js';

export interface ConfigRow {
  readonly key: number;
  readonly json: string;
}

/** A card, the id of the one it was joined to, what it says itself (a CardColumns in JSON), and its memory. */
export type ArchivedCells = readonly [
  ...card: CardCells,
  mergedInto: string | null,
  own: string | null,
  ...memory: MemoryCells,
];

const ARCHIVED = placesOf([...CARD_COLUMNS, 'merged_into', 'own', ...MEMORY_NAMES]);

/** The columns of `ArchivedCells`. */
export const ARCHIVED_COLUMNS = `${listed(CARD_COLUMNS, 'c')}, o.id, j.own, ${MEMORY_COLUMNS}`;

/** Returns the configuration that a row holds. */
export function configOf({ key, json }: ConfigRow): ArchiveConfig {
  return { key, config: readConfig(json) };
}

/** Returns the module that a row holds. */
export function moduleOf(row: ModuleRow): ArchiveModule {
  const { key, collection, ident, file, line } = row;
  const { tags, extras, unknownKeys, ...text } = moduleTextOf(row);
  const { insights, reading, related, ...others } = extras;
  return {
    ...{ key, collection, ident, ...text },
    tags: [...tags],
    extras: { ...others, insights: [...insights], reading: [...reading], related: [...related] },
    unknownKeys,
    ...{ file, line, changedAt: row.changed_at, retiredAt: row.retired_at },
  };
}

/** Returns the plan that a row holds. */
export function archivePlanOf(row: PlanRow): ArchivePlan {
  const { number: _, ...plan } = planOf(row);
  return plan;
}

/** Returns the card that a row holds. */
export function cardOf(row: ArchivedCells): ArchiveCard {
  const { changedAt, retiredAt, ...text } = ownTextOf(row);
  const own = row[ARCHIVED.own];
  return {
    id: row[ARCHIVED.id],
    ...text,
    ...{ addedAt: row[ARCHIVED.added_at], changedAt, retiredAt },
    mergedInto: row[ARCHIVED.merged_into],
    ...(own !== null && { own: ownTextOf(cardCells(JSON.parse(own))) }),
    memory: memoryOfCells(lastCells(row, ARCHIVED.state)),
  };
}
