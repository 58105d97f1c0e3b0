import type { Database } from 'better-sqlite3';
import type { MergeReport } from '../../app/ports.js';
import type { ArchiveRecord } from '../../model/archive.js';
import { VivaError } from '../../model/error.js';
import type { Projection } from '../journal/projection.js';
import { rebuild } from '../journal/rebuild.js';
import type { ParameterTable } from '../library/parameters.js';
import type { Configs } from '../tables/configs.js';
import { createCardMerger } from './cards.js';
import { createEventMerger } from './events.js';
import { archiveInvalid } from './invalid.js';
import { createModuleMerger } from './modules.js';
import { createPlanMerger } from './plans.js';

/** From so many cards on, folding all of them at once is faster than one by one. */
const MANY_CARDS = 500;

/** Thrown to take back what a dry run wrote. */
class DryRun extends Error {}

/** The parts of the store that a merge needs. */
export interface MergeTarget {
  readonly projection: Projection;
  readonly configs: Configs;
  readonly parameters: ParameterTable;
}

/** Merges an archive into the database; see `Archives.mergeArchive`. */
export function mergeArchive(
  db: Database,
  target: MergeTarget,
  records: Iterable<ArchiveRecord>,
  dryRun: boolean,
): MergeReport {
  let report: MergeReport | undefined;
  try {
    db.transaction(() => {
      report = merge(db, target, records);
      if (dryRun) throw new DryRun();
    }).immediate();
  } catch (error) {
    if (!(error instanceof DryRun)) throw explained(error);
  }
  if (report === undefined) throw new Error('the merge gave no report');
  return report;
}

function merge(
  db: Database,
  { projection, configs, parameters }: MergeTarget,
  records: Iterable<ArchiveRecord>,
): MergeReport {
  let rescheduled = false;
  const modules = createModuleMerger(db);
  const cards = createCardMerger(db);
  const events = createEventMerger(db, configs);
  const plans = createPlanMerger(db);
  for (const record of records) {
    switch (record.type) {
      case 'config':
        events.addConfig(record.value);
        break;
      case 'collection':
        modules.addCollection(record.value);
        break;
      case 'module':
        modules.addModule(record.value);
        break;
      case 'card':
        cards.add(record.value, modules.keyOf(record.value));
        break;
      case 'parameters':
        if (parameters.insert(record.value) && record.value.reschedulesBefore !== null) {
          rescheduled = true;
        }
        break;
      case 'event':
        events.add(record.value);
        break;
      case 'plan':
        plans.add(record.value);
        break;
    }
  }
  const joined = cards.join();
  modules.wake();
  if (rescheduled) rebuild(db, configs);
  else refold(db, projection, configs, new Set([...events.touched, ...joined]));
  return {
    ...modules.report(),
    cards: cards.report(),
    events: events.report(),
    plans: plans.report(),
  };
}

/** Takes keys of cards with new events, and brings the memory of those they count for up to date. */
function refold(
  db: Database,
  projection: Projection,
  configs: Configs,
  touched: ReadonlySet<number>,
): void {
  if (touched.size > MANY_CARDS) {
    rebuild(db, configs);
    return;
  }
  const ownerOf = db
    .prepare<[number], number>('SELECT coalesce(merged_into, key) FROM cards WHERE key = ?')
    .pluck();
  for (const owner of new Set([...touched].map((card) => ownerOf.get(card) ?? card))) {
    projection.refold(owner);
  }
}

// A rule of a table that the schema of archives does not know: the archive is at fault, not the disk.
function explained(error: unknown): unknown {
  if (error instanceof VivaError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (!code.startsWith('SQLITE_CONSTRAINT')) return error;
  return archiveInvalid(`The database does not take a record of it (${error.message})`);
}
