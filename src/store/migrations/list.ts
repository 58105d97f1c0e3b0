import { initial } from './0001-initial.js';
import { plansAndParameters } from './0002-plans-and-parameters.js';
import { starsIndex } from './0003-stars-index.js';
import { newCardCounts } from './0004-new-card-counts.js';
import { devicesAndKinds } from './0005-devices.js';
import { merging } from './0006-merging.js';
import { tickedPointsColumn } from './0007-ticked-points.js';
import { cardTags } from './0008-card-tags.js';
import { syncing } from './0009-sync.js';
import { queueCounts } from './0010-queue-counts.js';
import { siblings } from './0011-siblings.js';
import type { Migration } from './migration.js';

/** Every migration, oldest first. Append only: a landed one is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  initial,
  plansAndParameters,
  starsIndex,
  newCardCounts,
  devicesAndKinds,
  merging,
  tickedPointsColumn,
  cardTags,
  syncing,
  queueCounts,
  siblings,
];
