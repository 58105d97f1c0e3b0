import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NOTHING_GIVEN } from '../../../../src/app/import/choice.js';
import { convertDecks } from '../../../../src/app/import/convert.js';
import { importDecks } from '../../../../src/app/import/import.js';
import type { Files } from '../../../../src/app/import/ports.js';
import { SHAPES } from '../../../../src/deck/shapes/decide.js';
import { filesOf, NOTHING_STORED } from '../../../support/import-in-memory.mjs';

/** The cards that an import of a folder would add: their ids, questions and modules. */
function cardsOf(folder: string, shape: string | null, files: Files) {
  const root = { kind: 'path', path: folder } as const;
  const choice = { ...NOTHING_GIVEN, shape };
  const request = { root, as: 'lists', dryRun: true, choice, edits: '/edits', now: 0 };
  const { changes, samples } = importDecks({ ...request, samples: 1000 }, NOTHING_STORED, files);
  const cards = changes.map(({ id, module, question }) => [id, module, question].join('\n'));
  const texts = samples.map(({ part, stars, answer }) => [part, stars, answer].join('\n'));
  return { cards: cards.sort(), texts: texts.sort() };
}

/** Converts a list, and returns what an import gives of it and of what was written. */
function both(list: Readonly<Record<string, string>>, shape: string | null) {
  const texts = new Map(Object.entries(list).map(([name, text]) => [join('/lists', name), text]));
  const files = filesOf(texts);
  const before = cardsOf('/lists', shape, files);
  const choice = { ...NOTHING_GIVEN, shape };
  convertDecks({ path: '/lists', folder: '/out', force: false, choice }, files);
  return { before, after: cardsOf('/out', null, files) };
}

describe('a list written as modules gives the same cards under the same ids', () => {
  test.each(SHAPES.map(({ name, example }) => [name, example]))('%s', (name, example) => {
    const ending = name === 'table' ? 'csv' : 'md';
    // What stands between rules is two texts at least.
    const text = name === 'divided' ? `${example}\n\nWhy?\n\nTo save time.` : example;
    const { before, after } = both({ [`KV caches.${ending}`]: `${text}\n` }, name);
    expect(before.cards.length).toBeGreaterThan(0);
    expect(after).toEqual(before);
  });

  test('whatever its texts hold, with what is said of each', () => {
    const fence = '```';
    const { before, after } = both(
      {
        'a/README.md': `# Caches

## Basics

### 1. What is \`</details>\` for? ⭐ _(Google, Meta)_

It closes:

${fence}html
<details>
</details>
${fence}

### 2. What is \`**Q:**\` in a module? [Hard]

1. **Q** x

   <summary>Answer</summary>

<!-- id: none -->

### 3. What does \\* show?

> [!answer]
> ### ★☆☆

### 4. Why is this empty?

## More

### 5. What is it?

# not a title
`,
        'a/cards.md': `Q: What is kept?
A: Keys.

C: A cache grows with the [length] of the text and the [number] of layers.
`,
        'b/deck.md': `#flashcards #inference

What is kept in a KV cache?:::Keys and values

A cache grows with the ==length== of the ==text==.
`,
        'b/table.csv':
          'question,answer,difficulty,tags,companies\\n"What, ""then""?","a,\\nb",hard,"x;y",Google\\n',
      },
      null,
    );
    expect(before.cards.length).toBeGreaterThanOrEqual(12);
    expect(after).toEqual(before);
  });

  test('texts that look damaged and are not', () => {
    const text = `# Views

## What does \`{" "}\` do?

It keeps a blank: a{" "}b, in <b className="x">bold</b>. {/* so */}

## What is \u00e0\u00b8 left of?

A letter that was cut in two.
`;
    const { before, after } = both({ 'views.md': text }, 'heading');
    expect(before.texts.join()).toContain('a{" "}b, in <b className="x">bold</b>. {/* so */}');
    expect(after).toEqual(before);
  });

  test('a title that is too long and was cut behind a word', () => {
    const title = `${'word '.repeat(40)}more`;
    const { before, after } = both({ 'a.md': `# ${title}\n\n## What is a?\n\nIt.\n` }, 'heading');
    expect(before.cards).toHaveLength(1);
    expect(after).toEqual(before);
  });
});
