import { byLastSeen, freshShare, type Outlook, type Rival, seenCards } from './rival.js';

/** Days from one review of a card to the next; after these only the last session. */
const GAPS: readonly number[] = [1, 3, 7];
const SPREAD = 0.7;

/**
 * Expanding rehearsal (Landauer & Bjork 1978): each card after 1, 3 and 7 days
 * and in the last session; new cards spread evenly to 70 % of the sessions.
 */
export class Expanding implements Rival {
  readonly name = 'expanding';
  /** How often each card was reviewed on a later day, and when it was seen last. */
  readonly #reviews = new Map<number, { count: number; lastDay: number }>();

  choose(outlook: Outlook): number[] {
    const seen = byLastSeen(seenCards(outlook), outlook);
    for (const card of seen) this.#note(card, outlook.cards[card]?.lastDay ?? 0);
    const due = outlook.left <= 1 ? seen : seen.filter((card) => this.#isDue(card, outlook.today));
    return [...due, ...freshShare(outlook, SPREAD)];
  }

  #note(card: number, lastDay: number): void {
    const before = this.#reviews.get(card);
    if (before === undefined) this.#reviews.set(card, { count: 0, lastDay });
    else if (before.lastDay !== lastDay) {
      this.#reviews.set(card, { count: before.count + 1, lastDay });
    }
  }

  #isDue(card: number, today: number): boolean {
    const { count, lastDay } = this.#reviews.get(card) ?? { count: 0, lastDay: today };
    const gap = GAPS[count];
    return gap !== undefined && today - lastDay >= gap;
  }
}
