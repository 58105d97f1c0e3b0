import type { CardTable } from './card-table.js';
import type { CompanyFacts, ModuleFacts } from './readiness.js';
import type { MissedGroup, PointStatistics } from './review-figures.js';
import { share } from './share.js';

/** A review with its points ticked off, in numbers. */
export interface TickedReview {
  /** Key of the card that it counts for. */
  readonly card: number;
  /** Study day. */
  readonly day: number;
  /** Good points named, of so many; and wrong ones said. */
  readonly good: number;
  readonly goodOf: number;
  readonly wrong: number;
}

interface Tally {
  missed: number;
  of: number;
}

const MAX_GROUPS = 20;

/** Counts the good points that ticked reviews of the selected cards missed, by module and company. */
export function missedPoints(
  reviews: Iterable<TickedReview>,
  cards: CardTable,
  period: { readonly since: number; readonly until: number },
  modules: readonly ModuleFacts[],
  companies: Iterable<CompanyFacts>,
): PointStatistics {
  const all = { reviews: 0, missed: 0, of: 0, wrong: 0 };
  const byCard = new Map<number, Tally>();
  for (const { card, day, good, goodOf, wrong } of reviews) {
    if (cards.selected[card] !== 1 || day < period.since || day > period.until) continue;
    const missed = goodOf - good;
    all.reviews += 1;
    all.missed += missed;
    all.of += goodOf;
    all.wrong += wrong;
    const before = byCard.get(card) ?? { missed: 0, of: 0 };
    byCard.set(card, { missed: before.missed + missed, of: before.of + goodOf });
  }
  const ofModule = (key: number) => [...byCard.keys()].filter((card) => cards.module[card] === key);
  return {
    ...all,
    modules: worst(
      modules.map(({ key, number, title }) => ({
        name: number === null ? title : `${number} ${title}`,
        ...sumOf(ofModule(key), byCard),
      })),
    ),
    companies: worst(
      Array.from(companies, ({ name, cards }) => ({ name, ...sumOf(cards, byCard) })),
    ),
  };
}

function sumOf(cards: readonly number[], byCard: ReadonlyMap<number, Tally>): Tally {
  const sum = { missed: 0, of: 0 };
  for (const card of cards) {
    const { missed, of } = byCard.get(card) ?? { missed: 0, of: 0 };
    sum.missed += missed;
    sum.of += of;
  }
  return sum;
}

/** Those with misses, most of them first, then the larger share. */
function worst(groups: readonly ({ readonly name: string } & Tally)[]): MissedGroup[] {
  return groups
    .filter(({ missed }) => missed > 0)
    .toSorted((a, b) => b.missed - a.missed || a.of - b.of)
    .slice(0, MAX_GROUPS)
    .map(({ name, missed, of }) => ({ name, missed, of, share: share(missed, of) }));
}
