import type { Random, Rating } from '../product.js';

/** An instant of a preparation as a memory lives through it. */
export interface Instant {
  /** Days since the first session began. */
  readonly days: number;
  /** Seconds of sessions before it. */
  readonly studied: number;
}

/** What one person truly remembers: no way to prepare sees it. */
export interface Mind {
  /** Chance of recall of a card that was shown before, 0..1. */
  recall(card: number, at: Instant): number;
  /** The button that fits a look, `hit` or not; `isFirst` where the card was never shown. */
  button(card: number, recall: number, hit: boolean, isFirst: boolean, random: Random): Rating;
  /** Takes a look at a card, with the button that fits it. */
  look(card: number, at: Instant, rating: Rating): void;
}

/** A family of memories. */
export interface Truth {
  readonly name: string;
  /** Is it of the family that the planner believes in? */
  readonly isFsrs: boolean;
  /** Draws a person's memory for so many cards. */
  draw(cards: number, random: Random): Person;
}

/** A mind, and how much of the questions it knows before. */
export interface Person {
  readonly mind: Mind;
  /** Chance that a card never shown is failed, 0..1. */
  readonly unknown: number;
}
