import type { CardRecord } from '../../app/cards/ports.js';
import { painter } from '../../model/ansi.js';
import type { JournalEvent } from '../../model/event.js';
import type { Moment } from '../../model/moment.js';
import { RATING_NAMES } from '../../model/rating.js';
import { starText } from '../../model/star-text.js';
import type { PastText } from '../../model/sync.js';
import { visibleLine } from '../../model/visible-text.js';
import { isUnlikely, lapseProbability } from '../../schedule/leech.js';
import { prepareHighlighter } from '../../tui/markdown/highlight.js';
import { renderMarkdown } from '../../tui/markdown/render.js';
import type { Context } from '../contract/context.js';
import { localTime } from './dates.js';
import { dueWords } from './due-words.js';

interface Entry {
  readonly event: JournalEvent;
  readonly undone: boolean;
}

/** One card with its text, memory and history, for a person. */
export async function showText(
  record: CardRecord,
  { history, texts }: { readonly history: readonly Entry[]; readonly texts: readonly PastText[] },
  moment: Moment,
  context: Context,
): Promise<string[]> {
  await prepareHighlighter();
  const { colors, columns } = context.stdout;
  const paint = painter(colors);
  const options = { width: Math.min(columns, 100), colors, hyperlinks: false };
  const { card } = record;
  return [
    paint('bold', visibleLine(`${card.module.emoji} ${card.module.title}`.trim())),
    visibleLine(placeOf(record)),
    '',
    ...renderMarkdown(card.question, options),
    '',
    paint('dim', '── Answer'),
    ...renderMarkdown(card.answer, options),
    '',
    ...memoryLines(record, moment),
    ...(history.length > 0 ? ['', paint('bold', 'History')] : []),
    ...history.map((entry) => historyLine(entry, context)),
    ...texts.flatMap((text) => [
      '',
      paint('dim', `── Replaced by another machine's text; of ${timeOf(text.changedAt, context)}`),
      ...renderMarkdown(`${text.question}\n\n${text.answer}`, options),
    ]),
  ];
}

function timeOf(at: number, context: Context): string {
  return localTime(at, context.zone.offsetMinutes(at));
}

function placeOf({ card }: CardRecord): string {
  const { part, number, collection } = card.module;
  const parts = [
    card.id,
    collection,
    part,
    number === null ? '' : `module ${number}`,
    starText(card.stars),
    card.companies.join(', '),
    card.file === null ? '' : `${card.file}:${card.line}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

function memoryLines({ card, memory, retrievability }: CardRecord, moment: Moment): string[] {
  const state = card.retired ? 'retired' : memory.state;
  const lines = [
    `state           ${state}${memory.suspended ? ', suspended' : ''}`,
    `due             ${dueText(memory, moment)}`,
  ];
  if (memory.stability !== null && memory.difficulty !== null && retrievability !== null) {
    lines.push(
      `retrievability  ${(100 * retrievability).toFixed(1)} %`,
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
  const percent = 100 * lapseProbability(lapses, expectedLapses);
  const chance = percent < 0.1 ? 'below 0.1 %' : `${percent.toFixed(1)} %`;
  return `${lapses} lapses where its own predictions make ${expected} likely (chance ${chance}); rewrite or split it`;
}

function historyLine({ event, undone }: Entry, context: Context): string {
  const when = timeOf(event.at, context);
  return `${when}  ${what(event)}${undone ? '  (undone)' : ''}`;
}

function what(event: JournalEvent): string {
  if (event.kind !== 'review') return event.kind;
  const seconds = event.durationMs > 0 ? `  ${(event.durationMs / 1000).toFixed(1)} s` : '';
  return `${RATING_NAMES[event.rating].padEnd(5)} ${event.reviewKind}${seconds}`;
}
