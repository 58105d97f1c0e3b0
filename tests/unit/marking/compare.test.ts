import { expect, test } from 'vitest';
import { readAnswerParts } from '../../../src/deck/read/answer-parts.js';
import { compareAnswer } from '../../../src/marking/compare.js';

const QUESTION = 'What does a mutex do?';

test.each([
  [
    'points',
    '**Points:**\n- One thread at a time enters\n- Others wait in a queue',
    [0],
    ['Others wait in a queue'],
  ],
  [
    'the answer in short',
    '**In short:** Only one thread enters at a time. Waiting threads sleep in a queue.\n\nMore text.',
    [],
    ['Waiting threads sleep in a queue.'],
  ],
  [
    'the first paragraph',
    '```c\nlock();\n```\n\nOnly one thread enters at a time. Waiting threads sleep in a queue.\n\n- a list',
    [],
    ['Waiting threads sleep in a queue.'],
  ],
])('a typed answer is compared with %s', (_, answer, named, missing) => {
  const typed = 'It lets a single thread enter: one at a time.';
  const card = { question: QUESTION, answer };
  expect(compareAnswer(card, readAnswerParts(answer), typed)).toEqual({ named, missing });
});
