import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswerParts } from '../../../../src/deck/read/answer-parts.js';
import { lines } from '../deck-arbitraries.js';

const WHOLE = `**In short:** A cache holds what was computed.
It saves work.

**Points:**

- first, with \`code\`
- second
  over two lines
  - and a nested one
- third
- (+) the extra one
- (x) it is free: no, it takes memory

The rest of it.

\`\`\`text
**Trap:** in code is code
\`\`\`

**Trap:** people forget the factor of two.

**Follow-up:** And then?

It goes on.

- with a list

**Follow-up:** Why not wider? Because it wastes space.`;

describe('readAnswerParts', () => {
  test('takes an answer apart by its labels', () => {
    expect(readAnswerParts(WHOLE)).toEqual({
      short: 'A cache holds what was computed.\nIt saves work.',
      points: [
        { kind: 'good', text: 'first, with `code`' },
        { kind: 'good', text: 'second\n  over two lines\n  - and a nested one' },
        { kind: 'good', text: 'third' },
        { kind: 'extra', text: 'the extra one' },
        { kind: 'wrong', text: 'it is free: no, it takes memory' },
      ],
      followUps: [
        { question: 'And then?', answer: 'It goes on.\n\n- with a list' },
        { question: 'Why not wider?', answer: 'Because it wastes space.' },
      ],
      trap: 'people forget the factor of two.',
      rest: 'The rest of it.\n\n```text\n**Trap:** in code is code\n```',
    });
  });

  test.each([
    'No label at all, only **bold:** words.',
    'The words **In short:** stand in mid-sentence.',
    '> **Points:**\n>\n> - in a quote',
    '- **Follow-up:** in a list item?',
  ])('leaves %j whole', (answer) => {
    expect(readAnswerParts(answer)).toEqual({
      short: null,
      points: [],
      followUps: [],
      trap: null,
      rest: answer,
    });
  });

  test('a list right behind its label, and labels in any case', () => {
    const { points, short } = readAnswerParts('**POINTS:**\n- a\n- b\n\n**in short:** c');
    expect(points.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(short).toBe('c');
  });

  test('a question mark within a word or a link ends no question', () => {
    const { followUps } = readAnswerParts('**Follow-up:** Is `a?.b` or "what?" asked?\n\nYes.');
    expect(followUps).toEqual([{ question: 'Is `a?.b` or "what?" asked?', answer: 'Yes.' }]);
  });

  test.each([
    ['**Follow-up:** Why? And how much?\n\nSo much.', 'Why? And how much?', 'So much.'],
    ['**Follow-up:** Why? So. Is it?', 'Why?', 'So. Is it?'],
    ['**Follow-up:**\n\nWhy?\n\nSo.', 'Why?', 'So.'],
    ['**Follow-up:**\nWhy? So.', 'Why?', 'So.'],
  ])('the question of %j', (answer, question, told) => {
    expect(readAnswerParts(answer).followUps).toEqual([{ question, answer: told }]);
  });

  test('a follow-up that says nothing is none', () => {
    expect(readAnswerParts('**Follow-up:**').followUps).toEqual([]);
  });

  test.each([
    ['1. a\n2. b\n3. c', ['a', 'b', 'c']],
    ['  - a\n  - b\n    - inner', ['a', 'b\n  - inner']],
    ['- a\n-\n- c', ['a', '', 'c']],
    ['+ a\n+ b', ['a', 'b']],
    ['- a\n\n- b\n\n  more of b', ['a', 'b\n\n  more of b']],
  ])('the points of %j', (list, points) => {
    const { points: read, rest } = readAnswerParts(`**Points:**\n\n${list}`);
    expect(read.map(({ text }) => text)).toEqual(points);
    expect(rest).toBe('');
  });

  test('what is folded in an answer is one, with the labels in it', () => {
    const fold = '<details>\n<summary>More</summary>\n\n**Trap:** inside.\n\n- a\n\n</details>';
    const { trap, rest, followUps } = readAnswerParts(
      `**In short:** One.\n\n${fold}\n\n**Follow-up:** Why?\n\n${fold}\n\nSo.\n\n**Trap:** outside.`,
    );
    expect([trap, rest]).toEqual(['outside.', fold]);
    expect(followUps).toEqual([{ question: 'Why?', answer: `${fold}\n\nSo.` }]);
    const open = readAnswerParts('</details>\n\n<details>\n\n**Trap:** read.\n\n</b>');
    expect(open.trap).toBe('read.\n\n</b>');
  });

  test('the colon may stand behind the stars', () => {
    const { short, points } = readAnswerParts('**In short**: One.\n\n**Points**:\n\n- a');
    expect([short, points]).toEqual(['One.', [{ kind: 'good', text: 'a' }]]);
  });

  test('text that has no place is in the rest, and code there keeps its blanks', () => {
    const answer = '**Points:** these:\n\n- a\n\n    code\n    more\n';
    expect(readAnswerParts(`**In short:** One.\n\n    code\n      more`).rest).toBe(
      '    code\n      more',
    );
    expect(readAnswerParts(answer)).toMatchObject({ rest: 'these:' });
  });

  test('every word of an answer is in one of its parts', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const block = fc.oneof(
      word,
      word.map((text) => `**In short:** ${text}`),
      word.map((text) => `**Points:**\n\n- ${text}\n- (x) ${text}x`),
      word.map((text) => `**Points:** ${text}\n\n1. ${text}y`),
      word.map((text) => `**Follow-up:**\n\n${text}\n\n    ${text}z`),
      word.map((text) => `**Follow-up:** ${text}?\n\n${text}y`),
      word.map((text) => `**Trap:** ${text}`),
      word.map((text) => `- ${text}\n- (+) ${text}z`),
      word.map((text) => `\`\`\`\n**Trap:** ${text}\n\`\`\``),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const answer = blocks.join('\n\n');
        const text = JSON.stringify(readAnswerParts(answer));
        for (const [found] of answer.matchAll(/[a-z]{3,}/g)) {
          if (!['text'].includes(found)) expect(text).toContain(found);
        }
      }),
    );
  });

  test('every letter of any Markdown is in one of its parts', () => {
    const letters = (text: string) => [...text.matchAll(/[a-z]/g)].toSorted().join('');
    const labels = /\*\*(?:In short|Points|Follow-up|Trap):\*\*|\(x\)/g;
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 8 }), (all) => {
        const answer = all.join('\n').replaceAll(/\r\n?/g, '\n');
        const { short, points, followUps, trap, rest } = readAnswerParts(answer);
        const texts = [short ?? '', ...points.map(({ text }) => text), trap ?? '', rest];
        const asked = followUps.flatMap((each) => [each.question, each.answer]);
        const said = [...texts, ...asked].join(' ').replaceAll(labels, '');
        expect(letters(said)).toBe(letters(answer.replaceAll(labels, '')));
      }),
      { numRuns: 500 },
    );
  });
});
