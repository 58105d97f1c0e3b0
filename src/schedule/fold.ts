import { VivaError } from '../model/error.js';
import type { JournalEvent, ReviewEvent } from '../model/event.js';
import type { ConfigId } from '../model/ids.js';
import { type Memory, NEW_MEMORY } from '../model/memory.js';
import type { SchedulerConfig } from '../model/settings.js';
import { applyReview } from './apply-review.js';

type Configs = ReadonlyMap<ConfigId, SchedulerConfig>;

/**
 * Gives the memory of one card from its journal. Takes the card's events in
 * the order of `compareEvents`, undone events left out, and the configurations
 * that its reviews name. Throws VivaError `database-damaged` where a review
 * names a configuration that is missing.
 */
export function foldCard(events: readonly JournalEvent[], configs: Configs): Memory {
  return events.reduce((memory, event) => applyEvent(memory, event, configs), NEW_MEMORY);
}

/**
 * Gives a card's memory after one more event. It equals the fold over all
 * events only if this one is the last of them by `compareEvents`; after a
 * clock ran backwards, or to undo, fold anew. Throws as `foldCard` does.
 */
export function applyEvent(memory: Memory, event: JournalEvent, configs: Configs): Memory {
  switch (event.kind) {
    case 'review':
      if (event.reviewKind === 'cram') return memory;
      return applyReview(memory, event, configOf(event, configs));
    case 'suspend':
      return { ...memory, suspended: true };
    case 'resume':
      return { ...memory, suspended: false, buriedUntil: null };
    case 'bury':
      return { ...memory, buriedUntil: event.until };
    case 'forget':
      return { ...NEW_MEMORY, flag: memory.flag, suspended: memory.suspended };
    case 'flag':
      return { ...memory, flag: event.value };
    case 'undo':
      // What it names is left out of the fold; by itself it does nothing.
      return memory;
  }
}

function configOf(event: ReviewEvent, configs: Configs): SchedulerConfig {
  const config = configs.get(event.config);
  if (config !== undefined) return config;
  throw new VivaError(
    'database-damaged',
    `Review ${event.id} was made under scheduler configuration ${event.config}, which is missing.`,
    'Restore a backup with `viva restore`, or run `viva doctor` to see what is damaged.',
  );
}
