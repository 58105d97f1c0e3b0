/**
 * Reviews as columns of numbers, without an object a row: a million of them
 * take 25 MB. Rows come in any order; `sort` puts them in that of the fold.
 */
export class ReviewColumns {
  card = new Int32Array(1024);
  /** ms since 1970 */
  at = new Float64Array(1024);
  /** Study day. */
  day = new Int32Array(1024);
  /** `reviewCode`, or 0 for a "forget". */
  code = new Uint8Array(1024);
  durationMs = new Float64Array(1024);
  length = 0;
  #latest = Number.NEGATIVE_INFINITY;
  #isSorted = true;

  /** Adds a row; those of one instant must come in the order of their ids. */
  readonly push = (
    card: number,
    at: number,
    day: number,
    code: number,
    durationMs: number,
  ): void => {
    const row = this.length++;
    if (row === this.card.length) this.#grow();
    this.card[row] = card;
    this.at[row] = at;
    this.day[row] = day;
    this.code[row] = code;
    this.durationMs[row] = durationMs;
    if (at < this.#latest) this.#isSorted = false;
    this.#latest = at;
  };

  /**
   * Puts the rows in order of time. A journal mostly is: only an import of
   * older events, or a clock put back, makes this more than a look.
   */
  sort(): void {
    if (this.#isSorted) return;
    const { at, length } = this;
    const order = Uint32Array.from({ length }, (_, row) => row);
    order.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
    this.card = Int32Array.from(order, (row) => this.card[row] ?? 0);
    this.day = Int32Array.from(order, (row) => this.day[row] ?? 0);
    this.code = Uint8Array.from(order, (row) => this.code[row] ?? 0);
    this.durationMs = Float64Array.from(order, (row) => this.durationMs[row] ?? 0);
    this.at = Float64Array.from(order, (row) => at[row] ?? 0);
    this.#isSorted = true;
  }

  #grow(): void {
    const size = this.card.length * 2;
    this.card = enlarged(this.card, new Int32Array(size));
    this.at = enlarged(this.at, new Float64Array(size));
    this.day = enlarged(this.day, new Int32Array(size));
    this.code = enlarged(this.code, new Uint8Array(size));
    this.durationMs = enlarged(this.durationMs, new Float64Array(size));
  }
}

type Column = Int32Array | Float64Array | Uint8Array;

function enlarged<T extends Column>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
