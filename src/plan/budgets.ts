/**
 * Budgets that are tried, minutes a day: the same for every plan, so that of two plans that
 * differ in their minutes alone the one with more expects as much or more.
 */
const BUDGETS: readonly number[] = [
  0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50, 60, 75, 90, 120, 150, 180, 240,
  300, 360, 480, 720, 1440,
];
/** Recall, 0..1, by which luck alone may put fewer minutes before more: what brings less is not looked beyond. */
const LUCK = 0.01;

/** Mean recall, 0..1, that so many minutes a day came to. */
type Tried = (minutes: number) => number;

/**
 * Returns the mean recall to expect with so many minutes a day, never less with more: whoever has
 * more may use fewer, so it is the best of the budgets up to these; between two of them in
 * proportion to logarithms.
 */
export function expectedWith(minutes: number, tried: Tried): number {
  const below = BUDGETS.findLastIndex((budget) => budget <= minutes);
  const least = bestUpTo(below, tried);
  const [from = 0, to = 0] = BUDGETS.slice(below, below + 2);
  if (minutes === from || to === 0) return least;
  const part = (Math.log1p(minutes) - Math.log1p(from)) / (Math.log1p(to) - Math.log1p(from));
  return least + part * (bestUpTo(below + 1, tried) - least);
}

function bestUpTo(last: number, tried: Tried): number {
  let best = 0;
  for (let place = last; place >= 0; place--) {
    const recall = tried(BUDGETS[place] ?? 0);
    if (recall < best - LUCK) break;
    best = Math.max(best, recall);
  }
  return best;
}
