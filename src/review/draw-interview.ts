import type { Stars } from '../model/card.js';
import type { CardId } from '../model/ids.js';
import { MINUTE_MS } from '../model/moment.js';

/** Minutes for the answer to a question, by its stars. */
export const QUESTION_MINUTES: Readonly<Record<Stars, number>> = { 1: 3, 2: 5, 3: 8 };

/** A card that an interview could ask. */
export interface InterviewCandidate {
  readonly id: CardId;
  readonly stars: Stars;
  /** Store key of its module: equal numbers mean the same module. */
  readonly module: number;
}

/** A question of an interview, with the time planned for its answer. */
export interface PlannedQuestion {
  readonly id: CardId;
  readonly stars: Stars;
  readonly plannedMs: number;
}

export interface InterviewWishes {
  /** The answers together take no longer; null for as long as they take. */
  readonly minutes: number | null;
  /** Questions at most; null for as many as fit. */
  readonly questions: number | null;
  /** Questions of earlier interviews, the newest interview first. */
  readonly asked: readonly (readonly CardId[])[];
  /** Numbers, 0 up to but not 1. */
  readonly random: () => number;
  /** Looked at just before a card is taken: another comes in its place where it is false. */
  readonly canBeAsked: (id: CardId) => boolean;
}

/** An interview is of so many questions at least, where they fit. */
const MIN_QUESTIONS = 2;

interface Choice extends InterviewCandidate {
  /** 0 where it was not asked; else higher the less long ago that was. */
  readonly recency: number;
}

/**
 * Draws the questions of an interview, from easy to hard. One of each
 * difficulty in turn, the hardest first, is taken as long as it fits the
 * minutes, and none that takes more than half of them where others do not; of one difficulty, first those that no earlier interview asked, then those asked
 * longest ago; among these from modules of which least was taken; among these
 * by chance.
 */
export function drawInterview(
  candidates: readonly InterviewCandidate[],
  wishes: InterviewWishes,
): PlannedQuestion[] {
  const left = byStars(candidates, wishes);
  const taken: Choice[] = [];
  let minutes = wishes.minutes ?? Number.POSITIVE_INFINITY;
  const most = wishes.questions ?? Number.POSITIVE_INFINITY;
  const share = minutes / Math.min(MIN_QUESTIONS, most);
  while (taken.length < most) {
    const stars = nextStars(left, taken, minutes, share);
    if (stars === null) break;
    const best = takeBest(left[stars], taken);
    if (!wishes.canBeAsked(best.id)) continue;
    minutes -= QUESTION_MINUTES[stars];
    taken.push(best);
  }
  return arranged(taken).map(({ id, stars }) => ({ id, stars, plannedMs: plannedMs(stars) }));
}

/** Time planned for the answer to a question of so many stars, ms. */
export function plannedMs(stars: Stars): number {
  return QUESTION_MINUTES[stars] * MINUTE_MS;
}

function byStars(
  candidates: readonly InterviewCandidate[],
  { asked, random }: InterviewWishes,
): Record<Stars, Choice[]> {
  const recency = new Map<CardId, number>();
  for (const [at, cards] of [...asked].reverse().entries()) {
    for (const id of cards) recency.set(id, at + 1);
  }
  const left: Record<Stars, Choice[]> = { 1: [], 2: [], 3: [] };
  for (const candidate of shuffled(candidates, random)) {
    left[candidate.stars].push({ ...candidate, recency: recency.get(candidate.id) ?? 0 });
  }
  return left;
}

/** Fisher and Yates's shuffle. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result: T[] = [];
  for (const item of items) {
    const at = Math.floor(random() * (result.length + 1));
    const moved = result[at];
    if (moved === undefined) result.push(item);
    else {
      result.push(moved);
      result[at] = item;
    }
  }
  return result;
}

/** The difficulty of which least was taken, the hardest of several; null where nothing fits. */
function nextStars(
  left: Readonly<Record<Stars, readonly Choice[]>>,
  taken: readonly Choice[],
  minutes: number,
  share: number,
): Stars | null {
  const levels: readonly Stars[] = [3, 2, 1];
  const open = levels.filter(
    (stars) => left[stars].length > 0 && QUESTION_MINUTES[stars] <= minutes,
  );
  const count = (stars: Stars) => taken.filter((choice) => choice.stars === stars).length;
  const short = open.filter((stars) => QUESTION_MINUTES[stars] <= share);
  // A long one would take the place of several.
  const choices = short.length > 0 ? short : open;
  return choices.sort((a, b) => count(a) - count(b))[0] ?? null;
}

/** Takes the best card out of a list that is not empty. */
function takeBest(left: Choice[], taken: readonly Choice[]): Choice {
  const used = new Map<number, number>();
  for (const { module } of taken) used.set(module, (used.get(module) ?? 0) + 1);
  const cost = ({ recency, module }: Choice) => [recency, used.get(module) ?? 0] as const;
  const isBetter = (a: Choice, b: Choice) => {
    const [recencyA, usedA] = cost(a);
    const [recencyB, usedB] = cost(b);
    return recencyA === recencyB ? usedA < usedB : recencyA < recencyB;
  };
  const best = left.reduce((best, choice) => (isBetter(choice, best) ? choice : best));
  left.splice(left.indexOf(best), 1);
  return best;
}

/** From easy to hard, two of a module not in a row where that can be seen to. */
function arranged(taken: readonly Choice[]): Choice[] {
  const left = taken.toSorted((a, b) => a.stars - b.stars);
  const result: Choice[] = [];
  while (left.length > 0) {
    const stars = left[0]?.stars;
    const last = result.at(-1)?.module;
    const other = left.findIndex((choice) => choice.stars === stars && choice.module !== last);
    result.push(...left.splice(Math.max(0, other), 1));
  }
  return result;
}
