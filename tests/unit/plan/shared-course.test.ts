import { describe, expect, test } from 'vitest';
import { prepareCrowd } from '../../../src/plan/crowd.js';
import { Dynamics } from '../../../src/plan/dynamics.js';
import { DEFAULT_LEARNER } from '../../../src/plan/learner.js';
import { Memories } from '../../../src/plan/memories.js';
import { SharedCourse } from '../../../src/plan/shared-course.js';

const dynamics = new Dynamics(DEFAULT_LEARNER);
const CARE = { looks: 8, rounds: 8 };
const memories = new Memories(50);
const onDay = (day: number) => ({ day, deadline: 40, seconds: 600, secondsPerDay: 600 });

describe('a shared course', () => {
  test('looks ahead anew when a part of the days left has gone by', () => {
    const course = new SharedCourse(dynamics, 0.95, CARE);
    const first = course.guideOn(onDay(0), memories);
    // An eighth of 40 days are five.
    expect(course.guideOn(onDay(4), memories)).toBe(first);
    const second = course.guideOn(onDay(5), memories);
    expect(second).not.toBe(first);
    expect(course.guideOn(onDay(38), memories)).not.toBe(course.guideOn(onDay(39), memories));
  });

  test('is that of the first who asked, whoever comes after', () => {
    const course = new SharedCourse(dynamics, 0.95, CARE);
    const first = course.guideOn(onDay(0), memories);
    expect(course.guideOn(onDay(0), new Memories(5))).toBe(first);
  });
});

describe('a crowd', () => {
  const setting = {
    start: memories,
    sessions: 5,
    deadline: 5,
    secondsToday: 300,
    secondsPerDay: 300,
    model: dynamics.model,
  };
  const recalls = (people: number) =>
    prepareCrowd(setting, dynamics, 0.95, people, CARE).map(({ recall }) => recall);

  test('is the same people each time, the first of more among them', () => {
    expect(recalls(6)).toEqual(recalls(6));
    expect(recalls(6).slice(0, 4)).toEqual(recalls(4));
  });

  test('is of people who differ', () => {
    expect(new Set(recalls(6)).size).toBe(6);
  });
});
