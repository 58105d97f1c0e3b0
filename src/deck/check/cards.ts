import type { CardDefect, DeckCard } from '../../model/card.js';
import { isForeignId } from '../../model/foreign-id.js';
import { type CardDraft, type QuestionScope, readScope } from '../read/cards.js';
import type { QuestionHeading } from '../read/heading.js';
import { ANY_GAP, findGaps, type GapCard, gapCards } from '../text/gaps.js';
import { endOf, startOf } from '../text/passage.js';
import type { Report } from '../text/report.js';
import { saysNothing } from '../text/says-nothing.js';
import { textPosition } from '../text/source.js';
import { reportAnswerParts } from './answer-parts.js';
import { bareSides } from './bare-sides.js';
import { reportOpenMaths } from './open-maths.js';
import { CUTS, type Ending, endingOf, isWholeAnswer } from './truncation.js';

const EXTRA_DETAILS =
  'a further <details> under a question is kept as text of the card, tags included: give it a question of its own, or remove its tags';

interface FoundCard {
  readonly text: CardDraft;
  readonly scope: QuestionScope;
  readonly heading: QuestionHeading;
  readonly ending: Ending;
}

/**
 * Reads the cards under a module's question headings and reports what is wrong
 * with them. `ids` holds the explicit ids of the file so far.
 */
export function readCards(
  scopes: readonly QuestionScope[],
  ids: Set<string>,
  report: Report,
): DeckCard[] {
  const found: FoundCard[] = [];
  for (const scope of scopes) {
    const { heading, cards, extraDetails } = readScope(scope);
    for (const at of extraDetails) report('extra-details', at, EXTRA_DETAILS);
    for (const text of cards) {
      if (isEmptyQuestion(text, report)) continue;
      found.push({ text, scope, heading, ending: endingOf(text.question.text) });
    }
  }
  reportDifficulty(found, report);
  reportDuplicates(found, report);
  const style = { punctuated: usesPunctuation(found), breaksOff: hasCutAnswer(found) };
  return found.flatMap((card) => makeCards(card, style, ids, report));
}

function isEmptyQuestion(card: CardDraft, report: Report): boolean {
  if (card.question.text.trim() !== '') return false;
  const message = 'the question has no text, so there is no card: write it after **Q:**';
  report('question-empty', { line: card.line, column: 1 }, message);
  return true;
}

/** Where most questions of a module end without a mark, that is its style and no damage. */
function usesPunctuation(cards: readonly FoundCard[]): boolean {
  return cards.filter((card) => card.ending === 'bare').length * 2 <= cards.length;
}

/** Where an answer of some length breaks off, a word alone is as likely what is left of one. */
function hasCutAnswer(cards: readonly FoundCard[]): boolean {
  return cards.some((card) => !isWhole(card) && !isWholeAnswer(card.text.answer.text));
}

/** What the cards of a module show together. */
interface Style {
  readonly punctuated: boolean;
  readonly breaksOff: boolean;
}

/** One card, or one for each gap of a text that asks for them. */
function makeCards(card: FoundCard, style: Style, ids: Set<string>, report: Report): DeckCard[] {
  const whole = makeCard(card, style, ids, report);
  if (!card.text.hasGaps) return [whole];
  const asked = askedGaps(whole);
  if (asked.length === 0) {
    const message = 'no gap is marked after **Cloze:**: write [one], ==one== or {{one}}';
    report('gap-missing', startOf(card.text.question), message);
    const isEmpty = whole.answer.trim() === '';
    return [isEmpty ? { ...whole, defects: [...whole.defects, 'answer-empty'] } : whole];
  }
  return asked.map((gap, index) => ({
    ...{ ...whole, ...gap },
    explicitId: whole.explicitId && numbered(whole.explicitId, index),
  }));
}

/** The gaps of the question, with the answer below what is asked for; else those of the answer. */
function askedGaps({ question, answer }: DeckCard): GapCard[] {
  const gaps = findGaps(question, ANY_GAP);
  if (gaps.length > 0) {
    return gapCards(question, gaps).map((card) => ({
      ...card,
      answer: answer === '' ? card.answer : `${card.answer}\n\n${answer}`,
    }));
  }
  return gapCards(answer, findGaps(answer, ANY_GAP)).map((card) => ({
    ...card,
    question: `${question}\n\n${card.question}`,
  }));
}

