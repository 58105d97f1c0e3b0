import { describe, expect, test } from 'vitest';
import type { InterviewRequest } from '../../../src/app/interview/draw-questions.js';
import { InterviewDesk } from '../../../src/app/interview/interview.js';
import type { InterviewLog } from '../../../src/app/interview/ports.js';
import type { CardDefect, Stars } from '../../../src/model/card.js';
import { VivaError } from '../../../src/model/error.js';
import { type CardId, cardId } from '../../../src/model/ids.js';
import { settingsSchema } from '../../../src/model/settings.js';
import { parseQuery } from '../../../src/query/parse.js';
import {
  CONFIG,
  deckModule,
  importChange,
  noon,
  openTestStore,
  plannedModule,
  temporaryPath,
} from '../store/support.js';

const SETTINGS = settingsSchema.parse({});
const REQUEST: InterviewRequest = {
  query: parseQuery(''),
  minutes: 45,
  questions: null,
  record: true,
  seed: 1,
};

/** Keeps what was asked in memory. */
function memoryLog(): InterviewLog {
  const interviews: CardId[][] = [];
  return {
    asked: () => interviews,
    add(card, begins) {
      if (begins) interviews.unshift([]);
      interviews[0]?.push(card);
    },
    finish: () => undefined,
    history: () => [],
  };
}

/** A database with one module per list of stars, its cards named by module and place. */
function setUp(
  modules: readonly (readonly Stars[])[] = [
    [1, 2, 3],
    [1, 2, 3],
  ],
) {
  const path = temporaryPath();
  const store = openTestStore(path);
  const planned = modules.map((stars, at) =>
    plannedModule(
      deckModule(at + 1),
      stars.map((each, n) => ({ id: `card000000${at}${n}`, card: { stars: each } })),
    ),
  );
  store.applyImport(importChange(planned));
  let now = 0;
  const moment = () => noon(20_000, now);
  const log = memoryLog();
  const open = (request: Partial<InterviewRequest> = {}, from = store) =>
    new InterviewDesk(
      { ...REQUEST, ...request },
      { store: from, log, moment, settings: SETTINGS, config: CONFIG },
    );
  const wait = (ms: number) => {
    now += ms;
  };
  return { path, store, log, open, moment, wait };
}

const shown = (desk: InterviewDesk) => desk.view().record!.card.id;

describe('an interview', () => {
  test('writes each rating to the journal as an ordinary review, with the time it took', () => {
    const { store, open, wait } = setUp();
    const desk = open();
    const card = shown(desk);
    wait(70_000);
    desk.reveal('mine');
    wait(20_000);
    desk.rate(2);
    expect(store.history(card).map(({ event }) => event)).toMatchObject([
      { kind: 'review', rating: 2, durationMs: 90_000, reviewKind: 'learn' },
    ]);
    expect(shown(desk)).not.toBe(card);
    expect(desk.report()).toMatchObject({ recorded: 1, spentMs: 70_000, isRecording: true });
    expect(store.check()).toEqual([]);
  });

  test('leaves the journal alone with record off', () => {
    const { store, open } = setUp();
    const desk = open({ record: false });
    expect(desk.view().preview).toBeNull();
    desk.reveal(null);
    desk.rate(1);
    expect([...store.all()]).toEqual([]);
    expect(desk.report()).toMatchObject({ rated: 1, recorded: 0, isRecording: false });
  });

  test('takes a rating back, out of the journal too, and ends after its last question', () => {
    const { store, open } = setUp([[1, 2]]);
    const desk = open();
    for (const rating of [3, 1] as const) {
      desk.reveal(null);
      desk.rate(rating);
    }
    expect(desk.view()).toMatchObject({ record: null, interview: { phase: 'finished' } });
    expect(desk.undo()).toBe(true);
    expect(
      [...store.all()].filter(({ event, undone }) => event.kind === 'review' && !undone),
    ).toHaveLength(1);
    desk.rate(4);
    expect(desk.report().questions.map(({ rating }) => rating)).toEqual([3, 4]);
    expect(store.check()).toEqual([]);
  });

  test('has nothing to take back at its beginning, also after an earlier review', () => {
    const { store, open, moment } = setUp();
    const card = cardId('card00000000');
    store.append(
      { kind: 'review', card, rating: 3, durationMs: 1, reviewKind: 'learn' },
      moment(),
      CONFIG,
    );
    expect(open().undo()).toBe(false);
    expect([...store.all()]).toHaveLength(1);
  });

  test('takes nothing back that another viva has done', () => {
    const { path, store, open, moment } = setUp();
    const desk = open();
    const card = shown(desk);
    desk.reveal(null);
    desk.rate(3);
    const other = openTestStore(path, { random: (bytes) => new Uint8Array(bytes).fill(200) });
    other.append({ kind: 'flag', card, value: 1 }, moment(), CONFIG);
    desk.undo();
    expect(desk.view().notice).toContain('Another viva has written');
    expect([...store.all()].some(({ undone }) => undone)).toBe(false);
  });

  test('says so when another viva has rated the card meanwhile, and goes on', () => {
    const { path, open, moment, store } = setUp();
    const desk = open();
    const card = shown(desk);
    const other = openTestStore(path, {
      device: 'desktop',
      random: (n) => new Uint8Array(n).fill(200),
    });
    other.append(
      { kind: 'review', card, rating: 4, durationMs: 1, reviewKind: 'learn' },
      moment(),
      CONFIG,
    );
    desk.reveal(null);
    desk.rate(1);
    expect(desk.view().notice).toContain('Another viva reviewed that card');
    expect(store.history(card)).toHaveLength(1);
    expect(desk.report()).toMatchObject({ rated: 1, recorded: 0 });
  });

  test('asks what it did not ask before, as long as there is something', () => {
    const { open } = setUp([
      [1, 1],
      [1, 1],
    ]);
    const asked = [1, 2, 3, 4].map((seed) => {
      const desk = open({ questions: 1, seed });
      return shown(desk);
    });
    expect(new Set(asked).size).toBe(4);
    expect(shown(open({ questions: 1, seed: 9 }))).toBe(asked[0]);
  });

  test('does not count as asked what was never shown', () => {
    const { open, log } = setUp();
    const desk = open();
    desk.skip();
    desk.undo();
    desk.quit();
    expect(log.asked()).toHaveLength(1);
    expect(log.asked()[0]).toHaveLength(2);
  });

  test('goes on when the log cannot be written, and says it', () => {
    const { store, moment } = setUp();
    const log: InterviewLog = {
      asked: () => [],
      add() {
        throw new VivaError('file-unreadable', 'The disk is full.', 'Make room.');
      },
      finish: () => undefined,
      history: () => [],
    };
    const desk = new InterviewDesk(REQUEST, {
      store,
      log,
      moment,
      settings: SETTINGS,
      config: CONFIG,
    });
    expect(desk.view().notice).toContain('The disk is full.');
    desk.reveal(null);
    desk.rate(3);
    expect(desk.report().recorded).toBe(1);
  });
});

