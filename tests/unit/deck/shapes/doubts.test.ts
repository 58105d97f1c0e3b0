import { describe, expect, test } from 'vitest';
import { readList } from './reading.js';

const doubles = (text: string) =>
  readList(text)
    .diagnostics.filter(({ code }) => code === 'question-double')
    .map(({ line }) => line);

const fold = (answer: string) =>
  `<details><summary>Answer</summary>\n\n${answer}\n\n</details>\n\n`;
const numbered = (between: string) =>
  `### 1. What is a?\n\n${between}${fold('It.')}### 3. What is c?\n\n${fold('So.')}### 4. What is d?\n\n${fold('No.')}`;

describe('a unit that looks like two', () => {
  test.each([
    ['by the next number', '2. What is b?\n\n'],
    ['by a marker', 'Q: What is b?\n\n'],
    ['by a deeper heading that asks', '#### What is b?\n\nThink.\n\n'],
  ])('%s, however short it is', (_, between) => {
    expect(doubles(numbered(between))).toEqual([1]);
  });

  test.each([
    ['parts from 1', '1. What is printed?\n\n2. Why?\n\n'],
    ['code that asks', '```\n\n2. What is b?\n```\n\n'],
    ['choices', '- A: is it so?\n\n- B: is it not?\n\n'],
    ['a number that is none of the list', '7. What is b?\n\n'],
  ])('is none with %s', (_, between) => {
    const text = numbered(between).replaceAll('### 3.', '### 2.').replaceAll('### 4.', '### 3.');
    const isPart = between.startsWith('1.');
    expect(doubles(isPart ? text.replaceAll(/### \d\. /g, '### ') : text)).toEqual([]);
  });

  test('by the next number within the answer', () => {
    const text = '### 1. What is a?\n\nIt.\n\n2. What is b?\n\nSo.\n\n### 3. What is c?\n\nNo.\n';
    expect(doubles(text)).toEqual([1]);
  });
});
