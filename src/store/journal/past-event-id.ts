import { createHash } from 'node:crypto';
import type { JournalEvent } from '../../model/event.js';
import type { EventId } from '../../model/ids.js';
import { ulid } from '../tables/ulid.js';

type Origin = Pick<JournalEvent, 'device' | 'card' | 'at' | 'kind'>;

/** Returns the id of another program's event, made of what it is: wherever it is read in, it is the same. */
export function pastEventId({ device, card, at, kind }: Origin): EventId {
  const digest = createHash('sha256').update(`${device} ${card} ${at} ${kind}`).digest();
  return ulid(at, digest);
}
