import { describe, expect, test } from 'vitest';
import { readHeading } from '../../../../src/deck/read/heading.js';
import { cpuTime } from '../../../support/cpu-time.js';

describe('difficulty', () => {
  test.each([
    ['★☆☆', 1],
    ['★★☆ _(Acme)_', 2],
    ['★★★', 3],
    ['★', 1],
    ['⭐⭐', 2],
    ['⭐\uFE0F⭐\uFE0F⭐\uFE0F', 3],
    ['* _(Acme)_', 1],
    ['** _(Acme)_', 2],
    ['***', 3],
    ['\\*\\* Question', 2],
    ['Easy', 1],
    ['medium _(Acme)_', 2],
    ['Question 3 (Hard)', 3],
    ['[HARD] What is it?', 3],
    ['3 - hard', 3],
    ['**Easy** question', 1],
    ['☆☆☆', null],
    ['★★★★★', null],
    ['What makes learning hard?', null],
    ['Hard negatives', null],
    ['Hard-negative mining', null],
    ['_(Acme)_', null],
    ['', null],
  ])('of a question "%s" is %s', (content, stars) => {
    expect(readHeading(content, true).stars).toBe(stars);
  });

  test('a word counts anywhere in a heading that is not the question', () => {
    expect(readHeading('A hard question', false).stars).toBe(3);
    expect(readHeading('Hard-negative mining', false).stars).toBeNull();
  });
});

describe('companies', () => {
  test.each([
    ['★★☆ _(Google, Anthropic)_', ['Google', 'Anthropic']],
    ['★★☆ *( Google ; google, Meta )*', ['Google', 'Meta']],
    ['★★☆ _(Meta (FAIR), X)_', ['Meta (FAIR)', 'X']],
    ['★★☆ _(A\\, Inc., B\\_C)_', ['A, Inc.', 'B_C']],
    ['★★☆ _( , )_', []],
    ['★★☆ (Google)', ['Google']],
    ['hard (Meta, Netflix)', ['Meta', 'Netflix']],
    ['(Meta) ★☆☆ <!-- id: a -->', ['Meta']],
    ['★★☆ Caches (Google)', []],
    ['Question 3 (Hard)', []],
    ['★★☆ (hard)', []],
    ['Medium (15 min)', []],
    ['(Google)', []],
    ['★★☆ _(early)_ and _(late)_', ['late']],
  ])('of "%s"', (content, companies) => {
    expect(readHeading(content, false).companies).toEqual(companies);
  });
});

describe('own text', () => {
  test.each([
    ['★★★ What is *this*? _(Acme)_', 'What is *this*?'],
    ['**What is it?** ★☆☆', 'What is it?'],
    ['[Hard] What is it? <!-- id: a -->', 'What is it?'],
    ['What is it? (easy)', 'What is it?'],
    ['★★★ — What is it?', 'What is it?'],
    ['★★☆ _(Acme)_', ''],
  ])('of "%s" is "%s"', (content, text) => {
    expect(readHeading(content, true).text).toBe(text);
  });

  test('is found in linear time', () => {
    const start = cpuTime();
    for (const piece of ['-', '_(', ' ', '★ ', '* ', '<!-- id:', '(a)', '[ ']) {
      readHeading(`x${piece.repeat(200_000)}x`, true);
    }
    expect(cpuTime() - start).toBeLessThan(5000);
  });
});
