import { counted, grouped } from '../../model/text/counted.js';

/** Minutes that a new card takes on its first day, its steps included: about what people take. */
const MINUTES_A_NEW_CARD = 1.5;

export interface FirstDay {
  readonly cards: number;
  readonly newPerDay: number;
  /** Where what the person does is kept. */
  readonly folder: string;
}

/** What somebody should know who begins: how much there is, how long it takes, where it is kept, three keys. */
export function greetingLines({ cards, newPerDay, folder }: FirstDay): string[] {
  const fresh = Math.min(cards, newPerDay);
  const minutes = counted(Math.max(1, Math.round(fresh * MINUTES_A_NEW_CARD)), 'minute');
  return [
    `${counted(cards, 'card')} came with viva and are ready.`,
    ...(fresh === 0 ? [] : paceLines(cards, fresh, minutes)),
    `What you do is kept in ${folder}, and nowhere else.`,
    'Space shows an answer, 1 to 4 rate how well you knew it, ? tells all keys.',
  ];
}

function paceLines(cards: number, fresh: number, minutes: string): string[] {
  const days = Math.ceil(cards / fresh);
  return [
    `${grouped(fresh)} new ones a day (newPerDay), as each comes back several times in its first weeks: you will have seen all in ${counted(days, 'day')}.`,
    `Today takes about ${minutes}.`,
  ];
}
