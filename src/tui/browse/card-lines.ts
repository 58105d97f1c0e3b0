import stringWidth from 'string-width';
import { partsOf } from '../../app/cards/answer.js';
import type { CardRecord } from '../../app/cards/ports.js';
import type { CardSource } from '../../model/card-source.js';
import type { Moment, Zone } from '../../model/moment.js';
import { styled } from '../../model/text/ansi.js';
import { starText } from '../../model/text/stars.js';
import { type HistoryEntry, historyLine, memoryLines } from '../components/memory-lines.js';
import { oneLine } from '../components/text.js';
import { type RenderOptions, renderPlain } from '../markdown/render.js';
import { NO_MARKS } from '../review/answer-side.js';
import { answerBody, rule } from '../review/body.js';

/** A card with all that is shown of it. */
export interface ShownCard {
  readonly record: CardRecord;
  readonly history: readonly HistoryEntry[];
}

const NO_STEPS = { ...NO_MARKS, typed: null, missing: [], followUp: 0, isTicking: false };

/** Question, answer and its chain of follow-ups as the review shows them, one below the other. */
export function cardBody(
  record: CardRecord,
  isWhole: boolean,
  source: CardSource | null,
  options: RenderOptions,
): readonly string[] {
  const { answer } = record.card;
  const parts = partsOf(answer);
  const side = { answer, parts, isWhole, source };
  const { lines } = answerBody(record, side, NO_STEPS, options);
  // The answer as it stands has them in it.
  if (isWhole || parts === null) return lines;
  const chain = parts.followUps.flatMap((_, at) => {
    const answered = 2 * (at + 1);
    return ['', ...answerBody(record, side, { ...NO_STEPS, followUp: answered }, options).lines];
  });
  return [...lines, ...chain];
}

/** A line of plain text on as many as it needs; one that fits keeps its columns. */
export function fitted(text: string, options: RenderOptions): string[] {
  return stringWidth(text) <= options.width ? [text] : renderPlain(text, options);
}

/** The card: where it stands, its text, its memory and its history, the newest event first. */
export function cardLines(
  { record, history }: ShownCard,
  body: readonly string[],
  moment: Moment,
  zone: Zone,
  options: RenderOptions,
): string[] {
  const { card } = record;
  const plain = (text: string) => fitted(text, options);
  return [
    styled(oneLine(`${card.module.emoji} ${card.module.title}`), 'bold', options.colors),
    ...plain(placeOf(record)),
    '',
    ...body,
    '',
    rule('Memory', options),
    ...memoryLines(record, moment).flatMap(plain),
    ...(history.length === 0 ? [] : ['', rule('History', options)]),
    ...history.toReversed().flatMap((entry) => plain(historyLine(entry, zone))),
    '',
    rule('Where', options),
    ...plain(sourceOf(record)),
  ];
}

function placeOf({ card, memory }: CardRecord): string {
  const parts = [card.module.part, starText(card.stars), card.companies.join(', ')];
  return [...parts, memory.flag > 0 ? '⚑' : '', card.tags.map((tag) => `#${tag}`).join(' ')]
    .filter(Boolean)
    .map(oneLine)
    .join(' · ');
}

function sourceOf({ card }: CardRecord): string {
  const file = card.file === null ? 'from standard input' : `${card.file}:${card.line}`;
  return [card.id, card.module.collection, file].map(oneLine).join(' · ');
}
