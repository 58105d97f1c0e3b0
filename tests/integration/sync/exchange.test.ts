import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import {
  CONFIG,
  DAY,
  deckModule,
  importChange,
  plannedModule,
  TODAY,
  temporaryFolder,
} from '../store/support.js';
import { Machine } from './machine.js';

const IDS = ['aaaaaaaaaaa1', 'bbbbbbbbbbb2', 'ccccccccccc3', 'ddddddddddd4', 'eeeeeeeeeee5'];
/** What another machine makes of the last one's text where it reads it first. */
const TWIN = cardId('fffffffffff6');
const CARDS = [...IDS.map(cardId), TWIN];
const nameOf = (id: string) => (id === TWIN ? IDS[4] : id);

const KINDS = [
  ...['review', 'review', 'review', 'undo', 'suspend', 'resume', 'bury', 'flag', 'forget'],
  ...['import', 'import', 'relink', 'plan', 'edit plan', 'end plan', 'adopt', 'set'],
  ...['sync', 'sync', 'sync', 'sync', 'sync', 'backup', 'restore'],
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
  a: fc.nat(5),
  b: fc.nat(5),
  deck: fc.integer({ min: 1, max: 63 }),
});

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
      question: `Question ${n === a ? at : 0} of ${nameOf(id)}`,
      answer: `An answer that tells ${nameOf(id)} from all others`,
      companies: ['Meta'],
    },
  }));
  const module = plannedModule(deckModule(a % 2, { title: `Module ${b}` }), cards);
  const retired = [...stored.values()].filter((card) => !card.retired && !chosen.includes(card.id));
  store.applyImport(importChange([module], { at: (TODAY + at) * DAY + skew, retired }));
}

const PLAN = {
  query: '',
  deadlineAt: 30_000 * DAY,
  deadlineDay: studyDay(30_000),
  minutesPerDay: 40,
  target: 0.95,
};

/** What a person may not do there and then: review a retired card, join a live one. */
const REFUSED = /card-unknown|relink-invalid|collection-unknown|card-changed/;

async function apply(machine: Machine, step: Step, at: number): Promise<void> {
  const now = machine.moment(TODAY + at);
  machine.time = now.now;
  const card = CARDS[step.a]!;
  const store = () => machine.store;
  const append = (draft: Parameters<Store['append']>[0]) => store().append(draft, now, CONFIG);
  const actions: Record<Step['kind'], () => unknown> = {
    review: () =>
      append({
        ...{ kind: 'review', card, durationMs: 5, reviewKind: 'learn' },
        rating: ((step.b % 4) + 1) as 1,
      }),
    undo: () => store().undoLast(now),
    suspend: () => append({ kind: 'suspend', card }),
    resume: () => append({ kind: 'resume', card }),
    bury: () => append({ kind: 'bury', card, until: studyDay(now.today + 1) }),
    flag: () => append({ kind: 'flag', card, value: step.b }),
    forget: () => append({ kind: 'forget', card }),
    import: () => importSome(machine, step, at),
    relink: () => store().relink(card, CARDS[step.b]!),
    plan: () => store().addPlan({ ...PLAN, name: `Plan ${at}`, createdAt: now.now }),
    'edit plan': () => {
      const [plan] = store().plans();
      if (plan) store().changePlan({ ...plan, name: `Edited ${at}` }, now.now);
    },
    'end plan': () => {
      const [plan] = store().plans();
      if (plan) store().removePlan(plan, now.now);
    },
    adopt: () =>
      store().adopt(
        { weights: null, origin: { kind: 'chosen', set: null }, reschedule: step.b > 2 },
        now,
      ),
    set: () => {
      machine.settings.newPerDay = at;
    },
    sync: () => machine.sync(),
    backup: () => machine.backUp(),
    restore: () => machine.restore(),
  };
  try {
    await actions[step.kind]();
  } catch (error) {
    if (!REFUSED.test(String((error as { code?: string }).code))) throw error;
  }
}

const FIRST: Step = { kind: 'import', machine: 0, a: 0, b: 0, deck: 31 };

function newRemote(kind: 'folder' | 'git'): string {
  const remote = join(temporaryFolder(), kind === 'git' ? 'remote.git' : 'remote');
  if (kind === 'git') execFileSync('git', ['init', '--quiet', '--bare', remote]);
  else mkdirSync(remote);
  return remote;
}

test.each([
  { kind: 'folder', runs: 9 },
  { kind: 'git', runs: 2 },
] as const)(
  'three machines that sync through a $kind, whatever they do and whenever, come to the same',
  async ({ kind, runs }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50 }), async (steps) => {
        const remote = newRemote(kind);
        const machines = [0, 40 * DAY, -5].map(
          (skew) => new Machine(join(temporaryFolder(), 'viva.db'), skew),
        );
        importSome(machines[0]!, { ...FIRST, deck: 31 }, 0);
        importSome(machines[1]!, { ...FIRST, deck: 39 }, 1);
        for (const machine of machines) {
          await machine.init(remote);
          await machine.backUp();
        }
        for (const [at, one] of steps.entries()) await apply(machines[one.machine]!, one, at);
        for (const machine of [...machines, ...machines, ...machines]) await machine.sync();
        const [first, ...others] = machines.map((machine) => machine.state());
        for (const other of others) expect(other).toEqual(first);
        expect(new Set(machines.map(({ settings }) => settings.newPerDay ?? null)).size).toBe(1);
        for (const { store } of machines) {
          expect(store.check()).toEqual([]);
          expect(store.rebuild()).toBe(0);
        }
        // As one machine that received everything.
        const one = new Machine(join(temporaryFolder(), 'viva.db'));
        await one.init(remote);
        expect(one.state()).toEqual(first);
        // In step: there is nothing to do.
        for (const machine of machines) {
          expect(await machine.sync()).toMatchObject({ sent: 0, taken: [], waiting: [] });
        }
        for (const { store } of [...machines, one]) store.close();
      }),
      { numRuns: runs, endOnFailure: true },
    );
  },
  240_000,
);
