import type { CardRecord } from '../../app/cards/ports.js';
import type { JournalEvent } from '../../model/event.js';
import type { Moment, Zone } from '../../model/moment.js';
import { RATING_NAMES } from '../../model/rating.js';
import { percent } from '../../model/text/figures.js';
import { dueWords } from '../../schedule/due-words.js';
import { isUnlikely, lapseProbability } from '../../schedule/leech.js';
import { localTime } from '../../schedule/local-time.js';

/** What is known of a card's memory, a figure a line. */
export function memoryLines(
  { card, memory, retrievability }: CardRecord,
  moment: Moment,
): string[] {
  const state = card.retired ? 'retired' : memory.state;
  const lines = [
    `state           ${state}${memory.suspended ? ', suspended' : ''}`,
    `due             ${dueText(memory, moment)}`,
  ];
  if (memory.stability !== null && memory.difficulty !== null && retrievability !== null) {
    lines.push(
      `retrievability  ${percent(retrievability, 1)}`,
      `stability       ${memory.stability.toFixed(2)} days`,
      `difficulty      ${memory.difficulty.toFixed(2)} of 10`,
      `reviews         ${memory.reps}, lapses ${memory.lapses}${memory.leech ? ', a leech' : ''}`,
    );
    if (memory.leech) lines.push(`leech           ${leechReason(memory)}`);
  }
  if (card.defects.length > 0) lines.push(`text            ${card.defects.join(', ')}`);
  return lines;
}

function dueText(memory: CardRecord['memory'], moment: Moment): string {
  const due = dueWords(memory, moment);
  return due === 'new' ? 'not yet scheduled' : due;
}

/** Why the card is a leech, in one line. */
function leechReason({ lapses, expectedLapses }: CardRecord['memory']): string {
  const expected = expectedLapses.toFixed(1);
  if (!isUnlikely(lapses, expectedLapses)) {
    return `${lapses} lapses are too many, though its own predictions made ${expected} likely`;
  }
  const probability = lapseProbability(lapses, expectedLapses);
  const chance = probability < 0.001 ? 'below 0.1 %' : percent(probability, 1);
  return `${lapses} lapses where its own predictions make ${expected} likely (chance ${chance}); rewrite or split it`;
}

/** An event of a card's history. */
export interface HistoryEntry {
  readonly event: JournalEvent;
  readonly undone: boolean;
}

/** An event of a card's history in a line, with its local time. */
export function historyLine({ event, undone }: HistoryEntry, zone: Zone): string {
  const when = localTime(event.at, zone.offsetMinutes(event.at));
  return `${when}  ${what(event)}${undone ? '  (undone)' : ''}`;
}

function what(event: JournalEvent): string {
  if (event.kind !== 'review') return event.kind;
  const seconds = event.durationMs > 0 ? `  ${(event.durationMs / 1000).toFixed(1)} s` : '';
  return `${RATING_NAMES[event.rating].padEnd(5)} ${event.reviewKind}${seconds}`;
}
