import { describe, expect, test } from 'vitest';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';

const MODULE = `---
title: "KV Cache"
part: "Inference"
number: 22
emoji: "💾"
subtitle: "What is kept"
tags: ["transformer", "interview-prep"]
---

# 💾 KV Cache

> [!question] Key Question
> What is worth keeping?

## Key Insights

> [!tip] Insight
> Memory is the bottleneck.

> [!tip] Insight
> Keys and values only:
>
> - once a token

## Code Examples

\`\`\`python
## no heading
x = 1
\`\`\`

## Interview Questions

### ★★☆ _(Google, Anthropic)_

**Q:** What is cached?

<details>
<summary>Answer</summary>

Keys and values.

</details>

### ★☆☆

**Q:** Why?

<details>
<summary>Answer</summary>

To save work.

</details>

## Further Reading

- [Paper](https://example.org/a_(b)) what it gives you
- <https://example.org/c>

## Related

[[Flash Attention]] · [[Quantization|quantized]]
`;

const second = (title: string) =>
  `---\ntitle: "${title}"\n---\n\n## Interview Questions\n\n### ★★★\n\n**Q:** ${title}?\n\n**A:** Yes.\n`;

describe('parseDeckFile', () => {
  test('reads every part of a module', () => {
    const { modules, diagnostics } = parseDeckFile('kv.md', MODULE);
    expect(diagnostics).toEqual([]);
    expect(modules).toEqual([
      {
        title: 'KV Cache',
        part: 'Inference',
        number: 22,
        emoji: '💾',
        subtitle: 'What is kept',
        tags: ['transformer', 'interview-prep'],
        unknownKeys: {},
        line: 1,
        extras: {
          keyQuestion: 'What is worth keeping?',
          insights: ['Memory is the bottleneck.', 'Keys and values only:\n\n- once a token'],
          code: '```python\n## no heading\nx = 1\n```',
          reading: [
            { title: 'Paper', url: 'https://example.org/a_(b)', note: 'what it gives you' },
            { title: 'https://example.org/c', url: 'https://example.org/c', note: '' },
          ],
          related: ['Flash Attention', 'Quantization'],
        },
        cards: [
          {
            explicitId: null,
            stars: 2,
            companies: ['Google', 'Anthropic'],
            tags: [],
            question: 'What is cached?',
            answer: 'Keys and values.',
            line: 34,
            defects: [],
          },
          {
            explicitId: null,
            stars: 1,
            companies: [],
            tags: [],
            question: 'Why?',
            answer: 'To save work.',
            line: 45,
            defects: [],
          },
        ],
      },
    ]);
  });

  test('CRLF, lone CR and a byte order mark change nothing', () => {
    const plain = parseDeckFile('kv.md', MODULE);
    for (const ending of ['\r\n', '\r']) {
      expect(parseDeckFile('kv.md', `\uFEFF${MODULE.replaceAll('\n', ending)}`)).toEqual(plain);
    }
  });

  test('reads several modules of one file, each at its line, prose above them left out', () => {
    const text = `My notes, exported.\n\n---\n\nMore prose.\n\n${second('One')}\n${second('Two')}`;
    const { modules, diagnostics } = parseDeckFile('all.md', text);
    expect(diagnostics).toEqual([]);
    expect(modules.map(({ title, line, cards }) => [title, line, cards[0]?.line])).toEqual([
      ['One', 7, 13],
      ['Two', 19, 25],
    ]);
  });

  test('a module shown within a fence is text, even where its rules start lines', () => {
    const sample = `${second('One')}\n\`\`\`\`markdown\n${second('Sample')}\`\`\`\`\n\nThat was it.\n`;
    const { modules } = parseDeckFile('all.md', `${sample}\n${second('Two')}`);
    expect(modules.map((module) => module.title)).toEqual(['One', 'Two']);
    expect(modules[0]?.cards[0]?.answer).toContain('title: "Sample"');
  });

  test('a rule followed by text is no front matter', () => {
    const text = `${second('One')}\nBefore.\n\n---\nAfter the rule: text.\n\n---\n\nLast.\n`;
    expect(parseDeckFile('all.md', text).modules).toHaveLength(1);
  });

  test('an error leaves out its own module and no other', () => {
    const broken = '---\ntitle: [\n---\n\n## Interview Questions\n';
    const text = `${second('One')}\n${broken}\n${second('Two')}`;
    const { modules, diagnostics } = parseDeckFile('all.md', text);
    expect(modules.map((module) => module.title)).toEqual(['One', 'Two']);
    expect(diagnostics.map(({ code, line, severity }) => [code, line, severity])).toEqual([
      ['front-matter-invalid', 14, 'error'],
    ]);
  });

  test('front matter: numbers as text, comma lists, empty values and unknown keys', () => {
    const yaml =
      'title: 007\npart: 1984\nnumber: "22"\nemoji:\ntags: a, b , a\nauthor: { name: "A" }\n';
    const { modules } = parseDeckFile('x.md', `---\n${yaml}---\n`);
    expect(modules[0]).toMatchObject({
      title: '007',
      part: '1984',
      number: 22,
      emoji: '',
      tags: ['a', 'b'],
      unknownKeys: { author: { name: 'A' } },
    });
  });

  test.each(['---yaml', '--- yaml', '---YML'])('%s opens front matter', (opening) => {
    expect(parseDeckFile('x.md', `${opening}\ntitle: x\n---\n`).modules).toHaveLength(1);
  });

  test('front matter is never run and pollutes nothing', () => {
    const globals = globalThis as { ran?: boolean };
    for (const engine of ['js', 'javascript', 'JavaScript', 'coffee', 'constructor', '__proto__']) {
      const text = `---${engine}\n{ title: (globalThis.ran = true) }\n---\n`;
      expect(parseDeckFile('x.md', text)).toMatchObject({
        modules: [],
        diagnostics: [{ code: 'front-matter-engine', line: 1 }],
      });
    }
    parseDeckFile('x.md', '---\ntitle: x\n__proto__: { polluted: 1 }\nconstructor: 2\n---\n');
    expect(globals.ran).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('diagnostics come in the order of the file', () => {
    const text = `${second('One')}\n${second('One')}`.replaceAll('Yes.', 'Yes, because the');
    const { diagnostics } = parseDeckFile('all.md', text);
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['answer-truncated', 11, 24],
      ['duplicate-module', 13, 1],
      ['answer-truncated', 23, 24],
    ]);
  });
});
