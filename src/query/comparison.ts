import {
  type Comparison,
  NUMERIC_PROPERTIES,
  type NumericProperty,
  type Query,
} from '../model/query.js';

/** Anki's short names. */
const SHORT_NAMES: ReadonlyMap<string, NumericProperty> = new Map([
  ['ivl', 'interval'],
  ['s', 'stability'],
  ['d', 'difficulty'],
  ['r', 'retrievability'],
]);

/** Every name that `prop:` knows. */
export const PROPERTY_NAMES: readonly string[] = [...NUMERIC_PROPERTIES, ...SHORT_NAMES.keys()];

const OPERATORS: readonly Comparison[] = ['<=', '>=', '!=', '<', '>', '='];
const IN_DAYS: ReadonlySet<NumericProperty> = new Set(['interval', 'stability', 'due']);
const UNIT_DAYS: ReadonlyMap<string, number> = new Map([
  ['d', 1],
  ['w', 7],
  ['mo', 30],
  ['y', 365],
]);
const DUE_WORDS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

/** Reads the value of `prop:`, such as `ivl>30`. Returns null where it is none. */
export function parseProperty(value: string): Query | null {
  const [, name = '', comparison = ''] = /^([a-z]+)\s*([<>=!].*)$/is.exec(value) ?? [];
  const short = name.toLowerCase();
  const known = SHORT_NAMES.get(short) ?? NUMERIC_PROPERTIES.find((each) => each === short);
  const query = known === undefined ? null : parseComparison(known, comparison);
  // Anki's difficulty runs from 0 to 1 where that of FSRS runs from 1 to 10.
  if (short !== 'd' || query?.kind !== 'property') return query;
  return query.value > 1 ? null : { ...query, value: query.value * 9 + 1 };
}

/** Reads a comparison with a number: `>30d`, `<80%`, `today`, `3`. Returns null where it is none. */
export function parseComparison(name: NumericProperty, text: string): Query | null {
  const op = OPERATORS.find((each) => text.startsWith(each));
  const value = parseNumber(
    name,
    text
      .slice(op?.length ?? 0)
      .trim()
      .toLowerCase(),
  );
  return value === null ? null : { kind: 'property', name, op: op ?? '=', value };
}

function parseNumber(name: NumericProperty, text: string): number | null {
  const word = name === 'due' ? DUE_WORDS.get(text) : undefined;
  if (word !== undefined) return word;
  const [, digits, unit = ''] =
    /^(-?\d{1,15}(?:\.\d{1,20})?(?:e[+-]?\d{1,2})?)(%|[a-z]*)$/.exec(text) ?? [];
  if (digits === undefined) return null;
  return name === 'retrievability'
    ? parseShare(Number(digits), unit)
    : parseAmount(Number(digits), unit, IN_DAYS.has(name));
}

function parseShare(number: number, unit: string): number | null {
  const share = unit === '%' ? number / 100 : number;
  const isRight = (unit === '' || unit === '%') && share >= 0 && share <= 1;
  return isRight ? share + 0 : null;
}

function parseAmount(number: number, unit: string, inDays: boolean): number | null {
  const factor = unit === '' ? 1 : inDays ? UNIT_DAYS.get(unit) : undefined;
  // Adding 0 makes -0 a plain 0.
  return factor === undefined ? null : number * factor + 0;
}
