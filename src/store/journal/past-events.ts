import type { Database } from 'better-sqlite3';
import type { PastEvent } from '../../app/review/ports.js';
import { VivaError } from '../../model/error.js';
import type { CardId } from '../../model/ids.js';
import type { SchedulerConfig } from '../../model/settings.js';
import type { Configs } from '../tables/configs.js';
import { createEventMerger } from './merge-events.js';
import { pastEventId } from './past-event-id.js';
import type { Projection } from './projection.js';
import { refold } from './refold.js';

/** By which the merger knows the one configuration of them all. */
const CONFIG = 1;

/**
 * Merges events of another program into the journal; runs within a
 * transaction. One that is there already stays as it is, whatever its program
 * says of it now. Returns the number of those that were not.
 */
export function writePast(
  db: Database,
  { projection, configs }: { readonly projection: Projection; readonly configs: Configs },
  config: SchedulerConfig,
  device: string,
  events: readonly PastEvent[],
): number {
  const merger = createEventMerger(db, configs);
  const isCard = db.prepare<[string], number>('SELECT 1 FROM cards WHERE id = ?').pluck();
  merger.addConfig({ key: CONFIG, config });
  for (const past of events) {
    if (isCard.get(past.card) === undefined) throw unknown(past.card);
    const id = pastEventId({ ...past, device });
    if (merger.has(id)) continue;
    const event = { ...past, id, device };
    merger.add(event.kind === 'review' ? { ...event, config: CONFIG } : event);
  }
  refold(db, projection, configs, merger.touched);
  return merger.report().added;
}

function unknown(card: CardId): VivaError {
  return new VivaError('card-unknown', `There is no card ${card}.`, 'Import its deck.');
}
