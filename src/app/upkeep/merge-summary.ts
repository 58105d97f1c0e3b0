import { counted } from '../../model/text/counted.js';
import type { MergeReport } from './ports.js';

/** Returns what a merge adds, such as `3 events, 1 plan`; an empty text for nothing. */
export function mergeSummary({ events, cards, parameters, plans }: MergeReport): string {
  const counts: [number, string][] = [
    [events.added, counted(events.added, 'event')],
    [cards.added, counted(cards.added, 'card')],
    [cards.changed, counted(cards.changed, 'newer card text')],
    [cards.joined, counted(cards.joined, 'joined card')],
    [plans.added + plans.changed, counted(plans.added + plans.changed, 'plan')],
    [parameters.added, counted(parameters.added, 'parameter set')],
  ];
  return counts.flatMap(([count, text]) => (count === 0 ? [] : [text])).join(', ');
}
