import type { ImportReport } from '../../../app/import/report.js';
import { takeSchedules } from '../../../app/import/schedules.js';
import type { Store } from '../../../app/ports.js';
import { counted } from '../../../model/text/counted.js';
import type { Context } from '../../contract/context.js';

/** Takes the schedules that notes for Obsidian hold, and says what became of them. */
export async function takeFirstMemories(
  reports: readonly ImportReport[],
  store: Store,
  context: Context,
): Promise<void> {
  if (!reports.some(({ readings }) => readings.some(({ shape }) => shape === 'obsidian'))) return;
  const { zone, files } = context;
  const config = await context.config();
  const { dayStart } = context.settings();
  const request = { moment: context.moment(), zone, dayStart, config };
  const taken = reports.reduce(
    (sum, report) => sum + takeSchedules(report, request, store, files),
    0,
  );
  if (taken === 0) return;
  context.stderr.write(
    `${counted(taken, 'card')} start with the schedule in the notes. It is approximate: Obsidian stores an interval, not the reviews.\n`,
  );
}
