import { expect, test } from 'vitest';
import { codeSpans } from '../../../../src/deck/text/code-spans.js';
import { cpuTime } from '../../../support/cpu-time.js';

const found = (text: string) => codeSpans(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['a `b` c', ['`b`']],
  ['a ``b ` c`` d', ['``b ` c``']],
  ['a \\`b` c`', ['` c`']],
  ['a `b\\` c`', ['`b\\`']],
  ['a `b c', []],
  ['``` `a` ```', ['``` `a` ```']],
  ['a <!-- ` --> `b` <!-- c', ['<!-- ` -->', '`b`']],
  ['plain', []],
])('%j', (text, spans) => {
  expect(found(text)).toEqual(spans);
});

test('takes linear time', () => {
  const start = cpuTime();
  codeSpans(Array.from({ length: 3000 }, (_, n) => `${'`'.repeat(n % 700)} `).join(''));
  codeSpans(`\`<!-- ${'<!-- '.repeat(300_000)}`);
  expect(cpuTime() - start).toBeLessThan(3000);
});
