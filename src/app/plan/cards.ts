import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { someTerm } from '../../model/query-tree.js';
import { visibleLine } from '../../model/text/visible.js';
import { formatQuery } from '../../query/format.js';
import type { Plans, StoredPlanCard } from './ports.js';
import { planInvalid } from './times.js';

/**
 * Checks the query of a plan, and returns its cards. Throws `plan-invalid` where
 * cards would come and go with what the person knows of them, and
 * `plan-empty` where there is no card.
 */
export function cardsForPlan(query: Query, moment: Moment, store: Plans): StoredPlanCard[] {
  someTerm(query, (term) => {
    if (changesWithReviews(term)) throw changing(term);
    return false;
  });
  const cards = store.planCards(query, moment);
  if (cards.length > 0) return cards;
  throw new VivaError(
    'plan-empty',
    query.kind === 'all'
      ? 'There are no cards to plan for yet.'
      : `No card matches "${visibleLine(formatQuery(query))}", so there is nothing to plan for.`,
    query.kind === 'all'
      ? 'Import cards first with "viva import".'
      : 'See what is there with "viva list"; suspended and retired cards are not planned.',
  );
}

/** Does a term hold or not by the history of the card? */
function changesWithReviews(term: Query): boolean {
  switch (term.kind) {
    case 'is':
      return term.word !== 'flagged';
    case 'property':
    case 'introduced':
    case 'rated':
      return true;
    default:
      return false;
  }
}

function changing(term: Query): VivaError {
  return planInvalid(
    `"${formatQuery(term)}" changes with every review, and a plan's cards must stay the same.`,
    'Choose cards by company, difficulty, part, module, tag, collection, flag or words.',
  );
}
