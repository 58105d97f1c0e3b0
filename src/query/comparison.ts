import type { Comparison, NumericProperty, Query } from '../model/query.js';

/** Anki's short names, and ours. */
const PROPERTIES: Readonly<Record<string, NumericProperty>> = {
  ivl: 'interval',
  interval: 'interval',
  s: 'stability',
  stability: 'stability',
  d: 'difficulty',
  difficulty: 'difficulty',
  r: 'retrievability',
  retrievability: 'retrievability',
  lapses: 'lapses',
  reps: 'reps',
  due: 'due',
};
const OPERATORS: readonly Comparison[] = ['<=', '>=', '!=', '<', '>', '='];
const UNIT_DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, mo: 30, m: 30, y: 365 };
const IN_DAYS: ReadonlySet<NumericProperty> = new Set(['interval', 'stability', 'due']);

/**
 * Reads a comparison: for `prop` all of it (`ivl>30`), else what follows the
 * field's name (`>30d`, `30`, `today`). Gives null where it does not fit.
 */
export function parseComparison(field: string, value: string): Query | null {
  const [, word = '', rest = ''] =
    (field === 'prop' ? /^([a-z]+)(.*)$/i : /^()(.*)$/).exec(value) ?? [];
  const given = field === 'prop' ? word.toLowerCase() : field;
  const name = Object.hasOwn(PROPERTIES, given) ? PROPERTIES[given] : undefined;
  if (name === undefined) return null;
  const written = OPERATORS.find((each) => rest.startsWith(each));
  if (field === 'prop' && written === undefined) return null;
  const number = parseNumber(name, rest.slice(written?.length ?? 0).trim(), given);
  return number === null ? null : { kind: 'property', name, op: written ?? '=', value: number };
}

function parseNumber(name: NumericProperty, text: string, given: string): number | null {
  if (name === 'due' && /^today$/i.test(text)) return 0;
  if (name === 'due' && /^tomorrow$/i.test(text)) return 1;
  const [, digits, unit] = /^(-?\d{1,9}(?:\.\d{1,9})?)(%|[a-z]{1,2})?$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits);
  if (unit === undefined) return given === 'd' ? ankiDifficulty(number) : number;
  if (unit === '%') return name === 'retrievability' ? number / 100 : null;
  const factor = UNIT_DAYS[unit.toLowerCase()];
  return factor === undefined || !IN_DAYS.has(name) ? null : number * factor;
}

// Anki gives difficulty as 0..1 where FSRS has 1..10.
function ankiDifficulty(number: number): number {
  return number <= 1 ? 1 + 9 * number : number;
}
