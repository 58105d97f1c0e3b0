import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitHints,
  fitKeys,
  type KeyHint,
  keyText,
  ratingRow,
  ratingRowText,
} from '../../../../src/tui/review/fit-keys.js';
import { withHelp } from '../../../../src/tui/review/key-meanings.js';

const KEYS: readonly KeyHint[] = [
  ['Space', 'show answer'],
  ['?', 'help'],
  ['t', 'type it first'],
  ['q', 'finish'],
];

describe('keys', () => {
  test('stand in their order where there is room', () => {
    expect(fitKeys(KEYS, 78)).toEqual(KEYS);
  });

  test('go whole, the way out and the help stay at 40 columns', () => {
    expect(fitKeys(KEYS, 38).map(([key]) => key)).toEqual(['Space', '?', 'q']);
  });

  test('keep what goes on and the help in the narrowest', () => {
    const widths = Array.from({ length: 65 }, (_, at) => 14 + at);
    for (const width of widths) {
      const kept = fitKeys(KEYS, width);
      expect(kept.map(([key]) => key)).toEqual(expect.arrayContaining(['Space', '?']));
      expect(kept.map(keyText).join(' · ').length).toBeLessThanOrEqual(width);
    }
    expect(fitKeys(KEYS, 26)).toEqual([KEYS[0], KEYS[1]]);
    expect(fitKeys(KEYS, 18)).toEqual([['Space', ''], KEYS[1]]);
  });

  test('name the help where no other line does', () => {
    const ticking: readonly KeyHint[] = [
      ['1-5', 'tick'],
      ['Enter', 'back'],
    ];
    expect(withHelp(ticking, false)).toEqual(ticking);
    expect(withHelp(ticking, true).map(([key]) => key)).toEqual(['1-5', '?', 'Enter']);
  });
});

test('hints are never cut within, whatever the width', () => {
  const word = fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom('a', 'b', '?') });
  fc.assert(
    fc.property(fc.array(word), fc.nat({ max: 100 }), (hints, width) => {
      const text = fitHints(hints, width);
      expect(text.length).toBeLessThanOrEqual(width);
      const shown = text === '' ? [] : text.split(' · ');
      expect(shown).toEqual(hints.slice(0, shown.length));
    }),
  );
});

describe('the ratings', () => {
  const outcome = (intervalDays: number) =>
    ({ intervalDays, memory: { dueAt: null }, delayMs: null }) as never;
  const preview = { 1: outcome(1), 2: outcome(30), 3: outcome(120), 4: outcome(400) };

  test.each([118, 78, 58, 38])(
    'are all named in %i columns, with the help where it is asked for',
    (width) => {
      for (const asksHelp of [false, true]) {
        const text = ratingRowText(ratingRow(preview, width, asksHelp));
        expect(text.length).toBeLessThanOrEqual(width);
        for (const name of ['1 Again', '2 Hard', '3 Good', '4 Easy']) expect(text).toContain(name);
        expect(text.includes('? help')).toBe(asksHelp);
      }
    },
  );

  test('keep their intervals as long as these fit', () => {
    expect(ratingRow(preview, 78, true).intervals[0]).not.toBe('');
    expect(ratingRow(preview, 38, true).intervals[0]).toBe('');
  });
});
