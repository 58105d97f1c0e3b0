/** From this part of the least price on, and down to it from above, a card is neither here nor there. */
export const NEARLY = 0.995;

/** What a day's course wants: prices alone do not tell where many cards are alike. */
export interface DayWish {
  /** Least worth of a second to be spent. */
  readonly floor: number;
  /** Seconds that the course spends on the day. */
  readonly asked: number;
}

/**
 * Of cards in falling order of what a second of them is worth, gives those
 * worth the least price. Those that are so by a hair, or are not by a hair, are
 * taken as long as the day's course has time: where many cards are alike all of
 * them are on one side of the price, and only some are wanted.
 */
export function worthTheirTime(
  order: readonly number[],
  worthOf: (card: number) => number,
  secondsOf: (card: number) => number,
  { floor, asked }: DayWish,
): number[] {
  let left = asked;
  return order.filter((card) => {
    const worth = worthOf(card);
    const isTaken = worth * NEARLY > floor || (left > 0 && worth > NEARLY * floor);
    left -= secondsOf(card);
    return isTaken;
  });
}
