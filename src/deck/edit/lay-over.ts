import type { DeckCard } from '../../model/card.js';
import type { CardId } from '../../model/ids.js';
import type {
  ImportPlan,
  PlannedCard,
  PlannedModule,
  SourcedModule,
  StoredCard,
} from '../../model/import.js';
import { saysTheSame, statusOf } from '../identity/status.js';
import type { Edit, ModuleOverlay } from './overlay.js';

/** A person's overlays over one collection, ready for an import. */
export interface Overlays {
  readonly modules: readonly ModuleOverlay[];
  /** Each with the key of the module where the person wants the card. */
  readonly edits: ReadonlyMap<CardId, Edit & { readonly module: string }>;
}

/** Puts overlays of one collection together. */
export function overlaysOf(modules: readonly ModuleOverlay[]): Overlays {
  const edits = new Map<CardId, Edit & { module: string }>();
  for (const { key, edits: own } of modules) {
    for (const edit of own) edits.set(edit.id, { ...edit, module: key });
  }
  // A card that was moved is taken out of one module and added to another under its id.
  const moved = modules.map((overlay) => ({
    ...overlay,
    added: overlay.added.filter((card) => {
      const edit = card.explicitId === null ? undefined : edits.get(card.explicitId as CardId);
      if (edit === undefined) return true;
      edits.set(edit.id, { ...edit, mine: { ...card, explicitId: null }, module: overlay.key });
      return false;
    }),
  }));
  return { modules: moved, edits };
}

/**
 * Returns the stored cards as the source last had them, so that what changed in
 * the source is paired with what stood there, and not with the person's text.
 * Where the store does not know a card yet (another machine's overlay), the
 * overlay's own knowledge stands in; `isTaken` says which ids others have.
 */
export function asTheSourceHad(
  stored: readonly StoredCard[],
  { edits, modules }: Overlays,
  isTaken: (id: CardId) => boolean,
): StoredCard[] {
  const known = new Set(stored.map(({ id }) => id));
  const before = stored.map((card) => {
    const edit = edits.get(card.id);
    return edit === undefined ? card : { ...card, ...textOf(edit.base) };
  });
  const standIns = modules.flatMap(({ key, edits: own }) =>
    own
      .filter(({ id }) => !known.has(id) && !isTaken(id))
      .map(({ id, base }, ordinal) => ({ ...base, id, module: key, ordinal, retired: false })),
  );
  return [...before, ...standIns];
}

const textOf = ({ question, answer, stars, companies, tags, defects }: DeckCard) => ({
  ...{ question, answer, stars, companies, tags, defects },
});

/**
 * Returns the modules with the cards that the person added to them, and modules
 * of these alone, in the file that `ownFileOf` names; where it is null, none.
 */
export function withAdded(
  modules: readonly SourcedModule[],
  overlays: Overlays,
  ownFileOf: (key: string) => string | null,
): SourcedModule[] {
  const byKey = new Map(modules.map((each) => [each.key, each]));
  for (const { key, head, edits, added } of overlays.modules) {
    const file = byKey.get(key)?.file ?? ownFileOf(key);
    if (file === null || edits.length + added.length === 0) continue;
    const there = byKey.get(key) ?? { file, key, module: head };
    const cards = [...there.module.cards, ...added];
    byKey.set(key, { ...there, module: { ...there.module, cards } });
  }
  return [...byKey.values()];
}

/**
 * Lays the person's edits over what an import makes of a source. A card that
 * the source and the person both changed, each in another way, carries the
 * defect `both-changed` and the person's text until they choose. `stored` are
 * the cards as the store has them.
 */
export function layOver(
  plan: ImportPlan,
  overlays: Overlays,
  stored: readonly StoredCard[],
): ImportPlan {
  if (overlays.edits.size === 0) return plan;
  const real = new Map(stored.map((card) => [card.id, card]));
  const placed = new Map<string, PlannedCard[]>();
  const out: StoredCard[] = [];
  const place = (module: string, card: PlannedCard) => {
    const cards = placed.get(module);
    if (cards === undefined) placed.set(module, [card]);
    else cards.push(card);
  };
  const keys = new Set(plan.modules.map(({ key }) => key));
  for (const { key, cards } of plan.modules) {
    for (const card of cards) {
      const edit = overlays.edits.get(card.id);
      const before = real.get(card.id) ?? null;
      if (edit?.mine === null) {
        if (before !== null && !before.retired) out.push(before);
        continue;
      }
      const module = edit !== undefined && keys.has(edit.module) ? edit.module : key;
      const text = edit === undefined ? card.card : merged(card.card, edit.base, edit.mine);
      place(module, edited(card, text, before, module));
    }
  }
  for (const { id } of plan.retired) {
    const before = real.get(id);
    const edit = overlays.edits.get(id);
    // The source has dropped the card: the person's text of it stays.
    if (edit?.mine != null && keys.has(edit.module)) {
      const kept = { ...edit.mine, explicitId: before?.explicitId ?? null };
      place(edit.module, edited({ id, ordinal: 0 }, kept, before ?? null, edit.module));
    } else if (before !== undefined) out.push(before);
  }
  return {
    modules: plan.modules.map((module) => withCards(module, placed.get(module.key) ?? [])),
    retired: out,
    ambiguous: plan.ambiguous,
  };
}

function withCards(module: PlannedModule, cards: readonly PlannedCard[]): PlannedModule {
  const numbered = cards.map((card, ordinal) => ({ ...card, ordinal }));
  return {
    ...module,
    cards: numbered,
    module: { ...module.module, cards: numbered.map(({ card }) => card) },
  };
}

function edited(
  { id, ordinal }: Pick<PlannedCard, 'id' | 'ordinal'>,
  card: DeckCard,
  before: StoredCard | null,
  module: string,
): PlannedCard {
  const status = before === null ? 'added' : statusOf(before, card, module);
  return { id, status, card, ordinal, returned: before?.retired ?? false, before };
}

/** Returns the card with what the person changed, field by field, over what the source has now. */
export function merged(source: DeckCard, base: DeckCard, mine: DeckCard): DeckCard {
  const text = chosen(source, base, mine, ({ question, answer }) => [question, answer]);
  const stars = chosen(source, base, mine, (card) => card.stars);
  const companies = chosen(source, base, mine, (card) => card.companies);
  const tags = chosen(source, base, mine, (card) => card.tags);
  const isDisputed = [text, stars, companies, tags].some((choice) => choice.isDisputed);
  const { question, answer, defects } = text.from;
  return {
    ...source,
    ...{ question, answer, stars: stars.from.stars, companies: companies.from.companies },
    tags: tags.from.tags,
    defects: isDisputed ? [...defects, 'both-changed'] : defects,
  };
}

function chosen(
  source: DeckCard,
  base: DeckCard,
  mine: DeckCard,
  field: (card: DeckCard) => unknown,
): { readonly from: DeckCard; readonly isDisputed: boolean } {
  const [now, then, own] = [source, base, mine].map((card) => JSON.stringify(field(card)));
  if (own === then) return { from: source, isDisputed: false };
  return { from: mine, isDisputed: now !== then && now !== own };
}

/** Does a source's card say what the person's says, so that no overlay is needed? */
export function needsNoOverlay(source: DeckCard, mine: DeckCard): boolean {
  return saysTheSame(
    { ...source, id: '' as CardId, module: '', ordinal: 0, retired: false },
    { ...mine, explicitId: source.explicitId, defects: source.defects },
  );
}
