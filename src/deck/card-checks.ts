import type { CardDefect, DeckCard } from '../model/card.js';
import type { CardText, QuestionScope, ScopeCards } from './cards.js';
import type { Report } from './report.js';
import { positionAt } from './source.js';
import { type Ending, endingOf } from './truncation.js';

interface FoundCard extends CardText {
  readonly scope: QuestionScope;
  readonly read: ScopeCards;
  readonly ending: Ending;
}

/**
 * Makes cards of what was read under a module's question headings and reports
 * what is wrong with them. `ids` holds the explicit ids of the file so far.
 */
export function makeCards(
  found: readonly { readonly scope: QuestionScope; readonly read: ScopeCards }[],
  ids: Set<string>,
  report: Report,
): DeckCard[] {
  const texts = found.flatMap(({ scope, read }) =>
    read.cards.map((card) => ({ ...card, scope, read, ending: endingOf(card.question.text) })),
  );
  const cards = texts.filter((card) => !isEmptyQuestion(card, report));
  reportDifficulty(cards, report);
  reportDuplicates(cards, report);
  const punctuated = usesPunctuation(cards);
  return cards.map((card) => makeCard(card, punctuated, ids, report));
}

function isEmptyQuestion(card: FoundCard, report: Report): boolean {
  if (card.question.text.trim() !== '') return false;
  const at = { line: card.line, column: 1 };
  report(
    'question-empty',
    at,
    'the question has no text, so there is no card: write it behind **Q:**',
  );
  return true;
}

/** Where most questions of a module end without a mark, that is its style and no damage. */
function usesPunctuation(cards: readonly FoundCard[]): boolean {
  return cards.filter((card) => card.ending === 'bare').length * 2 <= cards.length;
}

function makeCard(
  card: FoundCard,
  punctuated: boolean,
  ids: Set<string>,
  report: Report,
): DeckCard {
  const { question, answer, line } = card;
  const { stars, companies } = card.read.heading;
  return {
    explicitId: uniqueId(card, ids, report),
    stars: stars ?? 2,
    companies,
    question: question.text,
    answer: answer.text,
    line,
    defects: [
      ...answerDefects(card, report),
      ...questionDefects(card, punctuated, report),
      ...(`${question.text}${answer.text}`.includes('\uFFFD') ? (['encoding-lost'] as const) : []),
    ],
  };
}

function answerDefects(card: FoundCard, report: Report): CardDefect[] {
  const { answer } = card;
  if (answer.text.trim() === '') {
    const message = 'the question has no answer: write it between <details> and </details>';
    report('answer-empty', card.question.start, message);
    return ['answer-empty'];
  }
  if (endingOf(answer.text) === 'whole') return [];
  const message = 'the answer stops in mid-sentence: complete it, or end it with a full stop';
  report('answer-truncated', answer.end, message);
  return ['answer-truncated'];
}

function questionDefects(card: FoundCard, punctuated: boolean, report: Report): CardDefect[] {
  const isCut = card.ending === 'cut' || (card.ending === 'bare' && punctuated);
  if (!isCut) return [];
  const message = 'the question stops in mid-sentence: complete it, or end it with a question mark';
  report('question-truncated', card.question.end, message);
  return ['question-truncated'];
}

function uniqueId(card: FoundCard, ids: Set<string>, report: Report): string | null {
  if (card.id === null || !ids.has(card.id)) {
    if (card.id !== null) ids.add(card.id);
    return card.id;
  }
  const message = `the id ${card.id} is taken by an earlier card and ignored here: give this card its own`;
  report('duplicate-id', { line: card.line, column: 1 }, message);
  return null;
}

function reportDifficulty(cards: readonly FoundCard[], report: Report): void {
  let last: ScopeCards | null = null;
  for (const { read, scope, line } of cards) {
    if (read.heading.stars !== null || read === last) continue;
    last = read;
    const { heading, headingSource } = scope;
    const at = heading === null ? { line, column: 1 } : positionAt(headingSource, heading.start);
    report(
      'difficulty-missing',
      at,
      'the heading gives no difficulty, so it is ★★☆: add ★☆☆, ★★☆ or ★★★',
    );
  }
}

function reportDuplicates(cards: readonly FoundCard[], report: Report): void {
  const lines = new Map<string, number>();
  for (const { question } of cards) {
    const key = question.text.replaceAll(/\s+/g, ' ').toLowerCase();
    const earlier = lines.get(key);
    if (earlier === undefined) lines.set(key, question.start.line);
    else {
      const message = `the same question stands at line ${earlier}: both are kept as cards of their own; word them differently`;
      report('duplicate-question', question.start, message);
    }
  }
}
