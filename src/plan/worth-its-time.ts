/** Down to this part of the least price a card may be taken, if the day's course has time for it. */
export const NEARLY = 0.5;

/** What a day's course wants: prices alone do not tell where many cards are alike. */
export interface DayWish {
  /** Least worth of a second to be spent. */
  readonly floor: number;
  /** Seconds that the course spends on the day: without bound where time is scarce. */
  readonly asked: number;
}

/**
 * Of cards in falling order of what a second of them is worth, gives those that
 * the day's course has time for. Where time is ample the price divides them
 * badly: many cards are alike, all worth it by a hair today or none, and only
 * some are wanted. So the time that the course spends on the day decides, down
 * to cards worth half the least price.
 */
export function worthTheirTime(
  order: readonly number[],
  worthOf: (card: number) => number,
  secondsOf: (card: number) => number,
  { floor, asked }: DayWish,
): number[] {
  const taken: number[] = [];
  let left = asked;
  for (const card of order) {
    if (left <= 0 || worthOf(card) <= NEARLY * floor) break;
    taken.push(card);
    left -= secondsOf(card);
  }
  return taken;
}
