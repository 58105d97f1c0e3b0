import type { Key } from 'ink';
import type { FoundList, ListRequest } from '../../../../src/app/browse/ports.js';
import type { CardRecord } from '../../../../src/app/cards/ports.js';
import type { EventDraft } from '../../../../src/app/review/ports.js';
import { cardId, studyDay } from '../../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../../src/model/memory.js';
import { schedulerConfig, settingsSchema } from '../../../../src/model/settings.js';
import { BrowseController } from '../../../../src/tui/browse/controller.js';
import type { BrowsePorts } from '../../../../src/tui/browse/ports.js';
import type { PictureLayer, PlacedPicture } from '../../../../src/tui/terminal/pictures/layer.js';

const NOW = Date.parse('2026-11-24T08:00:00Z');
const MOMENT = {
  now: NOW,
  today: studyDay(20_781),
  dayStart: NOW - 4 * 3_600_000,
  dayEnd: NOW + 20 * 3_600_000,
};
const SETTINGS = settingsSchema.parse({});

/** A browser over cards that are their numbers: `even` is a query, `bad:` none. */
export class World {
  readonly controller: BrowseController;
  size: { columns: number; rows: number };
  /** What was written to the journal, a list a command. */
  readonly journal: EventDraft[][] = [];
  readonly opened: string[] = [];
  readonly edited: string[] = [];
  exited = false;
  /** Where pictures were drawn last, as rows and columns. */
  drawn: readonly PlacedPicture[] = [];
  readonly #cards: { record: CardRecord; before: Memory[] }[];
  #waiting: (() => void)[] = [];

  constructor(
    count: number,
    change: (record: CardRecord, key: number) => CardRecord = (r) => r,
    size = { columns: 80, rows: 24 },
  ) {
    this.size = size;
    this.#cards = Array.from({ length: count }, (_, at) => ({
      record: change(recordOf(at + 1), at + 1),
      before: [],
    }));
    const keys = this.#keysOf('');
    const sort = { by: 'due', reversed: false, seed: 1 } as const;
    this.controller = new BrowseController(
      { keys: keys.slice(0, 50), whole: count <= 50, query: '', sort },
      this.#ports(),
    );
    this.controller.begin();
  }

  /** Strikes keys, by name or by the characters they write. */
  press(...strokes: string[]): void {
    for (const stroke of strokes) this.controller.input(...inputOf(stroke));
  }

  /** Lets what was asked for be found. */
  async settle(): Promise<void> {
    while (this.#waiting.length > 0) {
      for (const answer of this.#waiting.splice(0)) answer();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  get state() {
    return this.controller.state;
  }

  screen(): string {
    return this.controller.frame().lines.join('\n');
  }

  memory(key: number): Memory | undefined {
    return this.#cards[key - 1]?.record.memory;
  }

  #keysOf(text: string): Uint32Array {
    const all = this.#cards.map((_, at) => at + 1);
    if (text === 'none') return new Uint32Array();
    return Uint32Array.from(text === 'even' ? all.filter((key) => key % 2 === 0) : all);
  }

  #answer({ text, sort }: ListRequest): FoundList {
    if (text.startsWith('bad:'))
      return { error: { message: `${text} is no query.`, hint: 'Mend.' } };
    const keys = this.#keysOf(text);
    return { keys: sort.reversed ? keys.reverse() : keys };
  }

  #ports(): BrowsePorts {
    const recordsOf = (keys: readonly number[]) =>
      keys.flatMap((key) => this.#cards[key - 1]?.record ?? []);
    const store = {
      recordsOf,
      keysOf: () => Uint32Array.of(this.#cards.length),
      history: () => [],
      moduleOf: () => null,
      appendAll: (drafts: readonly EventDraft[]) => {
        this.journal.push([...drafts]);
        for (const draft of drafts) this.#apply(draft);
        return drafts;
      },
      undoLast: () => {
        const undone = this.journal.pop() ?? [];
        for (const { card } of undone) this.#revert(Number(card));
        return undone;
      },
    };
    return {
      store: store as unknown as BrowsePorts['store'],
      lookup: {
        begin: () => undefined,
        find: (request) =>
          new Promise((resolve) => this.#waiting.push(() => resolve(this.#answer(request)))),
        names: async () => ({
          company: [{ name: 'Google', cards: 9 }],
          ...{ part: [], tag: [], collection: [] },
          module: [{ name: 'KV Cache', cards: 2 }],
        }),
        close: () => undefined,
      },
      look: { colors: false, hyperlinks: false },
      zone: { offsetMinutes: () => 0 },
      moment: () => MOMENT,
      settings: () => SETTINGS,
      config: () => schedulerConfig(SETTINGS),
      complete: (word) => ['even', 'everything'].filter((each) => each.startsWith(word)),
      editor: {
        edit: (...records) => {
          this.edited.push(records.map(({ card }) => card.id).join());
          return { text: 'Card changed.', tone: 'info' };
        },
        write: (module) => {
          this.edited.push(`new in ${module}`);
          this.#cards.push({ record: recordOf(this.#cards.length + 1), before: [] });
          return { text: 'Card added.', tone: 'info' };
        },
        openSource: ({ card }) => {
          this.edited.push(`${card.file}:${card.line}`);
          return { text: `Read again: ${card.file}`, tone: 'info' };
        },
        mark: (records, change) => {
          this.edited.push(`${records.map(({ card }) => card.id)} ${JSON.stringify(change)}`);
          return records.length;
        },
        move: (records, module) => {
          this.edited.push(`${records.map(({ card }) => card.id)} to ${module}`);
          return records.length;
        },
        undoWriting: () => this.edited.pop() ?? null,
      },
      openLink: async (url) => {
        this.opened.push(url);
        return 'opened';
      },
      openPicture: async () => 'refused',
      openDiagram: async () => 'refused',
      findPicture: (_, path) => ({ kind: 'png', path, bytes: 1, width: 90, height: 90 }),
      sourceOf: () => null,
      graphics: async () => ({
        graphics: { protocol: 'kitty', cell: { width: 9, height: 18 } },
        isDrawable: () => true,
        layer: {
          show: (placed: readonly PlacedPicture[]) => {
            this.drawn = placed;
          },
          close: () => undefined,
        } as PictureLayer,
      }),
      seed: () => 7,
      size: () => this.size,
      lend: (work) => work(),
      stop: () => undefined,
      exit: () => {
        this.exited = true;
      },
    };
  }

  #apply(draft: EventDraft): void {
    const card = this.#cards[Number(draft.card) - 1];
    if (card === undefined) throw new Error(`no card ${draft.card}`);
    card.before.push(card.record.memory);
    card.record = { ...card.record, memory: afterwards(card.record.memory, draft) };
  }

  #revert(key: number): void {
    const card = this.#cards[key - 1];
    const memory = card?.before.pop();
    if (card !== undefined && memory !== undefined) card.record = { ...card.record, memory };
  }
}

