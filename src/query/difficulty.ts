import type { Stars } from '../model/card.js';
import type { Query } from '../model/query.js';

const LEVELS: readonly Stars[] = [1, 2, 3];

const WORDS: ReadonlyMap<string, Stars> = new Map([
  ['easy', 1],
  ['medium', 2],
  ['hard', 3],
]);

/** The words for one, two and three stars. */
export const DIFFICULTY_WORDS: readonly string[] = [...WORDS.keys()];

/** Reads stars: `3`, `2..3`, `hard`, `★★☆`, `>=2`, `<3`. Returns null for anything else. */
export function parseDifficulty(value: string): Query | null {
  const range = /^(.+?)\.\.(.+)$/.exec(value);
  if (range !== null) return between(levelOf(range[1] ?? ''), levelOf(range[2] ?? ''));
  const [, op = '', rest = ''] = /^(<=|>=|<|>|=)?(.*)$/s.exec(value) ?? [];
  const level = levelOf(rest);
  if (level === null) return null;
  const fitting = LEVELS.filter((each) => compares(each, op, level));
  return between(fitting[0] ?? null, fitting.at(-1) ?? null);
}

function compares(level: number, op: string, limit: number): boolean {
  if (level === limit) return op !== '<' && op !== '>';
  return op.startsWith(level < limit ? '<' : '>');
}

function between(from: Stars | null, to: Stars | null): Query | null {
  return from === null || to === null || from > to ? null : { kind: 'stars', from, to };
}

/** Reads one level: `3`, `hard`, `★★★`; null for anything else. */
export function levelOf(text: string): Stars | null {
  const word = WORDS.get(text.toLowerCase());
  if (word !== undefined) return word;
  const [, filled] = /^((?:[★⭐*]\ufe0f?){1,3})☆{0,2}$/u.exec(text) ?? [];
  const count = filled === undefined ? text : String([...filled.replaceAll('\ufe0f', '')].length);
  return LEVELS.find((level) => String(level) === count) ?? null;
}
