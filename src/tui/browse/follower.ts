import type { FoundList, ListRequest, Lookup } from '../../app/browse/ports.js';
import type { Moment } from '../../model/moment.js';

type Wanted = Omit<ListRequest, 'moment'>;

/** Who is told what was found. */
export interface Follows {
  /** `isNewest`: nothing else was asked for since. */
  found(list: FoundList, wanted: Wanted, isNewest: boolean): void;
  failed(why: string): void;
}

/**
 * Looks lists up, one at a time: what is asked for meanwhile waits, and of that only the newest
 * is looked up. So the list follows what is typed, however fast, and nothing piles up.
 */
export class Follower {
  readonly #lookup: Lookup;
  readonly #moment: () => Moment;
  readonly #follows: Follows;
  #wanted: Wanted | null = null;
  #isBusy = false;

  constructor(lookup: Lookup, moment: () => Moment, follows: Follows) {
    this.#lookup = lookup;
    this.#moment = moment;
    this.#follows = follows;
  }

  /** Asks for a list; for the one that was asked for last only where it is to be looked up `again`. */
  want(wanted: Wanted, again = false): void {
    const last = this.#wanted;
    if (!again && last?.text === wanted.text && last.sort === wanted.sort) return;
    this.#wanted = wanted;
    if (!this.#isBusy) void this.#find(wanted);
  }

  async #find(wanted: Wanted): Promise<void> {
    this.#isBusy = true;
    try {
      const list = await this.#lookup.find({ ...wanted, moment: this.#moment() });
      this.#follows.found(list, wanted, wanted === this.#wanted);
    } catch (error) {
      this.#follows.failed(error instanceof Error ? error.message : String(error));
    }
    this.#isBusy = false;
    if (this.#wanted !== null && this.#wanted !== wanted) void this.#find(this.#wanted);
  }
}
