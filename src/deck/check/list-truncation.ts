import type { DeckCard } from '../../model/card.js';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.js';
import type { DeckModule } from '../../model/module.js';
import { CUTS, type Cut, endingOf, isWholeAnswer } from './truncation.js';

/**
 * Finds the cards of a question list whose texts break off, as one looks for them in a damaged
 * collection. Returns its modules with these flagged, and the findings at the cards' lines.
 */
export function listTruncations(
  file: string,
  modules: readonly DeckModule[],
): { readonly modules: readonly DeckModule[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const flagged = modules.map((module) => ({
    ...module,
    cards: module.cards.map((card) => {
      const cuts = cutsOf(card);
      const at = { file, line: card.line, column: 1 };
      for (const cut of cuts) diagnostics.push(diagnostic(cut, at, CUTS[cut]));
      return cuts.length === 0 ? card : { ...card, defects: [...card.defects, ...cuts] };
    }),
  }));
  return { modules: flagged, diagnostics };
}

/** The questions of lists are titles as often as sentences; what fills a gap is a word or two. */
function cutsOf({ question, answer, siblings }: DeckCard): Cut[] {
  if (siblings !== undefined) return [];
  return [
    ...(isWholeAnswer(answer) ? [] : ['answer-truncated' as const]),
    ...(endingOf(question) === 'cut' ? ['question-truncated' as const] : []),
  ];
}