const numbered = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`);

function makeCard(card: FoundCard, style: Style, ids: Set<string>, report: Report): DeckCard {
  const { question, answer, tags, siblings, line } = card.text;
  const { stars, companies } = card.heading;
  return {
    explicitId: uniqueId(card, ids, report),
    stars: stars ?? 2,
    companies,
    tags,
    ...(siblings !== null && { siblings }),
    question: question.text,
    answer: answer.text,
    line,
    defects: [
      ...answerDefects(card, style, report),
      ...questionDefects(card, style, report),
      ...bareDefects(card, report),
      ...(`${question.text}${answer.text}`.includes('\uFFFD') ? (['encoding-lost'] as const) : []),
    ],
  };
}

function answerDefects(card: FoundCard, { breaksOff }: Style, report: Report): CardDefect[] {
  const { question, answer, hasGaps } = card.text;
  if (saysNothing(answer.text)) {
    if (hasGaps) return [];
    const message = 'the question has no answer: write it between <details> and </details>';
    report('answer-empty', startOf(question), message);
    return ['answer-empty'];
  }
  reportAnswerParts(answer, report);
  reportOpenMaths(answer, report);
  const isShort = !breaksOff && isWholeAnswer(answer.text);
  if (isWhole(card) || isShort || endingOf(answer.text) === 'whole') return [];
  report('answer-truncated', endOf(answer), CUTS['answer-truncated']);
  return ['answer-truncated'];
}

/** A card out of a package of Anki came as its person wrote it, in few words or many; so does a text with gaps. */
const isWhole = ({ text }: FoundCard) =>
  isForeignId(text.id) || text.hasGaps || text.siblings !== null;

function questionDefects(card: FoundCard, { punctuated }: Style, report: Report): CardDefect[] {
  const isCut = card.ending === 'cut' || (card.ending === 'bare' && punctuated);
  if (!isCut || isWhole(card)) return [];
  report('question-truncated', endOf(card.text.question), CUTS['question-truncated']);
  return ['question-truncated'];
}

/** A text with gaps is question and answer at once. */
function bareDefects({ text }: FoundCard, report: Report): CardDefect[] {
  if (text.hasGaps) return [];
  const bare = bareSides(text.question.text, text.answer.text);
  for (const { code, side, message } of bare) report(code, startOf(text[side]), message);
  return [...new Set(bare.map(({ code }) => code))];
}

function uniqueId(card: FoundCard, ids: Set<string>, report: Report): string | null {
  const { id, line } = card.text;
  if (id === null || !ids.has(id)) {
    if (id !== null) ids.add(id);
    return id;
  }
  const message = `the id ${id} is used by an earlier card and ignored here: give this card another`;
  report('duplicate-id', { line, column: 1 }, message);
  return null;
}

function reportDifficulty(cards: readonly FoundCard[], report: Report): void {
  let last: QuestionHeading | null = null;
  for (const { heading, scope, text } of cards) {
    if (heading.stars !== null || heading === last) continue;
    last = heading;
    const { heading: block, headingSource } = scope;
    const at =
      block === null ? { line: text.line, column: 1 } : textPosition(headingSource, block.start);
    const message = 'the heading gives no difficulty, so it is ★★☆: add ★☆☆, ★★☆ or ★★★';
    report('difficulty-missing', at, message);
  }
}

function reportDuplicates(cards: readonly FoundCard[], report: Report): void {
  const lines = new Map<string, number>();
  for (const { text } of cards) {
    const { question } = text;
    const at = startOf(question);
    const key = question.text.replaceAll(/\s\s+|[^\S ]/g, ' ').toLowerCase();
    const earlier = lines.get(key);
    if (earlier === undefined) lines.set(key, at.line);
    else {
      const message = `the same question is at line ${earlier}: both are kept as separate cards; word them differently`;
      report('duplicate-question', at, message);
    }
  }
}
