import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SyncRecord } from '../../../src/model/sync-records.js';
import { SegmentError } from '../../../src/sync/checked.js';
import { openSegment, readRecords, writeSegment } from '../../../src/sync/segment.js';

const HEAD = {
  ...({ type: 'segment', format: 'viva-sync', version: 1, archive: 1 } as const),
  ...{ device: 'a'.repeat(20), first: 1, last: 2, after: { ['b'.repeat(20)]: 7 } },
};
const RECORDS: SyncRecord[] = [
  { type: 'setting', value: { name: 'newPerDay', value: 12, changedAt: 5 } },
  {
    type: 'event',
    value: {
      ...{ id: '01JD3Q00000000000000000000', card: 'aaaaaaaaaaa1', kind: 'suspend' },
      ...{ at: 9, day: 0, device: 'ü' },
    },
  },
];
const { bytes } = writeSegment(HEAD, RECORDS);

const failure = (read: () => unknown): unknown => {
  try {
    read();
  } catch (error) {
    return error;
  }
  return null;
};

describe('a segment', () => {
  test('is read back as it was written, events apart from the rest', () => {
    const segment = openSegment('x', bytes);
    expect(segment.head).toEqual(HEAD);
    expect([...readRecords(segment, false)]).toEqual(RECORDS.slice(0, 1));
    expect([...readRecords(segment, true)]).toEqual(RECORDS.slice(1));
  });

  test('that is cut off anywhere is damaged', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      expect(failure(() => openSegment('x', bytes.subarray(0, length)))).toMatchObject({
        kind: 'damaged',
      });
    }
  });

  test('of which any bit is flipped is damaged', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const flipped = Uint8Array.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect(failure(() => openSegment('x', flipped))).toBeInstanceOf(SegmentError);
      }),
    );
  });

  test('of a newer viva is called that', () => {
    const text = Buffer.from(bytes).toString().replace('"version":1', '"version":2');
    expect(failure(() => openSegment('x', Buffer.from(text)))).toMatchObject({ kind: 'newer' });
    const odd = writeSegment(HEAD, [{ type: 'mood', value: { good: true } } as never]);
    const read = () => [...readRecords(openSegment('x', odd.bytes), false)];
    expect(failure(read)).toMatchObject({ kind: 'newer' });
  });

  test('with a record that is none is damaged', () => {
    const odd = writeSegment(HEAD, [{ type: 'setting', value: { name: 1 } } as never]);
    const read = () => [...readRecords(openSegment('x', odd.bytes), false)];
    expect(failure(read)).toMatchObject({ kind: 'damaged' });
  });
});
