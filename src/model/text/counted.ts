/** Returns a whole number with its thousands separated: `12,345`. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** Returns the verb after so many: `is` for one, `are` for none and for more. */
export function isOrAre(count: number): 'is' | 'are' {
  return count === 1 ? 'is' : 'are';
}

/** Returns a count with its noun: `1 card`, `3,822 reviews`, `2 leeches`. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${grouped(count)} ${noun}${/(s|x|ch|sh)$/.test(noun) ? 'es' : 's'}`;
}
