import { MINUTE_MS } from '../../model/moment.js';

/** Gives a share, 0..1, in percent with one decimal; a dash where there is none. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}\u00a0%`;
}

/** Gives a number with so many decimals; a dash where there is none. */
export function decimal(value: number | null, digits = 1): string {
  return value === null ? '–' : value.toFixed(digits);
}

/** Gives a whole number with separated thousands, and its noun where one is given. */
export function counted(value: number, noun?: string): string {
  const digits = String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  if (noun === undefined) return digits;
  return `${digits} ${noun}${value === 1 ? '' : 's'}`;
}

/** Gives a duration in ms as minutes, or hours and minutes. */
export function duration(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 60) return `${minutes} min`;
  return `${counted(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

/** Gives ms as seconds with one decimal; a dash where there is none. */
export function seconds(ms: number | null): string {
  return ms === null ? '–' : `${(ms / 1000).toFixed(1)}\u00a0s`;
}

/** Gives the first of a question's text on one line, at most `length` characters. */
export function opening(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join('')}…`;
}
