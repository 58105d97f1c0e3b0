import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { askBackground } from '../../../../src/tui/terminal/background.js';

const LIGHT = '\u001b]11;rgb:ffff/ffff/ffff\u001b\\';
const DARK = '\u001b]11;rgb:0000/2b2b/3636\u0007';

/** A source of keys that gives these pieces, one a read. */
function source(pieces: string[]) {
  return { read: (): string | null => pieces.shift() ?? null };
}

/** All that is read of a source. */
function rest(from: { read(): string | null }): string {
  let text = '';
  for (let piece = from.read(); piece !== null; piece = from.read()) text += piece;
  return text;
}

describe('asking a terminal for its background', () => {
  test('takes the answer out of the keys, wherever it is torn, and loses no key', () => {
    const keys = fc.array(fc.constantFrom('j', ' ', '\u001b[A', '\u001b[5~', '1', 'é', '\u001bOP'));
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    fc.assert(
      fc.property(keys, keys, sizes, fc.constantFrom(LIGHT, DARK), (a, b, lengths, answer) => {
        const text = a.join('') + answer + b.join('');
        const pieces: string[] = [];
        for (let from = 0, at = 0; from < text.length; at++) {
          let to = from + (lengths[at % lengths.length] ?? 1);
          // No piece ends with a bare escape: that is a key of its own.
          while (text[to - 1] === '\u001b') to++;
          pieces.push(text.slice(from, to));
          from = to;
        }
        const answered = vi.fn();
        const from = source(pieces);
        askBackground(from, () => {}, answered);
        expect(rest(from)).toBe(a.join('') + b.join(''));
        expect(answered.mock.calls).toEqual([[answer === LIGHT ? 'light' : 'dark']]);
      }),
    );
  });

  test('a late answer is taken out, too, and what only begins like one is a key by then', async () => {
    vi.useFakeTimers();
    const pieces: string[] = [];
    const from = source(pieces);
    const answered = vi.fn();
    askBackground(from, () => {}, answered);
    vi.advanceTimersByTime(10_000);
    pieces.push(`j${LIGHT}k`, '\u001b]');
    expect(rest(from)).toBe('jk\u001b]');
    expect(answered).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  test('the end waits for an answer on its way, half a second at most, and drops the keys', async () => {
    vi.useFakeTimers();
    const pieces: string[] = [];
    const from = source(pieces);
    const settled = vi.fn();
    const settle = askBackground(
      from,
      () => {},
      () => {},
    );
    const ending = settle().then(settled);
    await vi.advanceTimersByTimeAsync(100);
    expect(settled).not.toHaveBeenCalled();
    pieces.push(`3${LIGHT}`);
    expect(rest(from)).toBe('');
    await ending;
    await settle();

    const silent = askBackground(
      source([]),
      () => {},
      () => {},
    )().then(settled);
    await vi.advanceTimersByTimeAsync(500);
    await silent;
    expect(settled).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});
