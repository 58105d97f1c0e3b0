import { VivaError } from '../model/error.js';
import type { JournalEvent, ReviewEvent, ReviewKind } from '../model/event.js';
import type { ConfigId } from '../model/ids.js';
import { type Memory, NEW_MEMORY } from '../model/memory.js';
import type { SchedulerConfig } from '../model/settings.js';
import { applyReview } from './apply-review.js';
import { foldedKind } from './review-kind.js';

type Configs = ReadonlyMap<ConfigId, SchedulerConfig>;

/** Reviews that count as made under other configurations than those they name. */
export interface Rescheduled {
  /** Those before this time, ms since 1970. */
  readonly before: number;
  /** The configurations they count under, by the one they name. */
  readonly configs: Configs;
}

/**
 * Returns the memory of one card from its journal. Takes the card's events in
 * the order of `compareEvents`, undone events left out, the configurations
 * that its reviews name, what was rescheduled, and a function that is told of
 * each review that was for something else than its event says, by its place in
 * the list. Throws VivaError `database-damaged` where a review names a
 * configuration that is missing.
 */
export function foldCard(
  events: readonly JournalEvent[],
  configs: Configs,
  rescheduled: Rescheduled | null = null,
  onOtherKind: (place: number, kind: ReviewKind) => void = () => {},
): Memory {
  let memory = NEW_MEMORY;
  for (const [place, event] of events.entries()) {
    if (event.kind === 'review') {
      const kind = foldedKind(event, memory);
      if (kind !== event.reviewKind) onOtherKind(place, kind);
    }
    memory = applyEvent(memory, event, configs, rescheduled);
  }
  return memory;
}

/**
 * Returns a card's memory after one more event. It equals the fold over all
 * events only if this one is the last of them by `compareEvents`; after a
 * clock ran backwards, or to undo, fold anew. Throws as `foldCard` does.
 */
export function applyEvent(
  memory: Memory,
  event: JournalEvent,
  configs: Configs,
  rescheduled: Rescheduled | null = null,
): Memory {
  switch (event.kind) {
    case 'review':
      if (event.reviewKind === 'cram') return memory;
      return applyReview(memory, event, configOf(event, configs, rescheduled));
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

function configOf(
  event: ReviewEvent,
  configs: Configs,
  rescheduled: Rescheduled | null,
): SchedulerConfig {
  const isRescheduled = rescheduled !== null && event.at < rescheduled.before;
  const config = (isRescheduled ? rescheduled.configs : configs).get(event.config);
  if (config !== undefined) return config;
  throw new VivaError(
    'database-damaged',
    `Review ${event.id} was made under scheduler configuration ${event.config}, which is missing.`,
    'Restore a backup with "viva restore", or run "viva doctor" to see what is damaged.',
  );
}
