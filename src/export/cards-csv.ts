import type { AnswerParts, Point } from '../model/answer-parts.js';
import type { Card } from '../model/card.js';
import type { Memory } from '../model/memory.js';
import { type CsvCell, csvLine } from './csv.js';
import { inPieces } from './pieces.js';

/** A card with what the table says of it. */
export interface CardFigures {
  readonly card: Card;
  readonly memory: Memory;
  /** 0..1; null for a new card. */
  readonly retrievability: number | null;
  /** ms since 1970; null for a new card. */
  readonly dueAt: number | null;
  /** Null where the answer has none. */
  readonly parts: AnswerParts | null;
}

const SIGNS: Readonly<Record<Point['kind'], string>> = { good: '', extra: '(+) ', wrong: '(x) ' };

/** The fields of `list --json`, flattened, and the parts of the answer. */
export const CARDS_HEADER = [
  ...['id', 'collection', 'part', 'module_number', 'module_title', 'difficulty', 'companies'],
  ...['tags', 'question', 'answer', 'flags', 'state', 'due', 'stability', 'fsrs_difficulty'],
  ...['retrievability', 'reps', 'lapses', 'suspended', 'retired'],
  ...['in_short', 'points', 'follow_ups', 'trap', 'rest'],
] as const;

/**
 * Writes cards as a CSV file, one a record. Times are ISO 8601 in UTC; lists are joined by "; ",
 * points stand a line each, follow-ups a paragraph each below their questions.
 */
export function cardsCsvPieces(cards: Iterable<CardFigures>): Generator<string> {
  return inPieces(lines(cards));
}

function* lines(cards: Iterable<CardFigures>): Generator<string> {
  yield csvLine(CARDS_HEADER);
  for (const card of cards) yield csvLine(cells(card));
}

function cells({ card, memory, retrievability, dueAt, parts }: CardFigures): CsvCell[] {
  const { collection, part, number, title } = card.module;
  const flags = [...card.defects, ...(memory.flag > 0 ? [`flag:${memory.flag}`] : [])];
  return [
    ...[card.id, collection, part, number, title, card.stars, card.companies.join('; ')],
    ...[card.tags.join('; '), card.question, card.answer, flags.join('; '), memory.state],
    ...[dueAt === null ? null : new Date(dueAt).toISOString(), memory.stability],
    ...[memory.difficulty, retrievability, memory.reps, memory.lapses],
    ...[memory.suspended, card.retired],
    ...(parts === null ? [null, null, null, null, null] : partCells(parts)),
  ];
}

function partCells({ short, points, followUps, trap, rest }: AnswerParts): CsvCell[] {
  const named = points.map(({ kind, text }) => SIGNS[kind] + text).join('\n');
  const asked = followUps.map(({ question, answer }) => `${question}\n${answer}`).join('\n\n');
  return [short, named || null, asked || null, trap, rest || null];
}
