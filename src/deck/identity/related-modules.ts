import { groupBy } from '../../model/groups.js';
import type { SourcedModule } from '../../model/import.js';
import { moduleKey } from '../../model/module.js';
import type { NewCard, OldCard, Pairing } from './entries.js';

/** Live cards of an old module, and those of a new one that is the same, or part of it. */
export interface RelatedModules {
  readonly oldCards: readonly OldCard[];
  readonly newCards: readonly NewCard[];
}

interface Relation extends RelatedModules {
  /** Number of cards that both have, as far as is known. */
  readonly common: number;
  /** They have the same key. */
  readonly own: boolean;
}

/**
 * Finds which old modules live on in which new ones, the surest first: a module
 * of the same key; one with which it shares half the cards of either (renamed,
 * renumbered, split, merged); one whose title was the key before it got a number.
 */
export function relatedModules(
  pairing: Pairing,
  modules: readonly SourcedModule[],
): RelatedModules[] {
  const oldCards = groupBy(pairing.live, ({ stored }) => stored.module);
  const present = new Set(modules.map(({ key }) => key));
  const relations = modules.flatMap(({ key, module }, index) => {
    const newCards = pairing.fresh[index] ?? [];
    const common = countCommon(newCards);
    const title = moduleKey({ number: null, title: module.title });
    const gotNumber = !oldCards.has(key) && !present.has(title) ? title : key;
    const sources = new Set([key, gotNumber, ...common.keys()]);
    return [...sources].flatMap((from): Relation[] => {
      const before = oldCards.get(from);
      if (before === undefined) return [];
      const shared = common.get(from) ?? 0;
      const half = shared * 2 >= Math.min(before.length, newCards.length);
      const related = (shared > 0 && half) || from === key || from === gotNumber;
      return related ? [{ oldCards: before, newCards, common: shared, own: from === key }] : [];
    });
  });
  // Where modules changed places, that of the same key is not the nearest relation.
  return relations.sort((a, b) => b.common - a.common || Number(b.own) - Number(a.own));
}

/** Counts a new module's cards that are known from before, by the module they were in. */
function countCommon(newCards: readonly NewCard[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { partner } of newCards) {
    if (partner === null || partner.stored.retired) continue;
    const from = partner.stored.module;
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return counts;
}
