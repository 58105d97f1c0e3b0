import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNamed } from '../../../src/query/wildcard.js';
import { cpuTime } from '../../support/cpu-time.js';

test.each([
  ['Google', 'google', true],
  ['Google', 'goo', false],
  ['Google', 'goo*', true],
  ['Google', '*gle', true],
  ['Google', 'g*e', true],
  ['Google', '*', true],
  ['', '*', true],
  ['aba', 'ab*ba', false],
  ['abba', 'ab*ba', true],
  ['aXbXc', 'a*b*c', true],
  ['acb', 'a*b*c', false],
  ['C++ [x]?', 'c++ [x]?', true],
  ['CX', 'C?', false],
  ['E\u0301cole', 'éCOLE', true],
  ['C*', 'c*', true],
])('%j by %j: %j', (name, pattern, expected) => {
  expect(isNamed(name, pattern)).toBe(expected);
});

test('a name is found by itself, and with any part of it left out', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'É', '?', '[', '.'), maxLength: 8 });
  fc.assert(
    fc.property(name, fc.nat(8), fc.nat(8), (text, from, length) => {
      expect(isNamed(text, text.toUpperCase())).toBe(true);
      expect(isNamed(text, `${text.slice(0, from)}*${text.slice(from + length)}`)).toBe(true);
    }),
  );
});

test('many stars take no long time', () => {
  const started = cpuTime();
  expect(isNamed('a'.repeat(5_000), `${'*a'.repeat(1_000)}b`)).toBe(false);
  expect(cpuTime() - started).toBeLessThan(1_000);
});
