import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextUlid } from '../../../../src/store/tables/ulid.js';

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

  test('counts up within a millisecond, with carry', () => {
    expect(nextUlid(0, zeros, '0000000000000000000000000Z')).toBe('00000000000000000000000010');
  });

  test('counts up from the newest id when the clock ran backwards', () => {
    const newest = nextUlid(2_000, zeros, null);
    expect(nextUlid(1_000, zeros, newest)).toBe(`${newest.slice(0, -1)}1`);
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
