import { type Cell, cellName } from './cells.js';
import { meanOf } from './estimate.js';
import type { Foretold, Played } from './played.js';
import { type Row, VIVA } from './standings.js';
import { TRUTHS } from './truths/list.js';

/** How good forecasts of one day were, over people and cells. */
export interface Foresight {
  readonly when: Foretold['when'];
  /** `FSRS` or `others`, or a truth's name. */
  readonly truths: string;
  readonly count: number;
  /** Part of the truths within the 80 % interval, and beyond either end of it. */
  readonly covered: number;
  readonly below: number;
  readonly above: number;
  /** Mean width of the interval. */
  readonly width: number;
  /** Mean of what was expected less what came. */
  readonly bias: number;
}

/** How much the header's figure moves from one session to the next, 0..1. */
export interface Movement {
  readonly mean: number;
  /** That which one move in twenty exceeds, and the most. */
  readonly twentieth: number;
  readonly most: number;
  /**
   * Sum of squared moves over the squared error that they took away, where the interview stays where
   * it is: 1 for moves that are what was learned, more for noise (Augenblick & Rabin, Belief Movement,
   * Uncertainty Reduction, and Rational Updating, QJE 136, 2021).
   */
  readonly overLearned: number;
}

const WHEN = ['first', 'half', 'last'] as const;

/** Sums up viva's forecasts by day, for FSRS and other truths together and each by itself. */
export function foresights(cells: readonly Cell[], rows: readonly Row[]): Foresight[] {
  const isFsrs = new Map(TRUTHS.map((truth) => [truth.name, truth.isFsrs]));
  const truthOf = new Map(cells.map((cell) => [cellName(cell), cell.truth]));
  const played = rows.filter(({ way, cell }) => way === VIVA && truthOf.has(cell));
  const of = (fits: (truth: string) => boolean) =>
    played.filter(({ cell }) => fits(truthOf.get(cell) ?? '')).map((row) => row.played);
  const groups: [string, Played[]][] = [
    ['FSRS', of((truth) => isFsrs.get(truth) === true)],
    ['others', of((truth) => isFsrs.get(truth) === false)],
    ...TRUTHS.map(({ name }): [string, Played[]] => [name, of((truth) => truth === name)]),
  ];
  return groups.flatMap(([name, group]) => WHEN.flatMap((when) => foresight(name, group, when)));
}

function foresight(truths: string, played: readonly Played[], when: Foretold['when']): Foresight[] {
  const pairs = played.flatMap(({ foretold, recall }) => {
    const said = foretold.find((each) => each.when === when);
    return said === undefined ? [] : [{ ...said, recall }];
  });
  if (pairs.length === 0) return [];
  const part = (fits: (pair: (typeof pairs)[number]) => boolean) =>
    pairs.filter(fits).length / pairs.length;
  return [
    {
      when,
      truths,
      count: pairs.length,
      covered: part(({ recall, low, high }) => recall >= low && recall <= high),
      below: part(({ recall, low }) => recall < low),
      above: part(({ recall, high }) => recall > high),
      width: meanOf(pairs.map(({ low, high }) => high - low)),
      bias: meanOf(pairs.map(({ expected, recall }) => expected - recall)),
    },
  ];
}

/** How the header's figure moves; the day on which an interview is moved is left out. */
export function movement(cells: readonly Cell[], rows: readonly Row[]): Movement {
  const moved = new Map(
    cells.map((cell) => [
      cellName(cell),
      cell.attendance === 'moved' ? Math.floor(cell.days / 2) : NEVER,
    ]),
  );
  const own = rows.filter(({ way, cell }) => way === VIVA && moved.has(cell));
  const moves = own
    .flatMap(({ cell, played }) => movesOf(played, moved.get(cell) ?? NEVER))
    .sort((a, b) => a - b);
  return {
    mean: meanOf(moves),
    twentieth: moves[Math.floor(0.95 * moves.length)] ?? 0,
    most: moves.at(-1) ?? 0,
    overLearned: overLearned(own.filter(({ cell }) => moved.get(cell) === NEVER)),
  };
}

const NEVER = -1;

function overLearned(rows: readonly Row[]): number {
  const squares = rows.map(({ played }) =>
    movesOf(played, NEVER).reduce((sum, move) => sum + move ** 2, 0),
  );
  const learned = rows.map(({ played: { days, recall } }) => {
    const errors = days.flatMap(({ said }) => (said === null ? [] : [(said - recall) ** 2]));
    return (errors[0] ?? 0) - (errors.at(-1) ?? 0);
  });
  return meanOf(squares) / meanOf(learned);
}

function movesOf({ days }: Played, moved: number): number[] {
  return days.flatMap(({ day, said }, at) => {
    const before = days[at - 1]?.said ?? null;
    return said === null || before === null || day === moved ? [] : [Math.abs(said - before)];
  });
}
