import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandIds, idsOfCommand, nextUlid } from '../../../../src/store/tables/ulid.js';

const zeros = (bytes: number) => new Uint8Array(bytes);

describe('nextUlid', () => {
  test('encodes the time as the ULID specification does', () => {
    // The specification's example: 01ARYZ6S41 is 1469918176385.
    expect(nextUlid(1_469_918_176_385, zeros, null)).toBe('01ARYZ6S410000000000000000');
  });

  test('puts the random bytes after the time, first byte first', () => {
    const bytes = () => Uint8Array.of(0xff, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    expect(nextUlid(0, bytes, null)).toBe('0000000000ZW00000000000001');
  });

  test('draws all its random bits anew where the time has not gone on', () => {
    const ones = (bytes: number) => new Uint8Array(bytes).fill(0xff);
    const newest = nextUlid(2_000, zeros, null);
    expect(nextUlid(2_000, ones, newest)).toBe('00000001YHZZZZZZZZZZZZZZZZ');
    expect(nextUlid(1_000, ones, newest)).toBe('00000001YHZZZZZZZZZZZZZZZZ');
  });

  test('stays within what a ULID can hold', () => {
    expect(nextUlid(0, zeros, '7ZZZZZZZZZZZZZZZZZZZZZZZZZ')).toBe('7ZZZZZZZZZ0000000000000000');
  });

  test('wants ten random bytes', () => {
    expect(() => nextUlid(0, () => new Uint8Array(9), null)).toThrow(RangeError);
  });

  test('sorts every id after the one before, however the clock runs', () => {
    const clock = fc.array(fc.nat({ max: 2 ** 47 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(clock, fc.uint8Array({ minLength: 10, maxLength: 10 }), (times, bytes) => {
        let newest: string | null = null;
        for (const now of times) {
          const id: string = nextUlid(now, () => bytes, newest);
          expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
          if (newest !== null) expect(id > newest).toBe(true);
          newest = id;
        }
      }),
    );
  });
});

describe('commandIds', () => {
  const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

  test('sorts the ids of a command in their order, after what was there, and knows them by their start', () => {
    fc.assert(
      fc.property(fc.nat(), random, random, fc.nat({ max: 80 }), (now, old, bytes, count) => {
        const newest = nextUlid(now, () => old, null);
        const next = commandIds(now, () => bytes, newest);
        const ids: string[] = Array.from({ length: count + 1 }, next);
        for (const id of ids) expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
        expect([newest, ...ids].sort()).toEqual([newest, ...ids]);
        const { from, beyond } = idsOfCommand(ids[0] ?? '');
        expect(ids.every((id) => id >= from && id < beyond)).toBe(true);
        expect(newest < from).toBe(true);
      }),
    );
  });

  test('makes other ids on a machine that stands at the same event', () => {
    let drawn = 0;
    const source = (bytes: number) => {
      drawn += 37;
      return new Uint8Array(bytes).fill(drawn);
    };
    const newest = nextUlid(5_000, source, null);
    const made = Array.from({ length: 4 }, () => commandIds(1_000, source, newest)());
    expect(new Set(made).size).toBe(4);
    expect(new Set(made.map((id) => idsOfCommand(id).from)).size).toBe(4);
  });
});
