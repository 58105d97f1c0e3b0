import type { Stars } from '../model/card.js';
import type { Query } from '../model/query.js';

const WORDS: Readonly<Record<string, Stars>> = { easy: 1, medium: 2, hard: 3 };

/** Reads stars: `3`, `2..3`, `hard`, `★★☆`, `>=2`, `<3`. Gives null for anything else. */
export function parseDifficulty(value: string): Query | null {
  const [low, high, ...more] = value.split('..');
  if (high !== undefined) {
    const from = oneLevel(low ?? '');
    const to = oneLevel(high);
    if (more.length > 0 || from === null || to === null || from > to) return null;
    return { kind: 'stars', from, to };
  }
  const [, op = '', rest = ''] = /^(<=|>=|<|>|=)?(.*)$/.exec(value) ?? [];
  const level = oneLevel(rest);
  return level === null ? null : range(op, level);
}

function range(op: string, level: Stars): Query | null {
  switch (op) {
    case '>=':
      return { kind: 'stars', from: level, to: 3 };
    case '<=':
      return { kind: 'stars', from: 1, to: level };
    case '>':
      return level === 3 ? null : { kind: 'stars', from: level === 1 ? 2 : 3, to: 3 };
    case '<':
      return level === 1 ? null : { kind: 'stars', from: 1, to: level === 3 ? 2 : 1 };
    default:
      return { kind: 'stars', from: level, to: level };
  }
}

function oneLevel(text: string): Stars | null {
  const stars = /^[★*⭐]{1,3}☆{0,2}$/u.test(text)
    ? [...text].filter((mark) => mark !== '☆').length
    : Number(text);
  const level = WORDS[text.toLowerCase()] ?? stars;
  return level === 1 || level === 2 || level === 3 ? level : null;
}
