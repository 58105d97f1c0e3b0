import { expect, test } from 'vitest';
import {
  ATTENDANCES,
  CELLS,
  type Cell,
  cellName,
  HOURS,
  SIZES,
} from '../../../../bench/plan/cells.js';
import { TRUTHS } from '../../../../bench/plan/truths/list.js';

const kindOf = (cell: Cell) =>
  String(
    SIZES.findIndex((sizes) =>
      sizes.some(
        ({ cards, days, minutes }) =>
          cards === cell.cards && days === cell.days && minutes === cell.minutes,
      ),
    ),
  );
const CONDITIONS = {
  size: { of: kindOf, values: SIZES.map((_, index) => String(index)) },
  truth: { of: (cell: Cell) => cell.truth, values: TRUTHS.map(({ name }) => name) },
  hour: { of: (cell: Cell) => String(cell.hour), values: HOURS.map(String) },
  attendance: { of: (cell: Cell): string => cell.attendance, values: [...ATTENDANCES] },
};
const NAMES = Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[];
const PAIRS = NAMES.flatMap((one, index) =>
  NAMES.slice(index + 1).map((two) => [one, two] as const),
);

test.each(PAIRS)('each %s meets each %s', (one, two) => {
  const met = new Set(
    CELLS.map((cell) => `${CONDITIONS[one].of(cell)} ${CONDITIONS[two].of(cell)}`),
  );
  const missing = CONDITIONS[one].values.flatMap((a) =>
    CONDITIONS[two].values.filter((b) => !met.has(`${a} ${b}`)).map((b) => `${a} ${b}`),
  );
  expect(missing).toEqual([]);
});

test('every size is there, each cell once', () => {
  const sizes = new Set(CELLS.map(({ cards, days, minutes }) => `${cards} ${days} ${minutes}`));
  expect(sizes.size).toBe(SIZES.flat().length);
  expect(new Set(CELLS.map(cellName)).size).toBe(CELLS.length);
});
