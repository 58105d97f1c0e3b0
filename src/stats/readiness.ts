import type { ModuleReadiness, Readiness, ReadinessGroup } from './card-figures.js';
import type { CardTable } from './card-table.js';
import { share } from './share.js';

/** A module, in the order of the syllabus. */
export interface ModuleFacts {
  readonly key: number;
  readonly number: number | null;
  readonly title: string;
  readonly part: string;
  /** The part's name as names are compared: one for all spellings. */
  readonly partFolded: string;
  readonly collection: string;
}

/** A company as it is spelled, with the keys of its cards. */
export interface CompanyFacts {
  readonly name: string;
  readonly cards: readonly number[];
}

/** Above which retrievability a card counts as ready. */
const READY = 0.9;

/** Adds the cards of a group up. */
class Tally {
  cards = 0;
  seen = 0;
  known = 0;
  above90 = 0;

  addCard(table: CardTable, key: number): void {
    const recall = table.recall[key] ?? 0;
    this.cards++;
    this.seen += table.seen[key] ?? 0;
    this.known += recall;
    if (recall > READY) this.above90++;
  }

  add(other: Tally): void {
    this.cards += other.cards;
    this.seen += other.seen;
    this.known += other.known;
    this.above90 += other.above90;
  }

  group(name: string): ReadinessGroup {
    const { cards, seen, known, above90 } = this;
    return {
      name,
      cards,
      seen,
      readiness: share(known, cards),
      above90,
      share: share(above90, cards),
    };
  }
}

/** Returns the readiness of every group that has a live card. Takes all modules and companies. */
export function readinessOf(
  table: CardTable,
  modules: readonly ModuleFacts[],
  companies: Iterable<CompanyFacts>,
): Readiness {
  const all = new Tally();
  const byModule = new Map<number, Tally>();
  const byStars = new Map<number, Tally>();
  for (let key = 0; key < table.size; key++) {
    if (table.live[key] !== 1) continue;
    all.addCard(table, key);
    tallyOf(byModule, table.module[key] ?? 0).addCard(table, key);
    tallyOf(byStars, table.stars[key] ?? 0).addCard(table, key);
  }
  return {
    all: all.group(''),
    companies: companyGroups(table, companies),
    parts: partGroups(modules, byModule),
    modules: moduleGroups(modules, byModule),
    stars: [1, 2, 3].flatMap((stars) => byStars.get(stars)?.group(String(stars)) ?? []),
  };
}

function tallyOf<Key>(tallies: Map<Key, Tally>, key: Key): Tally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const fresh = new Tally();
  tallies.set(key, fresh);
  return fresh;
}

function companyGroups(table: CardTable, companies: Iterable<CompanyFacts>): ReadinessGroup[] {
  const groups: ReadinessGroup[] = [];
  for (const { name, cards } of companies) {
    const tally = new Tally();
    for (const key of cards) if (table.live[key] === 1) tally.addCard(table, key);
    if (tally.cards > 0) groups.push(tally.group(name));
  }
  return groups.sort((a, b) => b.cards - a.cards || (a.name < b.name ? -1 : 1));
}

function moduleGroups(
  modules: readonly ModuleFacts[],
  tallies: ReadonlyMap<number, Tally>,
): ModuleReadiness[] {
  return modules.flatMap(({ key, title, number, part, collection }) => {
    const tally = tallies.get(key);
    return tally === undefined ? [] : { ...tally.group(title), number, part, collection };
  });
}

/** Parts by their name without case, each spelled as its first module spells it. */
function partGroups(
  modules: readonly ModuleFacts[],
  tallies: ReadonlyMap<number, Tally>,
): ReadinessGroup[] {
  const parts = new Map<string, Tally>();
  const spellings = new Map<string, string>();
  for (const { key, part, partFolded } of modules) {
    const tally = tallies.get(key);
    if (tally === undefined) continue;
    if (!spellings.has(partFolded)) spellings.set(partFolded, part);
    tallyOf(parts, partFolded).add(tally);
  }
  return Array.from(parts, ([folded, tally]) => tally.group(spellings.get(folded) ?? ''));
}
