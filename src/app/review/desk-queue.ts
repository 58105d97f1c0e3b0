import type { CardId } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { QueueState } from '../../review/session-state.js';
import type { Backlog } from '../../schedule/backlog.js';
import type { PlanQueue } from '../plan/queue.js';
import { type Circumstances, changeNotice, circumstancesOf } from './circumstances.js';
import { readCramQueue, readQueue } from './queue.js';
import type { ReviewPorts, ReviewRequest } from './request.js';

/** What a review draws from: the queue as the store had it, and what else was known then. */
export class DeskQueue {
  readonly #ports: ReviewPorts;
  #request: ReviewRequest;
  /** What the queue was read under. */
  #readUnder: Circumstances;
  #backlog: Backlog | null = null;
  /** What plans still want; undefined without one, and in a cram. */
  plans: PlanQueue | undefined;

  constructor(request: ReviewRequest, ports: ReviewPorts) {
    this.#ports = ports;
    this.#request = request;
    this.#readUnder = circumstancesOf(request.cram, ports);
  }

  get request(): ReviewRequest {
    return this.#request;
  }

  /** The backlog as the queue was last read; null without one. */
  get backlog(): Backlog | null {
    return this.#backlog;
  }

  /** Asks for something else from here on. */
  ask(change: Partial<ReviewRequest>): void {
    this.#request = { ...this.#request, ...change };
  }

  /** Returns the queue that a session begins with; `missed` crams just these cards. */
  begin(moment: Moment, missed: readonly CardId[]): QueueState {
    this.plans = undefined;
    if (!this.#request.cram) return this.read(moment);
    return readCramQueue(this.#request, moment, this.#ports.store, missed);
  }

  /** Returns the queue as it is now. */
  read(moment: Moment): QueueState {
    this.#readUnder = circumstancesOf(this.#request.cram, this.#ports);
    const ports = { ...this.#ports, plans: this.#ports.plans };
    const { queue, backlog, plans } = readQueue(this.#request, moment, ports);
    this.#backlog = backlog;
    this.plans = plans;
    return queue;
  }

  /** Says what has changed since the queue was read; empty for what need not be mentioned, null for nothing. */
  change(): string | null {
    return changeNotice(this.#readUnder, circumstancesOf(this.#request.cram, this.#ports));
  }
}
