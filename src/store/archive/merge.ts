import type { Database } from 'better-sqlite3';
import type { MergeReport } from '../../app/upkeep/ports.js';
import type { ArchiveRecord } from '../../model/archive/archive.js';
import type { MergedCard } from '../../model/archive/card.js';
import type { ArchiveParameters } from '../../model/archive/parameters.js';
import { VivaError } from '../../model/error.js';
import { undoCopies } from '../journal/copies.js';
import { archiveInvalid } from '../journal/invalid.js';
import { createEventMerger } from '../journal/merge-events.js';
import type { Projection } from '../journal/projection.js';
import { rebuild } from '../journal/rebuild.js';
import { refold } from '../journal/refold.js';
import type { ParameterTable } from '../library/parameters.js';
import { createPlaceholders } from '../library/placeholder.js';
import type { Configs } from '../tables/configs.js';
import { countedAfter } from '../tables/queue-counts.js';
import { createCardMerger } from './cards.js';
import { createModuleMerger } from './modules.js';
import { createPlanMerger } from './plans.js';

/** Thrown to take back what a dry run wrote. */
class DryRun extends Error {}

/** The parts of the store that a merge needs. */
export interface MergeTarget {
  readonly projection: Projection;
  readonly configs: Configs;
  readonly parameters: ParameterTable;
}

/** What of an archive a merge takes: memory is computed again. */
export type MergeRecord =
  | Exclude<ArchiveRecord, { type: 'card' }>
  | { readonly type: 'card'; readonly value: MergedCard };

/**
 * Merges records into the database, in one transaction; see
 * `Archives.mergeArchive`. Every way in goes through here: archives, and other
 * databases, damaged or not. With `tolerant`, what does not fit is left out
 * and counted, and a card of which only events are left is made without text.
 */
export function mergeRecords(
  db: Database,
  target: MergeTarget,
  records: Iterable<MergeRecord>,
  { dryRun, tolerant = false }: { readonly dryRun: boolean; readonly tolerant?: boolean },
): MergeReport {
  let report: MergeReport | undefined;
  try {
    db.transaction(() => {
      const mergeAll = () => merge(db, target, records, tolerant);
      const isFirst = db.prepare('SELECT 1 FROM cards LIMIT 1').get() === undefined;
      report = isFirst ? countedAfter(db, mergeAll) : mergeAll();
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
  records: Iterable<MergeRecord>,
  tolerant: boolean,
): MergeReport {
  const into = createMergers(db, configs, parameters);
  const left = tolerant ? addUsable(db, into, records) : addAll(into, records);
  const sets = into.cards.join(tolerant);
  into.modules.wake();
  undoCopies(db, new Set([...into.events.touched, ...sets.flat()]));
  for (const card of sets.flatMap(([, ...others]) => others)) projection.reset(card);
  const roots = sets.flatMap(([root]) => (root === undefined ? [] : [root]));
  if (into.rescheduled()) rebuild(db, configs);
  else refold(db, projection, configs, new Set([...into.events.touched, ...roots]));
  return { ...into.report(), ...left };
}

type Left = Pick<MergeReport, 'unusable' | 'differing'>;

function addAll(into: Mergers, records: Iterable<MergeRecord>): Left {
  for (const record of records) into.add(record);
  return { unusable: 0, differing: [] };
}

/** Adds what fits; returns what is left of the events. */
function addUsable(db: Database, into: Mergers, records: Iterable<MergeRecord>): Left {
  const placeholders = createPlaceholders(db);
  const differing: string[] = [];
  let unusable = 0;
  for (const record of records) {
    const { type, value } = record;
    try {
      if (type === 'event' && !into.cards.has(value.card)) placeholders.add(value.card);
      into.add(record);
    } catch (error) {
      if (isDiffering(error)) differing.push(error.message);
      else if (!isMisfit(error)) throw error;
      else if (type === 'event') unusable += 1;
    }
  }
  return { unusable, differing };
}

type Mergers = ReturnType<typeof createMergers>;

function createMergers(db: Database, configs: Configs, parameters: ParameterTable) {
  const modules = createModuleMerger(db);
  const cards = createCardMerger(db, modules.keyOf);
  const events = createEventMerger(db, configs);
  const plans = createPlanMerger(db);
  const sets = { added: 0, known: 0 };
  let rescheduled = false;

  function addSet(set: ArchiveParameters): void {
    const isNew = parameters.insert(set);
    sets[isNew ? 'added' : 'known'] += 1;
    rescheduled ||= isNew && set.reschedulesBefore !== null;
  }

  return {
    modules,
    cards,
    events,
    rescheduled: () => rescheduled,
    add({ type, value }: MergeRecord): void {
      if (type === 'config') events.addConfig(value);
      else if (type === 'collection') modules.addCollection(value);
      else if (type === 'module') modules.addModule(value);
      else if (type === 'card') cards.add(value);
      else if (type === 'parameters') addSet(value);
      else if (type === 'event') events.add(value);
      else plans.add(value);
    },
    report: () => ({
      ...modules.report(),
      cards: cards.report(),
      parameters: { ...sets },
      events: events.report(),
      plans: plans.report(),
    }),
  };
}

function isDiffering(error: unknown): error is VivaError {
  return error instanceof VivaError && error.code === 'events-differ';
}

/** Is it the record that is wrong, not the database? */
function isMisfit(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'import-failed' || String(error.code).startsWith('SQLITE_CONSTRAINT');
}

// A rule of a table that the schema of archives does not know: the archive is at fault, not the disk.
function explained(error: unknown): unknown {
  if (error instanceof VivaError || !isMisfit(error)) return error;
  return archiveInvalid(`The database does not take a record of it (${error.message})`);
}
