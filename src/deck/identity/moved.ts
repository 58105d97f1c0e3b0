import { leaveChoice, pairByAnswers } from './alike.js';
import { isDistinctive } from './card-text.js';
import { likenessOf } from './compare.js';
import type { NewCard, OldCard, Pairing } from './entries.js';
import { groupByText } from './exact.js';
import { groupBoth, keyOf, leftOf, pairOnlyAlike } from './group.js';
import { LIKE_CARD } from './likeness.js';

/**
 * Pairs live cards whose question is now in another module. Where several have
 * it, their answers tell; what they cannot tell is left to the person.
 */
export function pairMovedQuestion(pairing: Pairing): void {
  const question = ({ text }: OldCard | NewCard) =>
    isDistinctive(text.question) ? text.question : null;
  const groups = groupBoth(pairing.live, pairing.fresh.flat(), {
    old: question,
    fresh: question,
  });
  for (const group of groups) {
    if (group.oldCards.length === 1 && group.newCards.length === 1) pairOnlyAlike(group);
    else pairByAnswers(pairing, group);
    leaveChoice(pairing, leftOf(group));
  }
}

/**
 * Pairs live cards whose answer is now, and only, in another module below a question that
 * is much like theirs: a file that is one card was renamed as its question was mended.
 */
export function pairMovedAnswer({ live, fresh }: Pairing): void {
  const answer = ({ text }: OldCard | NewCard) => (isDistinctive(text.answer) ? text.answer : null);
  for (const group of groupBoth(live, fresh.flat(), { old: answer, fresh: answer })) {
    const [old, own] = [group.oldCards[0], group.newCards[0]];
    if (old === undefined || own === undefined) continue;
    if (likenessOf(old.text.question, own.text.question) >= LIKE_CARD) pairOnlyAlike(group);
  }
}

/**
 * Brings retired cards back whose text returns: the same question and answer
 * anywhere, or the same question in the module. Likeness is not enough.
 */
export function pairReturned(pairing: Pairing): void {
  const newCards = pairing.fresh.flat();
  const sameQuestion = groupBoth(pairing.retired, newCards, {
    old: ({ stored, text }) => keyOf(stored.module, text.question),
    fresh: ({ module, text }) => keyOf(module, text.question),
  });
  for (const group of [...groupByText(pairing.retired, newCards), ...sameQuestion]) {
    const left = leftOf(group);
    pairOnlyAlike(left);
    leaveChoice(pairing, leftOf(left));
  }
}
