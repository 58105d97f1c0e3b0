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

/**
 * By how much the interval is wider than the people's, in logits, at its end and
 * at its beginning besides: memory is not just as FSRS has it, and what is
 * foreseen far ahead comes out lower more often than higher.
 */
const DOUBT = { low: 0.15, high: 0.05, lowAhead: 0.3, highAhead: 0.1 };
/** Where nearly all is known logits say nothing: the interval is at least so wide to either side. */
const MIN_BELOW = 0.015;
const MIN_ABOVE = 0.01;
/** Recall is held to be between these for logits; what reaches beyond may be all that there is. */
const MIN = 0.005;

/**
 * Sums up the recalls, 0..1, of people who may be the person. `ahead`: the part
 * of the preparation that is still to come, 0..1.
 */
export function outlookOf(
  recalls: readonly number[],
  { target, ahead }: { readonly target: number; readonly ahead: number },
): Outlook {
  const rising = [...recalls].sort((a, b) => a - b);
  const expected = meanOf(rising);
  return {
    expected,
    low: Math.max(
      0,
      Math.min(
        expected - MIN_BELOW,
        moved(quantile(rising, 0.1), -DOUBT.low - ahead * DOUBT.lowAhead),
      ),
    ),
    high: highOf(
      Math.max(
        expected + MIN_ABOVE,
        moved(quantile(rising, 0.9), DOUBT.high + ahead * DOUBT.highAhead),
      ),
    ),
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
