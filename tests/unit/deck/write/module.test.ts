import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { writeModule } from '../../../../src/deck/write/module.js';
import type { DeckModule } from '../../../../src/model/module.js';
import { files, modules } from '../deck-arbitraries.js';
import { moduleOf } from '../deck-text.js';

/** The module without what depends on its place or follows from its text. */
function essence(module: DeckModule): DeckModule {
  return {
    ...module,
    line: 1,
    cards: module.cards.map((card) => ({ ...card, line: 0, defects: [] })),
  };
}

function readBack(module: DeckModule): DeckModule[] {
  return parseDeckFile('written.md', writeModule(module)).modules.map(essence);
}

describe('writeModule', () => {
  test('writes the plain shape', () => {
    const module = moduleOf(
      '## Interview Questions\n\n### ★★☆ _(Acme, B\\_C)_ <!-- id: a-1 -->\n\n**Q:** Why?\n\n**A:** Because.\n',
    );
    expect(writeModule({ ...module, part: 'P', number: 3, tags: ['a', 'b'] })).toBe(
      `---
title: "Sample"
part: "P"
number: 3
tags: ["a", "b"]
---

# Sample

## Interview Questions

### ★★☆ _(Acme, B\\_C)_

<!-- id: a-1 -->

**Q:** Why?

<details>
<summary>Answer</summary>

Because.

</details>
`,
    );
  });

  test('a fold that is not closed takes no summary of another card', () => {
    const open = '> [!question]\n> a <details><summary>\n\n> [!answer]\n> b\n';
    const next = '**Q:** c\n\n<details>\n<summary>Answer</summary>\n\nd\n\n</details>\n';
    const module = moduleOf(`## Questions\n\n### ★☆☆\n\n${open}\n### ★☆☆\n\n${next}`);
    expect(module.cards).toMatchObject([
      { question: 'a <details><summary>', answer: 'b' },
      { question: 'c', answer: 'd' },
    ]);
    expect(readBack(module)[0]?.cards).toEqual(essence(module).cards);
  });

  test('writes a text that would be read as structure in call-outs', () => {
    const called = '> [!question]\n> a?\n> **Q:** b?\n\n> [!answer]\n> ```\n> </details>\n';
    const module = moduleOf(`## Questions\n\n### ★☆☆\n\n${called}`);
    expect(module.cards).toMatchObject([{ question: 'a?\n**Q:** b?', answer: '```\n</details>' }]);
    expect(writeModule(module)).toContain(called);
  });

  test('reading back gives the same module, whatever it holds', () => {
    fc.assert(
      fc.property(modules, (module) => {
        expect(readBack(module)).toEqual([module]);
      }),
      { numRuns: 400 },
    );
  });

  test('code left open in one section does not swallow the next one of its name', () => {
    const text =
      '---\ntitle: T\n---\n## Code Examples\n```py\n## Code Examples\n<summary>a</summary>\n## Key Insights';
    for (const module of parseDeckFile('any.md', text).modules) {
      expect(module.extras.code).toBe('```py\n```\n\n<summary>a</summary>\n## Key Insights');
      expect(readBack(module)).toEqual([essence(module)]);
    }
  });

  test('whatever a file holds, the module read from it is written as it was read', () => {
    fc.assert(
      fc.property(files, (text) => {
        for (const module of parseDeckFile('any.md', text).modules) {
          expect(readBack(module)).toEqual([essence(module)]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
