import { jsonlPieces } from '../../src/export/jsonl.js';
import type { ArchiveRecord } from '../../src/model/archive/archive.js';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION } from '../../src/model/archive/head.js';
import { NEW_MEMORY } from '../../src/model/memory.js';
import { DAY_MS } from '../../src/model/moment.js';
import { schedulerConfig, settingsSchema } from '../../src/model/settings.js';
import type { CardHistory } from '../../src/schedule/fit/histories.js';
import { nextUlid } from '../../src/store/tables/ulid.js';

const cardId = (n: number) => `c${String(n).padStart(11, '0')}`;

/** A database in which histories happened from a day on, a card each, as records of an archive. */
export function recordsOf(histories: readonly CardHistory[], firstDay: number): ArchiveRecord[] {
  return [
    { type: 'config', value: { key: 1, config: schedulerConfig(settingsSchema.parse({})) } },
    {
      type: 'collection',
      value: { key: 1, name: 'lab', source: null, importedAt: 0, removedAt: null, files: [] },
    },
    {
      type: 'module',
      value: {
        key: 1,
        collection: 1,
        ident: '#1',
        number: 1,
        title: 'Lab',
        part: '',
        emoji: '🧪',
        subtitle: '',
        tags: [],
        extras: { keyQuestion: '', insights: [], code: '', reading: [], related: [] },
        unknownKeys: {},
        file: '/lab.md',
        line: 1,
        retiredAt: null,
      },
    },
    ...histories.map((_, n) => cardRecord(n)),
    ...eventRecords(histories, firstDay),
  ];
}

function cardRecord(n: number): ArchiveRecord {
  return {
    type: 'card',
    value: {
      id: cardId(n),
      explicitId: null,
      module: 1,
      ordinal: n,
      stars: 2,
      companies: [],
      question: `Question ${n}?`,
      answer: `Answer ${n}.`,
      defects: [],
      line: n,
      addedAt: 0,
      retiredAt: null,
      mergedInto: null,
      memory: NEW_MEMORY,
    },
  };
}

function eventRecords(histories: readonly CardHistory[], firstDay: number): ArchiveRecord[] {
  let drawn = 0;
  const random = (bytes: number) => {
    drawn++;
    return Uint8Array.from({ length: bytes }, (_, n) => (drawn >> (8 * (n % 3))) & 255);
  };
  // Eight in the morning: the study day begins at four.
  const begin = firstDay * DAY_MS + 8 * 3_600_000;
  const rows = histories.flatMap(({ ratings, at }, card) =>
    ratings.map((rating, n) => ({ card, n, rating, at: begin + (at[n] ?? 0) })),
  );
  rows.sort((a, b) => a.at - b.at);
  return rows.map(({ card, n, rating, at }): ArchiveRecord => {
    const base = { id: nextUlid(at, random, null), card: cardId(card), at, device: 'lab' };
    return {
      type: 'event',
      value: {
        ...base,
        day: Math.floor((at - 4 * 3_600_000) / DAY_MS),
        kind: 'review',
        rating: rating as 1 | 2 | 3 | 4,
        durationMs: 12_000,
        reviewKind: n === 0 ? 'learn' : 'review',
        config: 1,
      },
    };
  });
}

/** The same as the text of a file that `viva import` reads. */
export function archiveText(histories: readonly CardHistory[], firstDay: number): string {
  const head = { format: ARCHIVE_FORMAT, version: ARCHIVE_VERSION, exportedAt: 0, complete: true };
  return [...jsonlPieces(head as never, recordsOf(histories, firstDay))].join('');
}
