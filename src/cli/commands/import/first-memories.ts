import { hashcardsHistories, textKey } from '../../../app/import/hashcards.js';
import { takeHistories } from '../../../app/import/histories.js';
import type { ImportReport } from '../../../app/import/report.js';
import { takeSchedules } from '../../../app/import/schedules.js';
import type { Store } from '../../../app/ports.js';
import { counted } from '../../../model/text/counted.js';
import { visibleLine } from '../../../model/text/visible.js';
import type { Context } from '../../contract/context.js';

/** Gives new cards the reviews that exports of hashcards hold, and says what became of them. */
export async function takeHashcards(
  paths: readonly string[],
  dryRun: boolean,
  store: Store,
  context: Context,
): Promise<void> {
  if (paths.length === 0) return;
  const { zone, files } = context;
  const config = await context.config();
  const request = { moment: context.moment(), zone, dayStart: context.settings().dayStart, config };
  for (const path of paths) {
    const histories = hashcardsHistories(path, zone, files);
    if (dryRun) {
      const told = `${counted(histories.length, 'card')} of ${visibleLine(path)} were reviewed: new cards with these texts get that past.`;
      context.stderr.write(`${told}\n`);
      continue;
    }
    const how = { device: 'hashcards', keyOf: textKey };
    const { exact, approximate, without } = takeHistories(histories, how, request, store);
    const told = [
      `${counted(exact, 'card')} got the reviews that hashcards noted.`,
      approximate === 0
        ? ''
        : `${counted(approximate, 'card')} got a first memory by its interval, which is approximate.`,
      without === 0
        ? ''
        : `${counted(without, 'card')} there fit no new card here: the text is another, or it was reviewed here already.`,
    ];
    context.stderr.write(`${told.filter((line) => line !== '').join('\n')}\n`);
  }
}

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
