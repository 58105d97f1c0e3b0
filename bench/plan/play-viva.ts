import type { Cell } from './cells.js';
import { cardOfId } from './deck.js';
import type { Learner } from './learner.js';
import type { Foretold, Played, PlayedDay } from './played.js';
import {
  DEFAULT_SETTINGS,
  NO_TARGET,
  type PlanRecord,
  planReport,
  planToday,
  ReviewDesk,
  type ReviewPorts,
  type Store,
  schedulerConfig,
} from './product.js';
import { type Calendar, momentAt, type SessionDay } from './sessions.js';

/**
 * Every card is of the plan: the ordinary queue has nothing to add. Which day a
 * card would be due on is nothing to a plan, so it need not be chosen with care.
 */
const SETTINGS = { ...DEFAULT_SETTINGS, newPerDay: 0, reviewsPerDay: 0, loadBalance: false };
const CONFIG = schedulerConfig(SETTINGS);
const REQUEST = {
  query: { kind: 'all' },
  order: 'due',
  limit: null,
  fresh: null,
  minutes: null,
  cram: false,
} as const;
const MAX_MS = 300_000;

/**
 * Lets a person prepare with viva itself: its review and its plan, on a store with the cell's
 * deck. `foretells`: ask for `plan show` on the first day, at half-time and on the last day.
 */
export function playViva(
  cell: Cell,
  calendar: Calendar,
  learner: Learner,
  foretells: boolean,
  store: Store,
): Played {
  return new Preparation(store, cell, calendar, learner).run(foretells);
}

class Preparation {
  readonly #store: Store;
  readonly #cell: Cell;
  readonly #calendar: Calendar;
  readonly #learner: Learner;
  #plan: PlanRecord;
  #now: number;

  constructor(store: Store, cell: Cell, calendar: Calendar, learner: Learner) {
    this.#store = store;
    this.#cell = cell;
    this.#calendar = calendar;
    this.#learner = learner;
    const [first] = calendar.days;
    this.#now = first?.startAt ?? 0;
    this.#plan = store.addPlan({
      name: 'Interview',
      query: '',
      ...deadlineOf(first?.deadlineAt ?? 0),
      minutesPerDay: cell.minutes,
      target: NO_TARGET,
      createdAt: this.#now,
    });
  }

  run(foretells: boolean): Played {
    const foretold: Foretold[] = [];
    const times = timesToAsk(this.#calendar.days.length);
    const days = this.#calendar.days.map((session, index) => {
      this.#begin(session);
      const when = times[index];
      if (foretells && when !== undefined) foretold.push(this.#foretell(when));
      return this.#hold(session);
    });
    return { recall: this.#learner.recallAt(this.#calendar.deadlineAt), days, foretold };
  }

  /** The clock goes to the session; an interview that was moved is told to the plan. */
  #begin({ startAt, deadlineAt }: SessionDay): void {
    this.#now = startAt;
    if (deadlineAt === this.#plan.deadlineAt) return;
    this.#plan = { ...this.#plan, ...deadlineOf(deadlineAt) };
    this.#store.changePlan(this.#plan, startAt);
  }

  #foretell(when: Foretold['when']): Foretold {
    const { forecast } = planReport(this.#plan, momentAt(this.#now), CONFIG, SETTINGS, this.#store);
    const { expected, low, high } = forecast ?? { expected: 0, low: 0, high: 0 };
    return { when, expected, low, high };
  }

  #hold({ day }: SessionDay): PlayedDay {
    const desk = new ReviewDesk(REQUEST, this.#ports());
    const said = desk.view().plans[0]?.expected ?? null;
    const budget = this.#cell.minutes * 60_000;
    let [spent, counted, late] = [0, 0, 0];
    for (;;) {
      const { record } = desk.view();
      if (record === null) break;
      if (counted >= budget) late++;
      const { state } = record.memory;
      const inSteps = state === 'learning' || state === 'relearning';
      const look = this.#learner.look(cardOfId(record.card.id), this.#now, inSteps);
      const ms = Math.round(look.seconds * 1000);
      spent += ms;
      counted += Math.min(MAX_MS, ms);
      desk.reveal();
      this.#now += ms;
      desk.rate(look.rating);
    }
    const stopped = this.#learner.recallAt(this.#calendar.deadlineAt);
    return { day, seconds: spent / 1000, late, stopped, said };
  }

  #ports(): ReviewPorts {
    const moment = () => momentAt(this.#now);
    const plans = planToday(this.#store, CONFIG, SETTINGS, moment());
    return { store: this.#store, moment, settings: SETTINGS, config: CONFIG, plans };
  }
}

function deadlineOf(deadlineAt: number): Pick<PlanRecord, 'deadlineAt' | 'deadlineDay'> {
  return { deadlineAt, deadlineDay: momentAt(deadlineAt).today };
}

/** On which of so many sessions the forecast is asked for. */
function timesToAsk(sessions: number): Readonly<Record<number, Foretold['when']>> {
  return { [Math.floor(sessions / 2)]: 'half', [sessions - 1]: 'last', 0: 'first' };
}
