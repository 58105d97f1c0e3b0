import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { InterviewDesk } from '../../../src/app/interview/interview.js';
import type { Store } from '../../../src/app/ports.js';
import { ReviewDesk } from '../../../src/app/review/desk.js';
import { type CardId, cardId, studyDay } from '../../../src/model/ids.js';
import { type Settings, settingsSchema } from '../../../src/model/settings.js';
import { parseQuery } from '../../../src/query/parse.js';
import { restoreContent } from '../../../src/store/upkeep/restore.js';
import { InterviewController } from '../../../src/tui/interview/controller.js';
import { ReviewController } from '../../../src/tui/review/controller.js';
import {
  CONFIG,
  deckModule,
  importChange,
  noon,
  openTestStore,
  plannedModule,
  temporaryPath,
} from '../store/support.js';

const CARDS = ['card0000a', 'card0000b', 'card0000c', 'card0000d'];
const SIZE = { columns: 80, rows: 24 };

/** Imports the deck of four cards, or with `texts` other questions, or without some. */
function importCards(store: Store, ids: readonly string[], question = 'Which') {
  const known = new Map(store.storedCards('default').map((card) => [`${card.id}`, card]));
  const gone = [...known.values()].filter(({ id, retired }) => !retired && !ids.includes(id));
  const planned = plannedModule(
    deckModule(1),
    ids.map((id) => ({
      id,
      card: { question: `${question} ${id}?`, answer: '[a](https://a.test)' },
      status: known.has(id) ? ('edited' as const) : ('added' as const),
      before: known.get(id) ?? null,
    })),
  );
  store.applyImport(importChange([planned], { collection: 'default', retired: gone }));
}

class World {
  readonly path = temporaryPath();
  readonly mine = openTestStore(this.path);
  readonly other = openTestStore(this.path, {
    device: 'desktop',
    random: (bytes) => new Uint8Array(bytes).fill(200),
  });
  day = 20_000;
  settings: Settings = settingsSchema.parse({});

  constructor() {
    importCards(this.mine, CARDS);
  }

  readonly moment = () => noon(this.day);

  ports() {
    const world = this;
    return {
      store: this.mine,
      moment: this.moment,
      config: CONFIG,
      get settings() {
        return world.settings;
      },
    };
  }

  reviews(): number {
    return [...this.mine.all()].filter(({ event }) => event.kind === 'review').length;
  }
}

const terminal = {
  size: () => SIZE,
  lend: <T>(work: () => T) => work(),
  stop: () => undefined,
  exit: () => undefined,
  graphics: async () => null,
};
const look = { colors: false, hyperlinks: false };

/** A review with one card rated, its controller, and a way to strike keys. */
function review(world: World) {
  const desk = new ReviewDesk(
    {
      query: parseQuery(''),
      order: 'due',
      limit: null,
      fresh: null,
      minutes: null,
      cram: false,
    },
    world.ports(),
  );
  const controller = new ReviewController(desk, {
    ...terminal,
    look,
    settings: () => world.settings,
    now: () => world.moment().now,
    editor: {
      edit: () => ({ text: '', tone: 'info' }),
      write: () => ({ text: '', tone: 'info' }),
      openSource: () => ({ text: '', tone: 'info' }),
      undoWriting: () => null,
    },
    lastAnswer: () => null,
    keepAnswer: () => undefined,
    openLink: async () => 'opened' as const,
    openPicture: async () => 'opened' as const,
    openDiagram: async () => 'opened' as const,
    findPicture: () => null,
    sourceOf: () => null,
  });
  const strike = (keys: string) => {
    for (const key of keys) {
      controller.input(key === '\r' || key === '\u001b' ? '' : key, {
        return: key === '\r',
        escape: key === '\u001b',
      } as Key);
    }
  };
  strike(' 4');
  return {
    desk,
    strike,
    watch: () => controller.watch(),
    card: () => desk.view().record?.card.id ?? null,
    phase: () => desk.view().session.phase,
    message: () => controller.frame().state.message?.text ?? null,
    text: () => {
      const { layout } = controller.frame();
      return ('body' in layout ? layout.body.lines : layout.lines).join('\n');
    },
  };
}

