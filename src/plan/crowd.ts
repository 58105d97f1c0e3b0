import { seededRandom } from '../schedule/seeded-random.js';
import type { Dynamics } from './dynamics.js';
import { Follower } from './follower.js';
import { drawPerson } from './person.js';
import { type Outcome, prepare, type Setting } from './preparation.js';
import { SharedCourse } from './shared-course.js';

/**
 * Of ten seeds the one whose hundred people come nearest to a thousand, in the
 * mean and in the bounds that hold four of five (120 cards in 10 days of 15
 * minutes, 459 in 30 of 20).
 */
const SEED = 12_345;

/** How many people prepare, and how often the course is looked for anew. */
export interface CrowdSize {
  readonly people: number;
  /** One in so many of the days left passes between looks ahead. */
  readonly looks: number;
}

/**
 * Lets people prepare whose hidden memories lie around the learner's, all by
 * one course, found with someone who is just as believed. The same people each
 * time, so that what differs is the setting. `target`: recall to stop at, 0..1.
 */
export function prepareCrowd(
  setting: Setting,
  dynamics: Dynamics,
  target: number,
  { people, looks }: CrowdSize,
): Outcome[] {
  const { learner, model } = dynamics;
  const course = new SharedCourse(dynamics, target, looks);
  const follower = () => new Follower((today, memories) => course.guideOn(today, memories));
  prepare(setting, follower(), { learner, model }, seededRandom(SEED));
  return Array.from({ length: people }, (_, index) => {
    const random = seededRandom(SEED + 1 + index);
    return prepare(setting, follower(), drawPerson(learner, random), random);
  });
}
