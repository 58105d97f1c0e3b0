import type { Trainer } from '../app/memory/ports.js';

type Binding = typeof import('@open-spaced-repetition/binding');
type Histories = Parameters<Trainer['train']>[0];

/** It looks for the end of its work this often, ms; no limit to it. */
const POLL_MS = 100;

/**
 * Loads the Rust trainer of FSRS's authors, an optional dependency. Returns null
 * and why, in a few words, where it is not installed or has no build for this
 * machine.
 */
export async function loadTrainer(): Promise<
  { readonly trainer: Trainer } | { readonly trainer: null; readonly why: string }
> {
  try {
    const binding = await import('@open-spaced-repetition/binding');
    return { trainer: { train: (histories, steps) => train(binding, histories, steps) } };
  } catch (error) {
    return { trainer: null, why: firstLine(error) };
  }
}

async function train(
  binding: Binding,
  histories: Histories,
  relearningSteps: number,
): Promise<readonly number[]> {
  const items = histories.flatMap((history) => itemsOf(binding, history));
  return binding.computeParameters(items, {
    enableShortTerm: true,
    numRelearningSteps: relearningSteps,
    timeout: POLL_MS,
  });
}

/** An item is a prediction with all reviews before it; reviews within a day are none. */
function itemsOf({ FSRSBindingItem, FSRSBindingReview }: Binding, history: Histories[number]) {
  const { ratings, gaps } = history;
  const reviews = ratings.map((rating, n) => new FSRSBindingReview(rating, gaps[n] ?? 0));
  return gaps.flatMap((gap, n) => (gap > 0 ? [new FSRSBindingItem(reviews.slice(0, n + 1))] : []));
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? '';
}