/** Keys that lead from the question to each phase. */
const PHASES: Readonly<Record<string, string>> = {
  question: '',
  answer: ' ',
  typing: 'tsome text',
  help: '?',
  insights: 'i',
  'help over the answer': ' ?',
};

const review1 = (world: World, card: CardId) =>
  void world.other.append(
    { kind: 'review', card, rating: 3, durationMs: 1, reviewKind: 'learn' },
    world.moment(),
    CONFIG,
  );

interface Beneath {
  readonly change: (world: World, shown: CardId) => void | Promise<void>;
  /** What is said; of the card shown. */
  readonly says: RegExp;
  /** Can the card shown be rated no more? */
  readonly takes: boolean;
}

const CHANGES: Readonly<Record<string, Beneath>> = {
  'the card is reviewed': {
    change: review1,
    says: /reviewed that card in the meantime/,
    takes: true,
  },
  'the card is suspended': {
    change: (world, card) =>
      void world.other.append({ kind: 'suspend', card }, world.moment(), CONFIG),
    says: /suspended that card/,
    takes: true,
  },
  'the card is put off': {
    change: (world, card) =>
      void world.other.append(
        { kind: 'bury', card, until: studyDay(world.day + 1) },
        world.moment(),
        CONFIG,
      ),
    says: /put that card off/,
    takes: true,
  },
  'the card is retired by an import': {
    change: (world, card) =>
      importCards(
        world.other,
        CARDS.filter((id) => id !== card),
      ),
    says: /That card is gone/,
    takes: true,
  },
  'the card is joined to another': {
    change: (world, card) => {
      const old = CARDS.find((id) => id !== card) ?? '';
      importCards(
        world.other,
        CARDS.filter((id) => id !== old),
      );
      world.other.relink(cardId(old), card);
    },
    says: /That card is gone/,
    takes: true,
  },
  'its collection is removed': {
    change: (world) => void world.other.removeCollection('default', 1),
    says: /That card is gone/,
    takes: true,
  },
  'its text is imported anew': {
    change: (world) => importCards(world.other, CARDS, 'Really, which'),
    says: /text of this card was changed/,
    takes: false,
  },
  'another card is reviewed': {
    change: (world, card) => review1(world, cardId(CARDS.find((id) => id !== card) ?? '')),
    says: /^$/,
    takes: false,
  },
  'the study day begins': {
    change: (world) => {
      world.day += 1;
    },
    says: /A new study day has begun/,
    takes: false,
  },
  'the settings change': {
    change: (world) => {
      world.settings = settingsSchema.parse({ newPerDay: 1 });
    },
    says: /The settings have changed/,
    takes: false,
  },
  'a backup from before the card is restored': {
    change: async (world) => {
      const before = new World();
      importCards(before.mine, ['card0000x', 'card0000y']);
      const copy = `${world.path}.copy`;
      await before.mine.copyTo(copy);
      await restoreContent(copy, world.path);
    },
    says: /That card is gone/,
    takes: true,
  },
};

const MATRIX = Object.keys(CHANGES).flatMap((change) =>
  Object.keys(PHASES).map((phase) => [change, phase] as const),
);

const NATURAL: Readonly<Record<string, string>> = { typing: '\r', answer: '3', question: ' ' };

/** Rates a card where one is shown, as ever. */
function rateOneMore(world: World, screen: ReturnType<typeof review>): void {
  if (screen.phase() === 'finished') return;
  const rated = world.reviews();
  screen.strike('\u001b');
  screen.strike(screen.phase() === 'answer' ? '3' : ' 3');
  expect(world.reviews()).toBe(rated + 1);
}

