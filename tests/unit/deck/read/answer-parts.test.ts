import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswerParts } from '../../../../src/deck/read/answer-parts.js';

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
    expect(followUps).toEqual([{ question: 'Is `a?.b` or "what?"', answer: 'asked?\n\nYes.' }]);
  });

  test('every word of an answer is in one of its parts', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const block = fc.oneof(
      word,
      word.map((text) => `**In short:** ${text}`),
      word.map((text) => `**Points:**\n\n- ${text}\n- (x) ${text}x`),
      word.map((text) => `**Follow-up:** ${text}?\n\n${text}y`),
      word.map((text) => `**Trap:** ${text}`),
      word.map((text) => `- ${text}\n- (+) ${text}z`),
      word.map((text) => `\`\`\`\n**Trap:** ${text}\n\`\`\``),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const answer = blocks.join('\n\n');
        const text = JSON.stringify(readAnswerParts(answer));
        const isSecond = (name: string) => answer.split(`**${name}:**`).length > 2;
        fc.pre(!isSecond('In short') && !isSecond('Trap'));
        for (const [found] of answer.matchAll(/[a-z]{3,}/g)) {
          if (!['text'].includes(found)) expect(text).toContain(found);
        }
      }),
    );
  });
});
