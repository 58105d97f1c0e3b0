import { groupBy } from '../../model/groups.js';
import type { ImportPlan } from '../../model/import.js';
import type { Library } from './ports.js';

/** So many cards with a history are retired at once before anybody is asked. */
const MANY = 20;

/** A module most of whose reviewed cards an import would retire, with other cards in their place. */
export interface Replaced {
  readonly module: string;
  /** Cards with reviews that have no counterpart in the new text. */
  readonly reviewed: number;
  /** Cards that are new in the module. */
  readonly added: number;
}

/**
 * Finds the modules that an import takes for replaced: of at least twenty
 * reviewed cards, and half of what the module had, none was found again, and
 * there are new ones. More likely than other cards is that every card was
 * changed too much at once to be known again.
 */
export function findReplaced(
  { modules, retired }: ImportPlan,
  store: Pick<Library, 'countReviewed'>,
): Replaced[] {
  if (retired.length < MANY) return [];
  const lost = groupBy(retired, (card) => card.module);
  return modules.flatMap(({ key, module, cards }): Replaced[] => {
    const gone = lost.get(key) ?? [];
    const added = cards.filter(({ status }) => status === 'added').length;
    const kept = cards.length - added;
    if (gone.length < MANY || added < MANY || gone.length < kept) return [];
    const reviewed = store.countReviewed(gone.map(({ id }) => id));
    return reviewed < MANY ? [] : [{ module: module.title, reviewed, added }];
  });
}
