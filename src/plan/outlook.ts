import { meanOf } from '../schedule/arithmetic.js';

/** What a plan is expected to have brought by the deadline. */
export interface Outlook {
  /** Mean recall over all cards at the deadline, 0..1; a card never seen counts 0. */
  readonly expected: number;
  /** Bounds of the interval that holds it in four of five cases. */
  readonly low: number;
  readonly high: number;
  /** The chance that the target is reached, 0..1. */
  readonly chance: number;
}

/** The people between whom the interval lies: what is foreseen comes out lower more often than higher. */
const PEOPLE = { low: 0.1, high: 0.86 };
/** By how much it is wider than that, in logits: nobody is quite as people are drawn. */
const DOUBT = { low: 0.12, high: 0.05 };
/** Nobody is so sure of what they know that no answer slips: the interval begins no higher. */
const MAX_LOW = 0.98;
/** Recall is held to be between these for logits; what reaches beyond may be all that there is. */
const MIN = 0.005;

/**
 * Sums up the recalls, 0..1, of people who may be the person, so that their mean is what is
 * `expected`; the target is 0..1, 1 for none.
 */
export function outlookOf(recalls: readonly number[], target: number, expected: number): Outlook {
  const rising = [...recalls].sort((a, b) => a - b);
  const off = expected - meanOf(rising);
  const low = moved(quantile(rising, PEOPLE.low) + off, -DOUBT.low);
  const high = Math.max(expected, moved(quantile(rising, PEOPLE.high) + off, DOUBT.high));
  return {
    expected,
    low: Math.min(MAX_LOW, expected, low),
    high: high > 1 - MIN ? 1 : high,
    chance: meanOf(rising.map((recall) => (recall >= target ? 1 : 0))),
  };
}

/** Moves a share, 0..1, by so many logits. */
function moved(share: number, logits: number): number {
  const held = Math.min(1 - MIN, Math.max(MIN, share));
  return 1 / (1 + Math.exp(-(Math.log(held / (1 - held)) + logits)));
}

/** The number below which a part of rising numbers lies, between neighbours in proportion. */
function quantile(rising: readonly number[], part: number): number {
  const at = part * (rising.length - 1);
  const below = rising[Math.floor(at)] ?? 0;
  return below + (at % 1) * ((rising[Math.ceil(at)] ?? below) - below);
}
