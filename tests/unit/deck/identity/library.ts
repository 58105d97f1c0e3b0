import { planImport } from '../../../../src/deck/identity/plan-import.js';
import type { DeckCard } from '../../../../src/model/card.js';
import type { CardId } from '../../../../src/model/ids.js';
import type {
  ImportPlan,
  PlannedCard,
  SourcedModule,
  StoredCard,
} from '../../../../src/model/import.js';
import { type DeckModule, moduleKey } from '../../../../src/model/module.js';

export function card(question: string, answer: string, more: Partial<DeckCard> = {}): DeckCard {
  const { explicitId = null, stars = 2, companies = [], tags = [], line = 1, defects = [] } = more;
  return { explicitId, stars, companies, tags, question, answer, line, defects };
}

/** A module by number and title; `null` leaves the number out. */
export function module(
  number: number | null,
  cards: readonly DeckCard[],
  title = `Module ${number}`,
): SourcedModule {
  const parsed: DeckModule = {
    title,
    part: 'Inference',
    number,
    emoji: '',
    subtitle: '',
    tags: [],
    unknownKeys: {},
    extras: { keyQuestion: '', insights: [], code: '', reading: [], related: [] },
    cards,
    line: 1,
  };
  return { file: `/decks/${title}.md`, key: moduleKey(parsed), module: parsed };
}

/** What a store would hold, without a store: import after import. */
export interface TestLibrary {
  readonly stored: () => readonly StoredCard[];
  /** Imports the modules as the whole collection. */
  readonly import: (...modules: readonly SourcedModule[]) => ImportPlan;
  /** Id of the live card with that question and answer (or start of an answer). */
  readonly idOf: (question: string, answer?: string) => CardId;
}

export function createLibrary(): TestLibrary {
  let stored: readonly StoredCard[] = [];
  const idOf = (question: string, answer = ''): CardId => {
    const found = stored.filter(
      (c) => !c.retired && c.question === question && c.answer.startsWith(answer),
    );
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} cards "${question}"`);
    return found[0].id;
  };
  return {
    stored: () => stored,
    idOf,
    import(...modules) {
      const plan = planOf(stored, modules);
      stored = applied(stored, plan);
      return plan;
    },
  };
}

export function planOf(
  stored: readonly StoredCard[],
  modules: readonly SourcedModule[],
): ImportPlan {
  const ids = new Set(stored.map(({ id }) => id));
  return planImport({ collection: 'viva', stored, modules, isTaken: (id) => ids.has(id) });
}

/** Gives what the store would hold after the plan. */
export function applied(stored: readonly StoredCard[], plan: ImportPlan): StoredCard[] {
  const next = new Map(stored.map((old) => [old.id, old]));
  for (const old of plan.retired) next.set(old.id, { ...old, retired: true });
  for (const { key, cards } of plan.modules) {
    for (const { id, card: deckCard, ordinal } of cards) {
      next.set(id, { ...deckCard, id, module: key, ordinal, retired: false });
    }
  }
  return [...next.values()];
}

export function planned(plan: ImportPlan): PlannedCard[] {
  return plan.modules.flatMap(({ cards }) => cards);
}

/** Number of cards of each status, and of those retired and ambiguous. */
export function figures(plan: ImportPlan): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (name: string, by = 1) => {
    counts[name] = (counts[name] ?? 0) + by;
  };
  for (const { status, returned } of planned(plan)) {
    add(status);
    if (returned) add('returned');
  }
  if (plan.retired.length > 0) add('retired', plan.retired.length);
  if (plan.ambiguous.length > 0) add('ambiguous', plan.ambiguous.length);
  return counts;
}

export const CACHE = card(
  'Why does the KV cache grow with the length of the sequence?',
  'Every token that is read or written leaves one key and one value vector in each layer, and later tokens attend to all of them.',
);
export const FLASH = card(
  'What does Flash Attention save?',
  'It never writes the matrix of attention scores to main memory; the softmax is computed block by block in fast memory on the chip.',
);
export const ROPE = card(
  'How do rotary embeddings encode a position?',
  'Pairs of dimensions of queries and keys are rotated by an angle that grows with the position, so their product depends on the distance alone.',
);
export const MOE = card(
  'What does a router do in a mixture of experts?',
  'For each token it scores the experts and sends the token to the best few, which keeps the work per token small while the model grows.',
);
