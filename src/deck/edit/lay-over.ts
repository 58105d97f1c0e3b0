import type { CardDefect, DeckCard } from '../../model/card.js';
import type { CardId } from '../../model/ids.js';
import type {
  ImportPlan,
  PlannedCard,
  PlannedModule,
  SourcedModule,
  StoredCard,
} from '../../model/import.js';
import { isSameContent, statusOf } from '../identity/status.js';
import type { CardEdit, ModuleOverlay } from './overlay.js';

/** A person's overlays over one collection, ready for an import. */
export interface Overlays {
  readonly modules: readonly ModuleOverlay[];
  /** Each with the key of the module where the person wants the card. */
  readonly edits: ReadonlyMap<CardId, CardEdit & { readonly module: string }>;
}

/** Puts overlays of one collection together. */
export function overlaysOf(modules: readonly ModuleOverlay[]): Overlays {
  const edits = new Map<CardId, CardEdit & { module: string }>();
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
export function asInSource(
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
  const keys = new Set(plan.modules.map(({ key }) => key));
  const found = plan.modules.flatMap(({ key, cards }) =>
    cards.map((card) => placed(card, key, overlays.edits.get(card.id), real.get(card.id), keys)),
  );
  const left = plan.retired.map(({ id }) => spared(id, overlays.edits.get(id), real.get(id), keys));
  const all = [...found, ...left];
  return {
    modules: plan.modules.map((module) => {
      const own = all.filter((each) => each?.module === module.key);
      return withCards(
        module,
        own.flatMap((each) => each?.card ?? []),
      );
    }),
    retired: all.flatMap((each) => each?.retired ?? []),
    ambiguous: plan.ambiguous,
  };
}

/** What becomes of a card: it is put into a module, or retired. */
type Place =
  | { readonly module: string; readonly card: PlannedCard; readonly retired?: never }
  | { readonly retired: StoredCard; readonly module?: never; readonly card?: never }
  | null;

type PlacedEdit = CardEdit & { readonly module: string };

function placed(
  card: PlannedCard,
  key: string,
  edit: PlacedEdit | undefined,
  before: StoredCard | undefined,
  keys: ReadonlySet<string>,
): Place {
  if (edit?.mine === null) return gone(before);
  const module = edit !== undefined && keys.has(edit.module) ? edit.module : key;
  const laid = edit === undefined ? card.card : merged(card.card, edit.base, edit.mine);
  // One that was moved is the person's own from then on: there is no text beside it to choose.
  const text = module === key ? laid : { ...laid, defects: laid.defects.filter(isUndisputed) };
  return { module, card: edited(card, text, before ?? null, module) };
}

const isUndisputed = (defect: CardDefect) => defect !== 'both-changed';

/** A card that its source has dropped: the person's text of it stays. */
function spared(
  id: CardId,
  edit: PlacedEdit | undefined,
  before: StoredCard | undefined,
  keys: ReadonlySet<string>,
): Place {
  if (edit === undefined || edit.mine === null || !keys.has(edit.module)) return gone(before);
  const card = { ...edit.mine, explicitId: before?.explicitId ?? null };
  return {
    module: edit.module,
    card: edited({ id, ordinal: 0 }, card, before ?? null, edit.module),
  };
}

const gone = (before: StoredCard | undefined): Place =>
  before === undefined || before.retired ? null : { retired: before };

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
  return isSameContent(
    { ...source, id: '' as CardId, module: '', ordinal: 0, retired: false },
    { ...mine, explicitId: source.explicitId, defects: source.defects },
  );
}
