import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/tui/markdown/render.js';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  readonly number: number;
}

const EXAMPLES: readonly Example[] = createRequire(import.meta.url)('commonmark-spec').tests;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The text a reader of the reference HTML sees; of a picture, the words that stand for it. */
function textOf(html: string): string {
  return html
    .replaceAll(/<img [^>]*?alt="([^"]*)"[^>]*>/g, '$1')
    .replaceAll(/<!--[\s\S]*?-->|<[?!/]?[A-Za-z[](?:[^>"']|"[^"]*"|'[^']*')*>/g, ' ')
    .replaceAll(/&(lt|gt|amp|quot);/g, (whole, name) => ENTITIES[name] ?? whole);
}

/** What is drawn, without the styles, frames and marks of lists that the drawing adds. */
function drawn(markdown: string): string {
  const lines = renderMarkdown(markdown, { width: 400, colors: true, hyperlinks: true });
  return lines
    .join('\n')
    .replaceAll(/\u001b\[[\d;]*m|\u001b\]8;;[^\u001b]*\u001b\\/g, '')
    .replaceAll(/^[ │▌]+/gm, ' ');
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** The words of the reference that are not drawn, in order. */
function lost({ markdown, html }: Example): string[] {
  const source = markdown.replaceAll('→', '\t');
  const shown = drawn(source);
  let from = 0;
  return words(textOf(html.replaceAll('→', '\t'))).filter((word) => {
    const at = shown.indexOf(word, from);
    if (at >= 0) from = at + word.length;
    return at < 0;
  });
}

const HTML =
  'HTML that means nothing to viva, or has no end, is text, so Markdown within it is drawn';
const MODULE_LINK = '[[…]] is a link to another module in the deck format';

/** Every example whose words are not all drawn as the reference has them, and why. */
const DIFFERENT: Readonly<Record<number, string>> = {
  ...Object.fromEntries(
    [150, 151, 155, 156, 158, 162, 163, 164, 165, 166, 171, 177, 178, 524, 536].map((number) => [
      number,
      HTML,
    ]),
  ),
  520: 'the words for a picture are shown as they were written, a link within them too',
  548: MODULE_LINK,
  559: MODULE_LINK,
  590: MODULE_LINK,
};

/** The letters and digits of a text, word by word. */
const lettersOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('the examples of the CommonMark specification as answers', () => {
  test('are all there', () => {
    expect(EXAMPLES).toHaveLength(652);
  });

  test.each(EXAMPLES.map((example) => [example.number, example] as const))(
    'example %i loses no text',
    (number, example) => {
      if (DIFFERENT[number] === undefined) {
        expect(lost(example)).toEqual([]);
        return;
      }
      // What differs are marks alone; 161 has a fence whose language `c` is not shown.
      const letters = lost(example).flatMap(lettersOf);
      const shown = new Set(lettersOf(drawn(example.markdown)));
      expect(letters.filter((word) => !shown.has(word))).toEqual(number === 161 ? ['c'] : []);
    },
  );

  test('no difference is allowed that is none', () => {
    const different = EXAMPLES.filter((example) => lost(example).length > 0);
    expect(different.map(({ number }) => String(number))).toEqual(Object.keys(DIFFERENT));
  });

  test('none throws at any width, with or without colours', () => {
    for (const { markdown } of EXAMPLES) {
      for (const width of [20, 37, 80]) {
        for (const colors of [true, false]) {
          expect(
            renderMarkdown(markdown.replaceAll('→', '\t'), { width, colors, hyperlinks: colors }),
          ).toBeInstanceOf(Array);
        }
      }
    }
  });
});
