import type { StudyDay } from '../../../model/ids.js';
import type { Moment } from '../../../model/moment.js';
import { readDay } from '../../../schedule/read-date.js';
import { parseSpan } from '../../../stats/period.js';
import type { OptionSpec } from '../../contract/command.js';
import { usageError } from '../../contract/errors.js';

/** The flags that say which reviews count. */
export const PERIOD_OPTIONS: readonly OptionSpec[] = [
  { flags: '--since <day>', description: 'reviews from a day on: 2026-03-01, 30d, 2w, 6m, 1y' },
  { flags: '--until <day>', description: 'reviews up to a day' },
];

/** Returns the period of `--since` and `--until`; throws `usage` for one that holds no day up to today. */
export function periodFrom(
  given: { readonly since?: string | undefined; readonly until?: string | undefined },
  { today }: Pick<Moment, 'today'>,
): { since: StudyDay | null; until: StudyDay | null } {
  const since = readEnd('since', given.since, today);
  const until = readEnd('until', given.until, today);
  if (until !== null && until > today) {
    throw usageError('--until is in the future.', 'Leave it out to count up to today.');
  }
  if (since !== null && since > (until ?? today)) {
    throw usageError(
      '--since is after the end of the period.',
      'The period --since..--until must hold at least one day up to today.',
    );
  }
  return { since, until };
}

function readEnd(
  end: 'since' | 'until',
  text: string | undefined,
  today: StudyDay,
): StudyDay | null {
  if (text === undefined) return null;
  const hint = 'Give a date such as 2026-03-01, or a span back from today: 30d, 2w, 6m, 1y.';
  return parseSpan(text, end, today) ?? readDay({ text, what: `--${end}`, hint });
}
