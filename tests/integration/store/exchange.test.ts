import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { jsonlPieces } from '../../../src/export/jsonl.js';
import { readJsonl } from '../../../src/export/read-jsonl.js';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION } from '../../../src/model/archive/head.js';
import { type CardId, cardId, studyDay } from '../../../src/model/ids.js';
import { canonical } from '../../support/canonical.js';
import {
  ALL,
  CONFIG,
  DAY,
  deckModule,
  importChange,
  noon,
  openTestStore,
  plannedModule,
  TODAY,
  temporaryPath,
} from './support.js';

const IDS = ['aaaaaaaaaaa1', 'bbbbbbbbbbb2', 'ccccccccccc3', 'ddddddddddd4', 'eeeeeeeeeee5'];
const CARDS = IDS.map(cardId);

/** A machine of the person's: its database, and a clock that may be wrong. */
interface Machine {
  readonly store: Store;
  readonly path: string;
  readonly skew: number;
}

const KINDS = [
  ...['review', 'review', 'undo', 'suspend', 'resume', 'bury', 'flag', 'forget'],
  ...['import', 'import', 'relink', 'relink', 'plan', 'edit plan', 'end plan', 'remove', 'adopt'],
  'exchange',
] as const;

interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly machine: number;
  readonly a: number;
  readonly b: number;
  /** Of an import: which of the cards are in the deck, as bits. */
  readonly deck: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  machine: fc.nat(2),
  a: fc.nat(4),
  b: fc.nat(4),
  deck: fc.integer({ min: 1, max: 31 }),
});

let machines = 0;

function newMachine(skew: number): Machine {
  const path = temporaryPath();
  const seed = ++machines * 7;
  let drawn = 0;
  // Like real ones, no two machines draw the same bytes.
  const random = (bytes: number) => {
    drawn += 31;
    return Uint8Array.from({ length: bytes }, (_, n) => (n === 0 ? seed : drawn + n) % 256);
  };
  return { path, skew, store: openTestStore(path, { device: `machine ${seed}`, random }) };
}

const moment = ({ skew }: Machine, at: number) => noon(TODAY + at, skew);

/** Imports a deck of some of the cards, in one of two modules, with a text of this time. */
function importSome({ store, skew }: Machine, { a, b, deck }: Step, at: number): void {
  const stored = new Map(store.storedCards('viva').map((card) => [card.id, card]));
  const chosen = CARDS.filter(
    (id, n) => ((deck >> n) & 1) === 1 && (stored.has(id) || !store.isTaken(id)),
  );
  const cards = chosen.map((id, n) => ({
    id,
    status: stored.has(id) ? ('edited' as const) : ('added' as const),
    card: {
      question: `Question ${n === a ? at : 0} of ${id}`,
      companies: b === 0 ? ['Google'] : ['Meta', 'Google'],
      explicitId: b === 1 ? `x-${id}` : null,
    },
  }));
  const module = plannedModule(deckModule(a % 2, { title: `Module ${b}` }), cards);
  const retired = [...stored.values()].filter((card) => !card.retired && !chosen.includes(card.id));
  store.applyImport(importChange([module], { at: (TODAY + at) * DAY + skew, retired }));
}

function tryTo(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    // What a person may not do here: review a retired card, join a live one.
    if (
      !/card-unknown|relink-invalid|collection-unknown|card-changed/.test(
        String((error as { code?: string }).code),
      )
    )
      throw error;
  }
}

function apply(all: readonly Machine[], step: Step, at: number): void {
  const machine = all[step.machine]!;
  const { store } = machine;
  const card = CARDS[step.a]!;
  const now = moment(machine, at);
  const append = (draft: Parameters<Store['append']>[0]) => store.append(draft, now, CONFIG);
  const actions: Record<Step['kind'], () => unknown> = {
    review: () =>
      append({
        ...{ kind: 'review', card, durationMs: 5, reviewKind: 'learn' },
        rating: ((step.b % 4) + 1) as 1,
      }),
    undo: () => store.undoLast(now),
    suspend: () => append({ kind: 'suspend', card }),
    resume: () => append({ kind: 'resume', card }),
    bury: () => append({ kind: 'bury', card, until: studyDay(now.today + 1) }),
    flag: () => append({ kind: 'flag', card, value: step.b }),
    forget: () => append({ kind: 'forget', card }),
    import: () => importSome(machine, step, at),
    relink: () => store.relink(card, CARDS[step.b]!),
    plan: () => store.addPlan({ ...PLAN, name: `Plan ${at}`, createdAt: now.now }),
    'edit plan': () => {
      const [plan] = store.plans();
      if (plan) store.changePlan({ ...plan, name: `Edited ${at}` }, now.now);
    },
    'end plan': () => {
      const [plan] = store.plans();
      if (plan) store.removePlan(plan, now.now);
    },
    remove: () => step.deck < 8 && store.removeCollection('viva', now.now),
    adopt: () =>
      store.adopt(
        { weights: null, origin: { kind: 'chosen', set: null }, reschedule: step.b > 2 },
        now,
      ),
    exchange: () => give(all[step.a % 3]!, machine),
  };
  tryTo(actions[step.kind]);
}

const PLAN = {
  query: '',
  deadlineAt: 30_000 * DAY,
  deadlineDay: studyDay(30_000),
  minutesPerDay: 40,
  target: 0.95,
};

const HEAD = {
  format: ARCHIVE_FORMAT,
  version: ARCHIVE_VERSION,
  exportedAt: 5,
  complete: true,
} as const;

/** Exports one machine's database as a person does, and imports it on the other. */
function give(from: Machine, to: Machine): void {
  if (from === to) return;
  const text = [...jsonlPieces(HEAD, from.store.archive(ALL, noon(TODAY)))].join('');
  const records = readJsonl([new TextEncoder().encode(text)], 'a.jsonl');
  to.store.mergeArchive(records, false);
}

/** The same by the way of a sync program's copy of the file. */
function giveFile(from: Machine, to: Machine): void {
  if (from !== to) to.store.takeIn(from.path, false);
}

const stateOf = ({ store }: Machine) => canonical(store.archive(ALL, noon(TODAY)));

function live(store: Store): CardId[] {
  return store.find(ALL, noon(TODAY)).map(({ card }) => card.id);
}

test.each([
  ['archives', give],
  ['copies of the database', giveFile],
])(
  'three machines that exchange %s, in any order, come to the same',
  (_, hand) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(2), (steps, hub) => {
        const all = [newMachine(0), newMachine(40 * DAY), newMachine(-5)];
        for (const [at, one] of steps.entries()) apply(all, one, at);
        // All meet one machine, then it meets all.
        for (const machine of all) hand(machine, all[hub]!);
        for (const machine of all) hand(all[hub]!, machine);
        const [first, ...others] = all.map(stateOf);
        for (const other of others) expect(other).toEqual(first);
        for (const machine of all) {
          expect(machine.store.check()).toEqual([]);
          expect(live(machine.store)).toHaveLength(new Set(live(machine.store)).size);
        }
        // Once more changes nothing.
        hand(all[0]!, all[1]!);
        expect(stateOf(all[1]!)).toEqual(first);
        for (const { store } of all) store.close();
      }),
      { numRuns: 20 },
    );
  },
  120_000,
);
