import type { Card } from '../../model/card.js';
import type { Moment } from '../../model/moment.js';
import { parseQuery } from '../../query/parse.js';
import type { Cards } from '../cards/ports.js';
import type { Waiting } from '../review/ports.js';

const MAX_MODULES = 3;

/**
 * Returns a command that reviews what went badly: the modules of the weak cards
 * (the worst first), or the cards themselves where a module has no number.
 * Where nothing of it is due it is a cram. Null without weak cards. Safe to
 * paste into a shell: nothing of a deck's text is in it.
 */
export function reviewCommand(
  weak: readonly Card[],
  store: Waiting,
  moment: Moment,
): string | null {
  if (weak.length === 0) return null;
  const query = weakQuery(weak);
  const { fresh, learning, review } = store.waiting(parseQuery(query), moment);
  const cram = fresh + learning + review === 0 ? ' --cram' : '';
  return `viva review ${query}${cram}`;
}

function weakQuery(weak: readonly Card[]): string {
  const numbers = [...new Set(weak.map(({ module }) => module.number))].slice(0, MAX_MODULES);
  if (numbers.includes(null)) return `id:${weak.map(({ id }) => id).join(',')}`;
  return `module:${numbers.join(',')}`;
}

/** Something to do next. */
export interface NextStep {
  readonly why: string;
  readonly command: string;
}

/**
 * Returns what to do after an interview: to review what went badly with its modules, to be asked
 * other questions of these, and to see the points that were missed. Commands are safe to paste.
 */
export function nextSteps(
  weak: readonly Card[],
  hasMissed: boolean,
  store: Cards & Waiting,
  moment: Moment,
): NextStep[] {
  const review = reviewCommand(weak, store, moment);
  const missed = { why: 'where good points were missed', command: 'viva list is:missed-points' };
  const points = hasMissed ? [missed] : [];
  if (review === null) return points;
  const steps = [{ why: 'what went badly, and its modules', command: review }];
  const query = weakQuery(weak);
  if (store.count(parseQuery(query), moment) > weak.length) {
    const command = `viva interview ${query} --minutes 15`;
    steps.push({ why: 'other questions of these, under the clock', command });
  }
  return [...steps, ...points];
}
