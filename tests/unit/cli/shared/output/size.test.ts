import { expect, test } from 'vitest';
import { outputSize } from '../../../../../src/cli/shared/output/size.js';

test.each([
  [
    'a terminal has its own size',
    { columns: 120, rows: 40 },
    { COLUMNS: '60', LINES: '10' },
    120,
    40,
  ],
  ['in a pipe COLUMNS and LINES count', {}, { COLUMNS: '160', LINES: '50' }, 160, 50],
  [
    'a terminal that knows no size asks for them too',
    { columns: 0, rows: 0 },
    { COLUMNS: '100' },
    100,
    24,
  ],
  ['else it is 80 by 24', {}, {}, 80, 24],
  ['what is no size is passed over', {}, { COLUMNS: 'wide', LINES: '-3' }, 80, 24],
  ['nothing is endless', {}, { COLUMNS: '999999' }, 10_000, 24],
])('%s', (_, terminal, env, columns, rows) => {
  expect(outputSize(terminal, env)).toMatchObject({ columns, rows });
});

test.each([
  ['on a terminal', { columns: 60 }, { COLUMNS: '90' }, 60],
  ['on one that knows no size', { columns: 0 }, {}, 80],
  ['where it is asked for', {}, { COLUMNS: '90' }, 90],
  ['never in a pipe', {}, {}, Number.POSITIVE_INFINITY],
])('lines are cut %s', (_, terminal, env, cutAt) => {
  expect(outputSize(terminal, env).cutAt).toBe(cutAt);
});
