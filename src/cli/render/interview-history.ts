import type { PastInterview } from '../../app/interview/ports.js';
import { MINUTE_MS, type Zone } from '../../model/moment.js';
import { RATING_NAMES } from '../../model/rating.js';
import { visibleLine } from '../../model/text/visible.js';
import { localTime } from '../../schedule/local-time.js';

/** Former interviews in lines, the newest first; `zone` is the person's. */
export function interviewHistoryLines(history: readonly PastInterview[], zone: Zone): string[] {
  if (history.length === 0) return ['No interviews yet. Start one with "viva interview".'];
  return history.flatMap((past, at) => [
    ...(at === 0 ? [] : ['']),
    headLine(past, zone),
    ...questionLines(past),
  ]);
}

function headLine(past: PastInterview, zone: Zone): string {
  const { at, rated, good, named, points, spentMs, recorded, questions } = past;
  const ticked = points === 0 ? '' : `, ${named} of ${points} points`;
  const minutes = `${Math.round(spentMs / MINUTE_MS)} min`;
  const kept = recorded ? '' : ', not recorded';
  return `${localTime(at, zone.offsetMinutes(at))}  ${rated} of ${questions.length} rated, ${good} Good or Easy${ticked}, ${minutes}${kept}`;
}

function questionLines({ questions }: PastInterview): string[] {
  return questions.map(({ id, question, rating }) => {
    const said = rating === null ? 'skipped' : RATING_NAMES[rating];
    return `  ${said.padEnd(8)} ${id}  ${visibleLine(question)}`;
  });
}

/** Former interviews for programs; times in ISO 8601 and ms. */
export function interviewHistoryJson(history: readonly PastInterview[]): object {
  return {
    interviews: history.map(({ at, ...past }) => ({ at: new Date(at).toISOString(), ...past })),
  };
}