describe('the cards of an interview', () => {
  test('are neither suspended nor retired, nor without answer or whole question', () => {
    const { store, open, moment } = setUp([[1]]);
    const defects: CardDefect[] = ['answer-empty', 'question-truncated', 'answer-truncated'];
    const module = plannedModule(deckModule(9), [
      { id: 'suspended000' },
      ...defects.map((defect, at) => ({ id: `defect00000${at}`, card: { defects: [defect] } })),
    ]);
    store.applyImport(importChange([module], { collection: 'other' }));
    store.append({ kind: 'suspend', card: cardId('suspended000') }, moment(), CONFIG);
    const { questions } = open({ minutes: 600 }).view().interview;
    expect(questions.map(({ id }) => id).sort()).toEqual(['card00000000', 'defect000002']);
  });

  test('are missing: it says what to do', () => {
    const { open } = setUp([[2, 3]]);
    expect(() => open({ minutes: 4 })).toThrow(
      /No question fits in 4 min: the shortest of these takes 5/,
    );
    expect(() => open({ query: parseQuery('module:77') })).toThrow(/No card to ask/);
  });
});

describe('what comes next', () => {
  test('is a review of the weak modules, the worst first', () => {
    const desk = setUp([[1], [1], [1]]).open();
    const modules: (number | null)[] = [];
    for (const rating of [2, 1, 3] as const) {
      modules.push(desk.view().record!.card.module.number);
      desk.reveal(null);
      desk.rate(rating);
    }
    const [second, first] = modules;
    expect(desk.report().nextCommand).toBe(`viva review module:${first},${second}`);
  });

  test('is a cram where nothing of it is due', () => {
    const { store, open } = setUp([[1]]);
    const card = cardId('card00000000');
    const review = { kind: 'review', card, rating: 4, durationMs: 1, reviewKind: 'learn' } as const;
    store.append(review, noon(19_900), CONFIG);
    const desk = open();
    desk.reveal(null);
    desk.rate(2);
    expect(desk.report().nextCommand).toBe('viva review module:1 --cram');
  });

  test('is nothing where all went well', () => {
    const desk = setUp().open();
    desk.reveal(null);
    desk.rate(4);
    expect(desk.report().nextCommand).toBeNull();
  });

  test('names the cards where a module has no number, and nothing of its title', () => {
    const { store, open } = setUp([[3]]);
    const module = deckModule(null, { title: 'x"; rm -rf ~; echo "' });
    store.applyImport(
      importChange([plannedModule(module, [{ id: 'nonumber0000' }])], { collection: 'other' }),
    );
    const desk = open({ query: parseQuery('collection:other') });
    desk.reveal(null);
    desk.rate(1);
    expect(desk.report().nextCommand).toMatch(/^viva review id:nonumber0000( --cram)?$/);
  });
});