function afterwards(memory: Memory, draft: EventDraft): Memory {
  switch (draft.kind) {
    case 'suspend':
      return { ...memory, suspended: true };
    case 'resume':
      return { ...memory, suspended: false, buriedUntil: null };
    case 'bury':
      return { ...memory, buriedUntil: draft.until };
    case 'flag':
      return { ...memory, flag: draft.value };
    case 'forget':
      return { ...NEW_MEMORY, flag: memory.flag };
    case 'review':
      return memory;
  }
}

function recordOf(key: number): CardRecord {
  return {
    card: {
      id: cardId(String(key)),
      module: { collection: 'c', part: 'Part', number: 1, title: 'Module', emoji: '🧪' },
      ordinal: key,
      explicitId: null,
      stars: 2,
      companies: ['Google'],
      question: `Question ${key}`,
      answer: `Answer ${key}. ${'行は取得される。'.repeat(key % 40)}`,
      defects: [],
      line: key,
      tags: [],
      file: '/decks/a.md',
      addedAt: 0,
      changedAt: 0,
      retired: false,
    },
    memory: { ...NEW_MEMORY, state: 'review', dueDay: MOMENT.today, intervalDays: 3 },
    retrievability: null,
  };
}

const SPECIAL: Readonly<Record<string, Partial<Key>>> = {
  up: { upArrow: true },
  down: { downArrow: true },
  left: { leftArrow: true },
  right: { rightArrow: true },
  'page-up': { pageUp: true },
  'page-down': { pageDown: true },
  home: { home: true },
  end: { end: true },
  enter: { return: true },
  escape: { escape: true },
  backspace: { delete: true },
  tab: { tab: true },
  'shift-tab': { tab: true, shift: true },
};

/** The event of Ink behind a stroke. */
function inputOf(stroke: string): [string, Key] {
  const special = SPECIAL[stroke];
  if (special !== undefined) return ['', special as Key];
  if (stroke.startsWith('ctrl-')) return [stroke.slice('ctrl-'.length), { ctrl: true } as Key];
  return [stroke === 'space' ? ' ' : stroke, {} as Key];
}
