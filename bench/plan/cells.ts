import { TRUTHS } from './truths/list.js';

/** Cards, days to the interview and minutes a day. */
export interface Size {
  readonly cards: number;
  readonly days: number;
  readonly minutes: number;
}

/** Which sessions are held, and whether the interview stays where it was. */
export const ATTENDANCES = ['all', 'fifth', 'last', 'weekends', 'moved'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** Hour of the day's session; the interview is at ten. */
export const HOURS = [8, 20] as const;
type Hour = (typeof HOURS)[number];

/** One set of conditions. */
export interface Cell extends Size {
  readonly truth: string;
  readonly hour: Hour;
  readonly attendance: Attendance;
}

const size = (cards: number, days: number, minutes: number): Size => ({ cards, days, minutes });

/** Seven kinds of sizes; the smaller ones take turns between a short and a long preparation. */
export const SIZES: readonly (readonly Size[])[] = [
  [size(459, 14, 20)],
  [size(459, 30, 20)],
  [size(459, 30, 40)],
  [size(459, 60, 20)],
  [size(35, 7, 15), size(35, 30, 30)],
  [size(100, 14, 20), size(100, 30, 15)],
  [size(240, 14, 40), size(240, 21, 25)],
];

/**
 * The tournament's cells: every kind of size with every truth, and hours and
 * attendances dealt so that each of them meets every size, truth and other.
 */
export const CELLS: readonly Cell[] = SIZES.flatMap((sizes, row) =>
  TRUTHS.map(({ name }, column) => {
    const turn = Math.floor((row + column) / 2);
    const attendance = ATTENDANCES[(2 * row + column) % ATTENDANCES.length] ?? 'all';
    const hour = HOURS[(row + turn) % HOURS.length] ?? 8;
    const fits = sizes.filter(({ days }) => attendance !== 'moved' || days >= 14);
    const chosen = fits[(row + column) % fits.length] ?? size(459, 30, 20);
    return { ...chosen, truth: name, hour, attendance };
  }),
);

/** A cell in a few words, as it is named in tables and chosen by `--cells`. */
export function cellName({ cards, days, minutes, truth, hour, attendance }: Cell): string {
  return `${cards}c ${days}x${minutes} ${truth} ${String(hour).padStart(2, '0')}h ${attendance}`;
}
