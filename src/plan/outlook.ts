import { meanOf } from './arithmetic.js';

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
/**
 * By how much the interval is wider than that, in logits: always, with memory
 * that the reviews show not to be as FSRS has it, and with all still ahead.
 */
const DOUBT = { low: 0.05, lowOther: 0.2, lowAhead: 0.1, high: 0.05, highAhead: 0.1 };
/** Where nearly all is known logits say nothing: the interval is at least so wide to either side. */
const MARGIN = { below: 0.009, belowOther: 0.015, above: 0.005 };
/** Nobody is so sure of what they know that no answer slips: the interval begins no higher. */
const MAX_LOW = 0.98;
/** Recall is held to be between these for logits; what reaches beyond may be all that there is. */
const MIN = 0.005;

/** How far people who may be the person are to be believed. */
export interface Ground {
  /** Recall to stop at, 0..1; 1 for none. */
  readonly target: number;
  /** The part of the preparation that is still to come, 0..1. */
  readonly ahead: number;
  /** The chance that memory is not as FSRS has it, 0..1. */
  readonly other: number;
}

/** Sums up the recalls, 0..1, of people who may be the person. */
export function outlookOf(recalls: readonly number[], { target, ahead, other }: Ground): Outlook {
  const rising = [...recalls].sort((a, b) => a - b);
  const expected = meanOf(rising);
  const below = DOUBT.low + other * DOUBT.lowOther + ahead * DOUBT.lowAhead;
  const above = DOUBT.high + ahead * DOUBT.highAhead;
  const lowest = expected - MARGIN.below - other * MARGIN.belowOther;
  const highest = expected + MARGIN.above;
  return {
    expected,
    low: Math.max(0, Math.min(MAX_LOW, lowest, moved(quantile(rising, PEOPLE.low), -below))),
    high: highOf(Math.max(highest, moved(quantile(rising, PEOPLE.high), above))),
    chance: meanOf(rising.map((recall) => (recall >= target ? 1 : 0))),
  };
}

const highOf = (high: number) => (high > 1 - MIN ? 1 : high);

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
