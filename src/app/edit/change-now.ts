import type { Moment } from '../../model/moment.js';
import { counted } from '../../model/text/counted.js';
import type { CardRecord } from '../cards/ports.js';
import { applyPlan, readAgain } from './apply.js';
import type { EditPorts } from './ports.js';
import type { ChangePlan } from './workspace.js';

/**
 * Changes cards as their files have them now: reads their collections again,
 * plans, and writes. Returns the number of cards that are other than they were.
 * Throws what planning and `applyPlan` throw.
 */
export function changeNow(
  records: readonly CardRecord[],
  planOf: (records: readonly CardRecord[]) => ChangePlan,
  moment: Moment,
  ports: EditPorts,
): number {
  readAgainOf(records, ports);
  const now = records.map((record) => ports.store.get(record.card.id, moment) ?? record);
  const plan = planOf(now);
  applyPlan(plan, changeOfCards(now), ports);
  return plan.cards;
}

/** Imports the collections of cards once more. */
export function readAgainOf(records: readonly CardRecord[], ports: EditPorts): void {
  const collections = new Set(records.map(({ card }) => card.module.collection));
  for (const collection of collections) readAgain(collection, ports);
}

/** What an undo says of a change of cards: `the change of card 7k2p…`, `the change of 3 cards`. */
export function changeOfCards(records: readonly CardRecord[]): string {
  const [first] = records;
  const isOne = records.length === 1 && first !== undefined;
  return `the change of ${isOne ? `card ${first.card.id}` : counted(records.length, 'card')}`;
}
