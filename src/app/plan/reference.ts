import { VivaError } from '../../model/error.js';
import { visibleLine } from '../../model/text/visible.js';
import { nearest } from '../../query/nearest.js';
import type { PlanRecord } from './ports.js';

/**
 * Finds a plan as a person names it: by its number, its name, or the beginning
 * of its name, without case; with nothing said, the only one there is. Throws
 * `plan-unknown`, and `plan-ambiguous` naming those that it could be.
 */
export function findPlan(reference: string, plans: readonly PlanRecord[]): PlanRecord {
  const text = reference.trim().toLowerCase();
  if (plans.length === 0) {
    throw new VivaError('plan-unknown', 'There is no plan.', 'Make one with "viva plan add".');
  }
  const found = candidates(text, plans);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw only === undefined ? unknown(reference, plans) : ambiguous(reference, found);
}

/** Plans of that number or name, else those whose name begins so: all, where nothing is said. */
function candidates(text: string, plans: readonly PlanRecord[]): readonly PlanRecord[] {
  const nameOf = (plan: PlanRecord) => plan.name.toLowerCase();
  const named = plans.filter((plan) => String(plan.number) === text || nameOf(plan) === text);
  return named.length > 0 ? named : plans.filter((plan) => nameOf(plan).startsWith(text));
}

function unknown(reference: string, plans: readonly PlanRecord[]): VivaError {
  const names = plans.map(({ name }) => name);
  const near = nearest(reference, names);
  const meant = near === null ? '' : `Did you mean "${visibleLine(near)}"? `;
  return new VivaError(
    'plan-unknown',
    `There is no plan "${visibleLine(reference)}".`,
    `${meant}There are ${listed(plans)}.`,
  );
}

function ambiguous(reference: string, found: readonly PlanRecord[]): VivaError {
  const message =
    reference.trim() === ''
      ? `There are ${found.length} plans.`
      : `"${visibleLine(reference)}" could be any of ${found.length} plans.`;
  return new VivaError('plan-ambiguous', message, `Give its number: ${listed(found)}.`);
}

function listed(plans: readonly PlanRecord[]): string {
  return plans.map(({ number, name }) => `${number} (${visibleLine(name)})`).join(', ');
}
