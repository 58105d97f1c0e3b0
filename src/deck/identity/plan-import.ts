import { isForeignId } from '../../model/foreign-id.js';
import type { CardId } from '../../model/ids.js';
import type {
  Ambiguity,
  ImportPlan,
  PlannedCard,
  SourcedModule,
  StoredCard,
} from '../../model/import.js';
import { cardOfGuid } from '../../model/own-guid.js';
import { pairAlike } from './alike.js';
import { CardIds } from './card-id.js';
import { copiesOf } from './copies.js';
import { createPairing, type NewCard, type Pairing, stillOpen } from './entries.js';
import { pairByExplicitId, pairMovedText, pairSameText, pairUnchanged } from './exact.js';
import { pairMovedAnswer, pairMovedQuestion, pairReturned } from './moved.js';
import { relatedModules } from './related-modules.js';
import { statusOf } from './status.js';

export interface ImportInput {
  readonly collection: string;
  /** Every card of the modules in scope, and the collection's retired ones. */
  readonly stored: readonly StoredCard[];
  /** Live cards of other collections that are copies; see `isOwnGuid`. */
  readonly copies?: readonly StoredCard[];
  /** The modules read this time. */
  readonly modules: readonly SourcedModule[];
  /** Is an id taken by any card of any collection? */
  readonly isTaken: (id: CardId) => boolean;
}

/**
 * Says what an import makes of each card: which stored card each new one is,
 * which are new, and which stored ones are retired. A copy of a card in another
 * collection becomes the card again. A card keeps its history
 * through edits and moves; between equally likely pairings none is guessed.
 *
 * The rules (architecture.md, "Identity of cards"), each for what the ones
 * before left over: the explicit id; the same text in its module; the same text
 * elsewhere; in its module, or the one that took its place, the same question,
 * the same answer, then likeness; the same question elsewhere, then the same
 * answer below a question much like it; and last the retired cards whose text returns.
 */
export function planImport(input: ImportInput): ImportPlan {
  const copies = copiesOf(input.collection, input.copies ?? [], input.modules);
  const pairing = createPairing([...input.stored, ...copies], input.modules);
  pairUnchanged(pairing);
  pairByExplicitId(pairing);
  pairSameText(pairing);
  pairMovedText(pairing);
  pairWithinModules(pairing, input.modules);
  pairMovedQuestion(pairing);
  pairMovedAnswer(pairing);
  pairReturned(pairing);
  return makePlan(input, pairing);
}

function pairWithinModules(pairing: Pairing, modules: readonly SourcedModule[]): void {
  for (const { oldCards, newCards } of relatedModules(pairing, modules)) {
    pairAlike(pairing, stillOpen(oldCards), stillOpen(newCards));
  }
}

function makePlan(input: ImportInput, pairing: Pairing): ImportPlan {
  const { collection, stored, modules, isTaken } = input;
  const ids = giveIds(collection, pairing, isTaken);
  const kept = new Set(pairing.fresh.flat().map(({ partner }) => partner?.stored));
  return {
    modules: modules.map(({ file, key, module }, index) => ({
      file,
      key,
      module,
      cards: (pairing.fresh[index] ?? []).map((fresh) => plannedCard(fresh, ids)),
    })),
    retired: stored.filter((card) => !card.retired && !kept.has(card)),
    ambiguous: pairing.ties.map(
      ({ old, candidates }): Ambiguity => ({
        old: old.stored,
        candidates: candidates.flatMap((fresh) => {
          const id = ids.get(fresh);
          return id === undefined ? [] : [{ id, question: fresh.card.question }];
        }),
      }),
    ),
  };
}

type Ids = ReadonlyMap<NewCard, CardId>;

/** Returns every new card without a partner an id of its own. */
function giveIds(collection: string, { fresh }: Pairing, isTaken: (id: CardId) => boolean): Ids {
  const ids = new Map<NewCard, CardId>();
  const given = new Set<CardId>();
  const free = new CardIds((id) => given.has(id) || isTaken(id));
  for (const card of fresh.flat()) {
    if (card.partner !== null) continue;
    const { question, answer, explicitId } = card.card;
    // A card of Anki's, or that another viva exported there, is the same card on every machine.
    const source = isForeignId(explicitId)
      ? { collection: 'anki', module: '', question: explicitId ?? '', answer: '' }
      : { collection, module: card.module, question, answer };
    const exported = cardOfGuid(explicitId);
    const isFree = exported !== null && !given.has(exported) && !isTaken(exported);
    const id = isFree ? exported : free.next(source);
    given.add(id);
    ids.set(card, id);
  }
  return ids;
}

function plannedCard(fresh: NewCard, ids: Ids): PlannedCard {
  const { card, ordinal, module, partner } = fresh;
  if (partner === null) {
    const id = ids.get(fresh);
    if (id === undefined) throw new Error('a new card was given no id');
    return { id, status: 'added', card, ordinal, returned: false, before: null };
  }
  const before = partner.stored;
  const status = statusOf(before, card, module);
  return { id: before.id, status, card, ordinal, returned: before.retired, before };
}
