import type { CardRecord } from '../../app/cards/ports.js';
import type { Moment } from '../../model/moment.js';
import type { PastText } from '../../model/sync-records.js';
import { painter } from '../../model/text/ansi.js';
import { starText } from '../../model/text/stars.js';
import { visibleLine } from '../../model/text/visible.js';
import { localTime } from '../../schedule/local-time.js';
import { type HistoryEntry, historyLine, memoryLines } from '../../tui/components/memory-lines.js';
import { prepareHighlighter } from '../../tui/markdown/highlight.js';
import { renderMarkdown } from '../../tui/markdown/render.js';
import type { Context } from '../contract/context.js';

/** One card with its text, memory and history, for a person. */
export async function showText(
  record: CardRecord,
  {
    history,
    texts,
  }: { readonly history: readonly HistoryEntry[]; readonly texts: readonly PastText[] },
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
    ...history.map((entry) => historyLine(entry, context.zone)),
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
