import type { SyncTaken } from '../../app/sync/ports.js';
import type { SyncStatus } from '../../app/sync/status.js';
import type { SyncReport } from '../../app/sync/sync.js';
import { mergeSummary } from '../../app/upkeep/merge-summary.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { localTime } from '../../schedule/local-time.js';
import type { Context } from '../contract/context.js';
import { renderTable } from './table.js';

/** Says what a sync did. */
export function syncText(report: SyncReport): string[] {
  const { sent, taken, waiting, damaged } = report;
  const came = taken.map(({ merged }) => mergeSummary(merged)).filter(Boolean);
  const lines = [
    ...came.map((summary) => `Received: ${summary}.`),
    ...(sent === 0 ? [] : [`Sent: ${counted(sent, 'record')}.`]),
    ...taken.flatMap(remarks),
    ...waiting.map(
      (name) => `Not all of ${visibleLine(name)} has arrived; the next sync continues with it.`,
    ),
    ...damaged.map(skipped),
  ];
  return lines.length === 0 ? ['Everything is up to date.'] : lines;
}

function skipped({ path, problem, isCopy }: SyncReport['damaged'][number]): string {
  const next = isCopy
    ? 'It is a copy that the program that syncs the folder made: delete it if it stays like this.'
    : 'The machine that wrote it will repair it when it next sends something.';
  return `Skipped ${visibleLine(path)}: ${visibleLine(problem).replace(/\.$/, '')}. ${next}`;
}

function remarks({ bothReviewed, bothChanged, joined, ahead }: SyncTaken): string[] {
  const told = (count: number, noun: string, text: string) =>
    count === 0 ? [] : [`${counted(count, noun)} ${text}`];
  return [
    ...told(
      bothReviewed,
      'card',
      'reviewed here and on another machine: both reviews count, in order of time.',
    ),
    ...told(
      bothChanged,
      'card',
      'changed here and on another machine: the later import was kept; the other text is in the history of the card.',
    ),
    ...told(
      joined,
      'card',
      'first read in two versions, here and on another machine: joined, with both histories.',
    ),
    ...told(
      ahead,
      'event',
      "more than a day ahead of this machine's clock: accepted; check the clocks of your machines.",
    ),
  ];
}

/** The same for programs. */
export function syncJson({ remote, sent, taken, waiting, damaged }: SyncReport): object {
  return { remote, sent, taken, waiting, damaged };
}

/** Says how a database and its remote stand to each other. */
export function syncStatusText(status: SyncStatus, context: Context): string[] {
  const time = (at: number) => localTime(at, context.zone.offsetMinutes(at));
  const { remote, isEncrypted, unsent, syncedAt, problem, devices } = status;
  const rows = devices.map(({ name, isSelf, writtenAt, ahead, number }) => [
    `${visibleLine(name)}${isSelf ? ' (this one)' : ''}`,
    time(writtenAt),
    String(number),
    ahead === 0 ? '' : `${ahead} to come`,
  ]);
  return [
    `Synced to ${visibleLine(remote)}${isEncrypted ? ', encrypted' : ''}.`,
    syncedAt === null ? 'Not synced yet.' : `Last synced: ${time(syncedAt)}.`,
    unsent === 0 ? 'Nothing to send.' : `${counted(unsent, 'change')} to be sent.`,
    ...(problem === null ? [] : [`The last sync failed: ${visibleLine(problem)}`]),
    ...(rows.length === 0
      ? []
      : [
          renderTable(
            [
              { title: 'device', flexible: true },
              { title: 'last wrote' },
              { title: 'records', align: 'right' as const },
              { title: '' },
            ],
            rows,
            context.stdout.cutAt,
          ),
        ]),
  ];
}

/** The same for programs. */
export function syncStatusJson({ taken: _, ...status }: SyncStatus): object {
  const { syncedAt, devices } = status;
  const iso = (at: number) => new Date(at).toISOString();
  return {
    ...status,
    syncedAt: syncedAt === null ? null : iso(syncedAt),
    devices: devices.map((device) => ({ ...device, writtenAt: iso(device.writtenAt) })),
  };
}
