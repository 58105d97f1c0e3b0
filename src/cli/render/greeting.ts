import { counted, isOrAre } from '../../model/text/counted.js';

/** Minutes that a new card takes on its first day, its steps included: about what people take. */
const MINUTES_A_NEW_CARD = 1.5;

export interface FirstDay {
  readonly cards: number;
  readonly newPerDay: number;
  /** Minutes a day of each plan in force: plans decide what comes. */
  readonly planMinutes: readonly number[];
  /** Where what the person does is kept. */
  readonly folder: string;
}

/** What somebody should know who begins: how much there is, how long it takes, where it is kept, three keys. */
export function greetingLines({ cards, newPerDay, planMinutes, folder }: FirstDay): string[] {
  return [
    `${counted(cards, 'card')} ${isOrAre(cards)} ready to learn.`,
    ...(planMinutes.length > 0 ? [planLine(planMinutes)] : paceLines(cards, newPerDay)),
    `Everything is stored in ${folder} and never leaves this machine by itself.`,
    'Space shows the answer, 1 to 4 rate how well you knew it, ? lists all keys.',
  ];
}

function planLine(planMinutes: readonly number[]): string {
  const minutes = counted(
    planMinutes.reduce((sum, each) => sum + each, 0),
    'minute',
  );
  return planMinutes.length === 1
    ? `Your plan says what comes, and takes up to ${minutes} a day.`
    : `Your plans say what comes, and take up to ${minutes} a day.`;
}

function paceLines(cards: number, newPerDay: number): string[] {
  const fresh = Math.min(cards, newPerDay);
  if (fresh === 0) return [];
  const days = Math.ceil(cards / fresh);
  const minutes = counted(Math.max(1, Math.round(fresh * MINUTES_A_NEW_CARD)), 'minute');
  return [
    `${counted(fresh, 'new card')} a day (newPerDay), because each returns several times in its first weeks: after ${counted(days, 'day')} you will have seen them all.`,
    `Today takes about ${minutes}.`,
  ];
}
