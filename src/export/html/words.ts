import { percent } from '../../model/text/figures.js';

/** Returns a share, 0..1, in percent with one decimal, on one line; a dash where there is none. */
export function shareText(share: number | null): string {
  return percent(share, 1).replace(' ', '\u00a0');
}

/** Returns a number with so many decimals; a dash where there is none. */
export function decimal(value: number | null, digits = 1): string {
  return value === null ? '–' : value.toFixed(digits);
}

/** Returns ms as seconds with one decimal; a dash where there is none. */
export function seconds(ms: number | null): string {
  return ms === null ? '–' : `${(ms / 1000).toFixed(1)}\u00a0s`;
}

/** Returns the first of a question's text on one line, at most `length` characters. */
export function opening(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join('')}…`;
}
