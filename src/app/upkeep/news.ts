import type { MergeReport } from './ports.js';

/** Says what a merge brings that was not there, such as "3 events, 1 plans"; empty for nothing. */
export function newsOf({ events, cards, parameters, plans }: MergeReport): string {
  const counts: [number, string][] = [
    [events.added, 'events'],
    [cards.added, 'cards'],
    [cards.changed, 'later texts of cards'],
    [cards.joined, 'joins of cards'],
    [plans.added + plans.changed, 'plans'],
    [parameters.added, 'parameter sets'],
  ];
  return counts.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])).join(', ');
}
