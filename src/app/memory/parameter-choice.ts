import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import type { ParameterSet } from '../../model/parameters.js';
import type { ParameterSets } from './ports.js';

/** A set that was trained, by the number under which a person knows it. */
export interface NumberedSet {
  /** From 1, oldest first. */
  readonly number: number;
  readonly set: ParameterSet;
  readonly inForce: boolean;
}

/** Returns the sets that were trained, oldest first, and whether the defaults are in force. */
export function trainedSets(store: ParameterSets): {
  readonly sets: readonly NumberedSet[];
  readonly defaultsInForce: boolean;
} {
  const all = store.parameterSets();
  const current = all.at(-1);
  const inForce = current?.origin.kind === 'chosen' ? current.origin.set : (current?.id ?? null);
  const trained = all.filter(({ origin }) => origin.kind === 'trained');
  return {
    sets: trained.map((set, n) => ({ number: n + 1, set, inForce: set.id === inForce })),
    defaultsInForce: inForce === null,
  };
}

/**
 * Puts an earlier set, by its number, or the defaults in force. With
 * `reschedule` the reviews so far count under it too. Returns the number of cards
 * whose memory changed. Throws VivaError 'set-unknown'.
 */
export function putInForce(
  choice: number | 'default',
  reschedule: boolean,
  moment: Moment,
  store: ParameterSets,
): number {
  const chosen = choice === 'default' ? null : findSet(choice, store);
  const origin = { kind: 'chosen', set: chosen?.id ?? null } as const;
  return store.adopt({ weights: chosen?.weights ?? null, origin, reschedule }, moment).changed;
}

function findSet(number: number, store: ParameterSets): ParameterSet {
  const { sets } = trainedSets(store);
  const found = sets[number - 1];
  if (found !== undefined) return found.set;
  throw new VivaError(
    'set-unknown',
    sets.length === 0
      ? 'No parameters were fitted yet: the defaults are in force.'
      : `There is no parameter set ${number}; the last one is ${sets.length}.`,
    'See them with "viva optimize --list".',
  );
}
