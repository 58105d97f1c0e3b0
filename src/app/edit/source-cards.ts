import { type CardRange, cardRanges } from '../../deck/edit/card-ranges.js';
import { splitLines } from '../../deck/edit/lines.js';
import type { DeckCard } from '../../model/card.js';
import type { DeckModule } from '../../model/module.js';
import { type ReadingHints, readModules } from '../import/read-modules.js';

/** A card in the text of its source. */
export interface SourceCard {
  readonly card: DeckCard;
  readonly module: DeckModule;
  /** The lines that it takes up; null where they cannot be told, as in a file that was mended. */
  readonly range: CardRange | null;
}

/** Reads the cards of a file's text, in their order. Without hints the text alone decides how. */
export function sourceCards(file: string, text: string, hints?: ReadingHints): SourceCard[] {
  const { modules, salvaged } = readModules(file, Buffer.from(text, 'utf8'), hints);
  const cards = modules.flatMap((module) => module.cards.map((card) => ({ card, module })));
  if (salvaged) return cards.map((each) => ({ ...each, range: null }));
  const lines = splitLines(text);
  const known = new Map(cardRanges(text).map((range) => [range.line, range]));
  const begins = [...new Set(cards.map(({ card }) => card.line))];
  const nexts = new Map(begins.map((line, index) => [line, begins[index + 1]]));
  return cards.map(({ card, module }) => ({
    card,
    module,
    range: known.get(card.line) ?? upToNext(lines, card.line, nexts.get(card.line)),
  }));
}

/** Returns how many cards are made of the lines of the one at a place, as of the gaps of one text. */
export function countOfSameLines(all: readonly SourceCard[], at: number): number {
  const line = all[at]?.card.line;
  let end = at;
  while (all[end] !== undefined && all[end]?.card.line === line) end++;
  return end - at;
}

/** Of other layouts only where cards begin is known: each goes on to the next. */
function upToNext(lines: readonly string[], line: number, next: number | undefined): CardRange {
  let to = next === undefined || next <= line ? lines.length : next - 1;
  while (to > line && (lines[to - 1] ?? '').trim() === '') to--;
  return { line, from: line, to };
}

/** Do cards as they were read say what was wanted of them, one for one and in order? */
export function saysAll(read: readonly SourceCard[], wanted: readonly DeckCard[]): boolean {
  return (
    read.length === wanted.length &&
    read.every(({ card }, at) => {
      const other = wanted[at];
      return other !== undefined && isSameText(card, other);
    })
  );
}

/** Do both cards say the same in all that a person wrote? */
export function isSameText(a: DeckCard, b: DeckCard): boolean {
  const said = ({ question, answer, stars, companies, tags, siblings, explicitId }: DeckCard) =>
    JSON.stringify([question, answer, stars, companies, tags, siblings, explicitId]);
  return said(a) === said(b);
}