describe('beneath an open review', () => {
  test.each(MATRIX)('%s, at the phase %s: it says so and goes on', async (change, phase) => {
    const world = new World();
    const screen = review(world);
    const shown = screen.card();
    screen.strike(PHASES[phase] ?? '');
    const { change: happen, says, takes } = CHANGES[change]!;
    await happen(world, shown!);
    const before = world.reviews();
    // A key that is natural there: it is not taken for a card that nobody has seen.
    screen.strike(NATURAL[phase] ?? '\u001b');
    if (takes) {
      // The answer of a card that is changed, but there, can be read: told at the rating.
      if (screen.card() === shown) screen.strike(screen.phase() === 'answer' ? '3' : ' 3');
      expect(screen.message()).toMatch(says);
      expect(screen.card()).not.toBe(shown);
      expect(world.reviews()).toBe(before);
      expect(screen.phase()).not.toBe('answer');
    } else if (phase !== 'answer') expect(screen.message() ?? '').toMatch(says);
    rateOneMore(world, screen);
    expect(world.other.check()).toEqual([]);
  });

  test.each(Object.keys(CHANGES))('%s, under the summary: nothing breaks', async (change) => {
    const world = new World();
    const screen = review(world);
    const shown = screen.card();
    screen.strike('q');
    await CHANGES[change]!.change(world, shown!);
    screen.watch();
    expect(screen.text()).toContain('Tomorrow');
    screen.strike('n');
    if (screen.phase() === 'question') {
      const before = world.reviews();
      screen.strike(' 3');
      expect(world.reviews()).toBe(before + 1);
    }
    expect(screen.desk.summary().reviews).toBeGreaterThan(0);
  });

  test('nobody is interrupted while they think or type', () => {
    const world = new World();
    const screen = review(world);
    const shown = screen.card();
    screen.strike('tmine');
    review1(world, shown!);
    screen.watch();
    expect(screen.text()).toContain('mine');
    expect(screen.card()).toBe(shown);
  });

  test('a review left open overnight offers what the new day brings', () => {
    const world = new World();
    world.settings = settingsSchema.parse({ newPerDay: 2, learningSteps: [] });
    const screen = review(world);
    screen.strike(' 4');
    expect(screen.phase()).toBe('finished');
    expect(screen.text()).toContain('nothing more is due now');
    world.day += 1;
    screen.watch();
    expect(screen.message()).toContain('A new study day has begun.');
    expect(screen.text()).toContain('2 cards to review now.');
    screen.strike(' ');
    expect(screen.phase()).toBe('question');
    screen.strike(' 4');
    expect(screen.desk.summary().cards).toBe(3);
    expect(world.mine.dayCounts(studyDay(world.day)).fresh).toBe(1);
  });
});

describe('beneath an open interview', () => {
  const phases: Readonly<Record<string, string>> = {
    question: '',
    answer: ' ',
    typing: 'tmine',
    help: '?',
  };
  const matrix = Object.keys(CHANGES).flatMap((change) =>
    Object.keys(phases).map((phase) => [change, phase] as const),
  );

  test.each(matrix)('%s, at the phase %s: every question is asked', async (change, phase) => {
    const world = new World();
    const desk = new InterviewDesk(
      { query: parseQuery(''), minutes: null, questions: 3, record: true, seed: 1 },
      {
        ...world.ports(),
        store: world.mine,
        log: { asked: () => [], add: () => undefined, finish: () => undefined, history: () => [] },
      },
    );
    const controller = new InterviewController(desk, {
      ...terminal,
      look,
      hideStars: false,
      wholeAnswers: false,
      spaceScrolls: true,
      pictures: true,
      openLink: async () => 'opened' as const,
      openPicture: async () => 'opened' as const,
      openDiagram: async () => 'opened' as const,
      findPicture: () => null,
      sourceOf: () => null,
      now: () => world.moment().now,
      write: () => ({ text: '', tone: 'info' }),
      lastAnswer: () => null,
      keepAnswer: () => undefined,
    });
    const strike = (keys: string) => {
      for (const key of keys) controller.input(key, {} as Key);
    };
    strike(phases[phase] ?? '');
    const { record } = desk.view();
    await CHANGES[change]!.change(world, record!.card.id);
    strike(phase === 'typing' ? '\r' : phase === 'answer' ? '' : phase === 'help' ? '? ' : ' ');
    expect(desk.view().interview.phase).toBe('answer');
    strike('3');
    if (CHANGES[change]!.takes) {
      expect(controller.frame().state.message?.text).toMatch(/not recorded/);
    }
    for (let n = 0; n < 2; n++) {
      expect(controller.frame().layout.kind).toBe('question');
      strike(' 3');
    }
    expect(desk.view().interview.verdicts).toHaveLength(3);
    expect(desk.view().record).toBeNull();
    expect(world.other.check()).toEqual([]);
  });
});
