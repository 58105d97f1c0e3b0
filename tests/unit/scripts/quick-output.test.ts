import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

type Transform = (line: string, index: number) => string;
interface Clip {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}
interface Output {
  readonly operations: readonly object[];
  readonly height: number;
  write(x: number, y: number, text: string, options: { transformers: Transform[] }): void;
  clip(clip: Clip): void;
  unclip(): void;
  get(): { output: string; height: number };
}
interface StyledCharacter {
  readonly value: string;
  readonly styles: readonly { readonly code: string }[];
}

const load = (path: string) => import(pathToFileURL(resolve(path)).href);
const { quickFrame } = (await load('scripts/patches/ink-quick-output.mjs')) as {
  quickFrame(output: Output): { output: string; height: number } | null;
};
const { default: InkOutput } = (await load('node_modules/ink/build/output.js')) as {
  default: new (size: { width: number; height: number }) => Output;
};
const { styledCharsFromTokens, tokenize } = (await load(
  'node_modules/@alcalzone/ansi-tokenize/build/index.js',
)) as {
  tokenize(text: string): unknown[];
  styledCharsFromTokens(tokens: unknown[]): StyledCharacter[];
};

const WIDTH = 40;
const HEIGHT = 6;

/** What a person sees of a line: characters with their styles, blanks at the end left out. */
function seen(line: string): string[] {
  const cells = styledCharsFromTokens(tokenize(line)).map(
    ({ value, styles }) => `${value}${styles.map(({ code }) => code).sort()}`,
  );
  while (cells.at(-1) === ' ') cells.pop();
  return cells;
}

const bold: Transform = (line) => `\u001b[1m${line}\u001b[22m`;
const text = fc
  .array(fc.constantFrom('a', 'Z', ' ', 'é', '漢', '★', '\u001b[31mred\u001b[39m'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
const block = fc.array(text, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const step = fc.record({
  x: fc.nat({ max: WIDTH }),
  y: fc.nat({ max: HEIGHT }),
  text: block,
  styled: fc.boolean(),
  clip: fc.option(
    fc.record({
      x1: fc.nat({ max: 9 }),
      x2: fc.integer({ min: 20, max: WIDTH }),
      y1: fc.nat({ max: 2 }),
      y2: fc.integer({ min: 3, max: HEIGHT }),
    }),
  ),
});

function frameOf(
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
): Output {
  const output = new InkOutput({ width: WIDTH, height: HEIGHT });
  for (const { x, y, text, styled, clip } of steps) {
    if (clip !== null) output.clip(clip);
    output.write(x, y, text, { transformers: styled ? [bold] : [] });
    if (clip !== null) output.unclip();
  }
  return output;
}

describe('the quick frame of the bundle', () => {
  test('is what Ink makes of the same texts, or none', () => {
    let made = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const output = frameOf(steps);
        const quick = quickFrame(output);
        if (quick === null) return;
        made++;
        const slow = output.get();
        expect(quick.height).toBe(slow.height);
        expect(quick.output.split('\n').map(seen)).toEqual(slow.output.split('\n').map(seen));
      }),
      { numRuns: 1_000 },
    );
    expect(made).toBeGreaterThan(100);
  });

  test('is left to Ink where texts overlap or are cut off', () => {
    const at = { y: 0, text: 'four', styled: false, clip: null };
    expect(quickFrame(frameOf([{ ...at, x: 0 }]))).not.toBeNull();
    expect(
      quickFrame(
        frameOf([
          { ...at, x: 0 },
          { ...at, x: 3 },
        ]),
      ),
    ).toBeNull();
    const clip = { x1: 0, x2: 3, y1: 0, y2: 1 };
    expect(quickFrame(frameOf([{ ...at, x: 0, clip }]))).toBeNull();
    expect(quickFrame(frameOf([{ ...at, x: 0, text: 'a\nb', clip }]))).toBeNull();
  });
});
