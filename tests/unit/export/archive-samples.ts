import type { ArchiveRecord } from '../../../src/model/archive/archive.js';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION } from '../../../src/model/archive/head.js';
import { NEW_MEMORY } from '../../../src/model/memory.js';
import { DEFAULT_WEIGHTS, schedulerConfig, settingsSchema } from '../../../src/model/settings.js';

export const HEAD = {
  format: ARCHIVE_FORMAT,
  version: ARCHIVE_VERSION,
  exportedAt: 1_700_000_000_000,
  complete: true,
} as const;

const event = { card: 'aaaaaaaaaaa1', at: 1_000, day: 20_000, device: 'laptop' } as const;

/** One record of every kind, the text with what quoting can go wrong with. */
export const RECORDS: readonly ArchiveRecord[] = [
  { type: 'config', value: { key: 1, config: schedulerConfig(settingsSchema.parse({})) } },
  {
    type: 'collection',
    value: { key: 1, name: 'viva', source: null, importedAt: 5, removedAt: null, files: [] },
  },
  {
    type: 'module',
    value: {
      key: 1,
      collection: 1,
      ident: '#1',
      number: 1,
      title: 'Caches ] } , "',
      part: '',
      emoji: '💾',
      subtitle: '',
      tags: ['a'],
      extras: { keyQuestion: '', insights: [], code: '', reading: [], related: [] },
      unknownKeys: { depth: [{ x: [1, '\\"]'] }] },
      file: '/decks/a.md',
      line: 1,
      retiredAt: null,
    },
  },
  {
    type: 'card',
    value: {
      id: 'aaaaaaaaaaa1',
      explicitId: null,
      module: 1,
      ordinal: 0,
      stars: 2,
      companies: ['Google'],
      question: 'Line one\nline "two" \\ 終わり 🚀 \u2028 {[,',
      answer: '```json\n{"a": [1, 2]}\n```',
      defects: [],
      line: 3,
      addedAt: 6,
      retiredAt: null,
      mergedInto: null,
      memory: NEW_MEMORY,
    },
  },
  {
    type: 'parameters',
    value: {
      id: '01ARZ3NDEKTSV4RRFFQ69G5FB1',
      weights: [...DEFAULT_WEIGHTS],
      adoptedAt: 7,
      reviews: 1,
      reschedulesBefore: 8,
      origin: { kind: 'chosen', set: null },
    },
  },
  {
    type: 'event',
    value: {
      ...event,
      id: '01ARZ3NDEKTSV4RRFFQ69G5FA1',
      kind: 'review',
      rating: 3,
      durationMs: 900,
      reviewKind: 'learn',
      config: 1,
    },
  },
  {
    type: 'event',
    value: {
      ...event,
      id: '01ARZ3NDEKTSV4RRFFQ69G5FA2',
      kind: 'undo',
      target: '01ARZ3NDEKTSV4RRFFQ69G5FA1',
    },
  },
  { type: 'event', value: { ...event, id: '01ARZ3NDEKTSV4RRFFQ69G5FA3', kind: 'flag', value: 2 } },
  {
    type: 'event',
    value: { ...event, id: '01ARZ3NDEKTSV4RRFFQ69G5FA4', kind: 'bury', until: 20_001 },
  },
  { type: 'event', value: { ...event, id: '01ARZ3NDEKTSV4RRFFQ69G5FA5', kind: 'suspend' } },
  {
    type: 'plan',
    value: {
      id: '01ARZ3NDEKTSV4RRFFQ69G5FA6',
      name: 'On "site" ]',
      query: 'company:google',
      deadlineAt: 1_800_000_000_000,
      deadlineDay: 20_833,
      minutesPerDay: 40,
      target: 0.95,
      createdAt: 7,
      removedAt: null,
    },
  },
];

/** Text as the bytes of a file, in chunks of so many bytes. */
export function* chunksOf(text: string, size = 1 << 16): Generator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  // One buffer for all chunks, as a file is read.
  const chunk = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    chunk.set(part);
    yield chunk.subarray(0, part.length);
  }
}
