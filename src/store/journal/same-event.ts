import { isDeepStrictEqual } from 'node:util';
import { VivaError } from '../../model/error.js';
import type { JournalEvent } from '../../model/event.js';
import { pastEventId } from './past-event-id.js';

/**
 * Holds an event that is here against one of the same id that comes; a config
 * that is not known is left out. Throws VivaError 'events-differ' naming both
 * where they are not the same: one of the two would be lost.
 */
export function requireSame(here: JournalEvent, comes: JournalEvent): void {
  if (isSame(here, comes)) return;
  throw new VivaError(
    'events-differ',
    `Two events have the id ${here.id}: here ${describe(here)}; there ${describe(comes)}.`,
    `Nothing was imported and nothing is lost: each is where it was. Leave the card out of the archive: viva export jsonl -o FILE -- -id:${comes.card}`,
  );
}

function isSame(here: JournalEvent, comes: JournalEvent): boolean {
  const fields = Object.entries({ ...here, ...comes });
  const [one, other] = [here, comes].map((event) => new Map(Object.entries(event)));
  const ignored = here.id === pastEventId(here) ? CIRCUMSTANCES : NOTHING;
  return fields.every(
    ([name]) => ignored.has(name) || isSameValue(one?.get(name), other?.get(name)),
  );
}

/** The points are numbers within an object, in whatever order its fields came. */
function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || isDeepStrictEqual(a, b);
}

/**
 * Of another program's event, what depends on the machine that read it in; what a
 * review was for also on the package, for an export writes what the fold made of it.
 */
const CIRCUMSTANCES: ReadonlySet<string> = new Set(['day', 'until', 'config', 'reviewKind']);
const NOTHING: ReadonlySet<string> = new Set();

function describe(event: JournalEvent): string {
  const { card, kind, at, day, device, id: _, ...details } = event;
  const more = Object.entries(details).map(([name, value]) => `, ${name} ${said(value)}`);
  return `${kind} of card ${card} at ${new Date(at).toISOString()} on day ${day} by ${device}${more.join('')}`;
}

function said(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
