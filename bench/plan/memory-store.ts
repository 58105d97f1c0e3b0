import { cardOfId, cardsInOrder, idOfCard, moduleOfCard } from './deck.js';
import {
  type Appended,
  applyEvent,
  type Card,
  configId,
  eventId,
  type Memory,
  NEW_MEMORY,
  type PlanRecord,
  type ReviewEvent,
  reviewCode,
  type SchedulerConfig,
  type Store,
  type StoredPlanCard,
} from './product.js';

/** What a review and a plan ask of a store whose only cards are a plan's. */
type Asked = Pick<
  Store,
  | 'addPlan'
  | 'append'
  | 'changePlan'
  | 'changes'
  | 'close'
  | 'configs'
  | 'dayCounts'
  | 'get'
  | 'history'
  | 'lastModule'
  | 'overdue'
  | 'planCards'
  | 'plans'
  | 'pools'
  | 'rescheduled'
  | 'reviewsOn'
  | 'scanReviews'
>;

const CONFIG_ID = configId(1);

/**
 * Makes a store in memory that holds a deck of so many new cards, for
 * tournaments: a third of SQLite's time. What nothing in a tournament asks for,
 * it does not have: asking throws.
 */
export function memoryStore(cards: number): Store {
  const asked: Asked = new MemoryStore(cards);
  return new Proxy(asked, { get: methodOf }) as Store;
}

function methodOf(store: Asked, name: string): unknown {
  const method: unknown = Reflect.get(store, name);
  if (typeof method !== 'function') throw new Error(`the bench's store has no ${name}`);
  return method.bind(store);
}

class MemoryStore implements Asked {
  readonly #memories: Memory[];
  readonly #order: readonly number[];
  readonly #events: ReviewEvent[] = [];
  readonly #configs = new Map<typeof CONFIG_ID, SchedulerConfig>();
  #plan: PlanRecord | null = null;

  constructor(cards: number) {
    this.#memories = Array.from({ length: cards }, () => NEW_MEMORY);
    this.#order = cardsInOrder(cards);
  }

  append: Store['append'] = (draft, moment, config): Appended => {
    if (draft.kind !== 'review') throw new Error('only reviews are made here');
    const { expected: _, ...review } = draft;
    const event: ReviewEvent = {
      ...review,
      id: eventId(String(this.#events.length).padStart(26, '0')),
      at: moment.now,
      day: moment.today,
      device: 'bench',
      config: CONFIG_ID,
    };
    this.#configs.set(CONFIG_ID, config);
    this.#events.push(event);
    const card = cardOfId(draft.card);
    const before = this.#memories[card] ?? NEW_MEMORY;
    const after = applyEvent(before, event, this.#configs);
    this.#memories[card] = after;
    return { event, before, after };
  };

  get: Store['get'] = (id) => {
    const memory = this.#memories[cardOfId(id)];
    return memory === undefined ? null : { card: cardText(id), memory, retrievability: null };
  };

  planCards: Store['planCards'] = (_query, { today }): StoredPlanCard[] =>
    this.#order.map((card) => planCard(card, this.#memories[card] ?? NEW_MEMORY, today));

  pools: Store['pools'] = ({ moment }) => ({
    learning: this.#memories.flatMap(({ dueAt }, card) =>
      dueAt === null || dueAt >= moment.dayEnd
        ? []
        : [{ id: idOfCard(card), module: moduleOfCard(card), dueAt }],
    ),
    reviews: [],
    fresh: [],
  });

  scanReviews: Store['scanReviews'] = (_cards, visit) => {
    for (const { card, at, day, reviewKind, rating, durationMs } of this.#events) {
      visit(cardOfId(card) + 1, at, day, reviewCode(reviewKind, rating), durationMs);
    }
  };

  reviewsOn: Store['reviewsOn'] = (today, visit) => {
    for (const { card, at, day, durationMs, reviewKind } of this.#events) {
      if (day === today) visit(cardOfId(card) + 1, at, durationMs, reviewKind);
    }
  };

  dayCounts: Store['dayCounts'] = (today) => {
    const done = this.#events.filter(({ day }) => day === today);
    return {
      fresh: this.#memories.filter(({ introducedDay }) => introducedDay === today).length,
      reviews: done.filter(({ reviewKind }) => reviewKind === 'review').length,
      total: done.length,
    };
  };

  lastModule: Store['lastModule'] = () => {
    const last = this.#events.at(-1);
    return last === undefined ? null : moduleOfCard(cardOfId(last.card));
  };

  history: Store['history'] = (id) =>
    this.#events.filter(({ card }) => card === id).map((event) => ({ event, undone: false }));

  addPlan: Store['addPlan'] = (draft) => {
    const { createdAt } = draft;
    const plan = { ...draft, id: '1', number: 1, removedAt: null, changedAt: createdAt };
    this.#plan = plan;
    return plan;
  };

  changePlan: Store['changePlan'] = (plan) => {
    this.#plan = plan;
  };

  plans: Store['plans'] = () => (this.#plan === null ? [] : [this.#plan]);
  configs: Store['configs'] = () => this.#configs;
  rescheduled: Store['rescheduled'] = () => null;
  overdue: Store['overdue'] = () => 0;
  changes: Store['changes'] = () => 0;
  close: Store['close'] = () => {};
}

function planCard(card: number, memory: Memory, today: number): StoredPlanCard {
  return {
    key: card + 1,
    id: idOfCard(card),
    module: moduleOfCard(card),
    siblings: null,
    stars: 2,
    part: 'Inference',
    inSteps: memory.dueAt !== null,
    stability: memory.stability,
    difficulty: memory.difficulty,
    lastAt: memory.lastAt,
    buried: false,
    introducedToday: memory.introducedDay === today,
  };
}

function cardText(id: Card['id']): Card {
  const module = { collection: 'bench', part: 'Inference', number: 0, title: 'Module', emoji: '' };
  return {
    id,
    explicitId: null,
    module,
    ordinal: 0,
    stars: 2,
    companies: [],
    tags: [],
    question: '',
    answer: '',
    defects: [],
    file: null,
    line: 1,
    addedAt: 0,
    changedAt: 0,
    retired: false,
  };
}
