import type { AnkiDeck, AnkiNoteType, AnkiOptions, AnkiStamp } from '../../model/anki.js';

/** Raised when the note type's looks change, s since 1970: Anki then takes the newer one. */
const NOTE_TYPE_CHANGED_AT = 1_764_000_000;

/** Returns the settings of a collection. */
export function collectionConfig(stamp: AnkiStamp, cards: number): object {
  return {
    activeDecks: [1],
    curDeck: 1,
    curModel: null,
    newSpread: 0,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    nextPos: cards + 1,
    sortType: 'noteFld',
    sortBackwards: false,
    addToCur: true,
    // Days begin at a local hour, not when the collection was made.
    schedVer: 2,
    sched2021: true,
    rollover: stamp.dayStart,
    creationOffset: stamp.minutesWest,
    ...(stamp.options && { fsrs: true }),
  };
}

/** Returns a note type as the column "models" holds it. */
export function noteTypeJson(type: AnkiNoteType): object {
  return {
    id: type.id,
    name: type.name,
    type: type.cloze ? 1 : 0,
    mod: NOTE_TYPE_CHANGED_AT,
    usn: -1,
    sortf: 0,
    did: null,
    css: type.css,
    latexPre:
      '\\documentclass[12pt]{article}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    latexsvg: false,
    req: type.templates.map((_, ord) => [ord, 'any', [0]]),
    tags: [],
    vers: [],
    flds: type.fields.map((name, ord) => ({
      name,
      ord,
      font: 'Arial',
      size: 20,
      rtl: false,
      sticky: false,
      media: [],
    })),
    tmpls: type.templates.map(({ name, question, answer }, ord) => ({
      name,
      ord,
      qfmt: question,
      afmt: answer,
      bqfmt: '',
      bafmt: '',
      did: null,
    })),
  };
}

/** Returns a deck as the column "decks" holds it. */
export function deckJson(deck: AnkiDeck, seconds: number): object {
  const nothing = [0, 0];
  return {
    id: deck.id,
    name: deck.name,
    desc: deck.description,
    mod: seconds,
    usn: -1,
    collapsed: false,
    browserCollapsed: false,
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
    newToday: nothing,
    revToday: nothing,
    lrnToday: nothing,
    timeToday: nothing,
  };
}

/** Returns the options of all decks: Anki's own defaults, or those that viva schedules by. */
export function configOfDecks(options: AnkiOptions | undefined): object {
  const limits = { newPerDay: 20, reviewsPerDay: 200, maximumInterval: 36_500 };
  const { newPerDay, reviewsPerDay, maximumInterval } = options ?? limits;
  const { learningSteps, relearningSteps } = options ?? STEPS;
  const fsrs = options && {
    fsrsParams6: options.weights,
    desiredRetention: options.retention,
  };
  return {
    '1': {
      id: 1,
      name: 'Default',
      mod: 0,
      usn: 0,
      maxTaken: 60,
      autoplay: true,
      timer: 0,
      replayq: true,
      dyn: false,
      new: {
        bury: false,
        delays: learningSteps,
        initialFactor: 2500,
        ints: [1, 4, 0],
        order: 1,
        perDay: newPerDay,
      },
      rev: {
        ...{ bury: false, ease4: 1.3, ivlFct: 1, maxIvl: maximumInterval },
        ...{ perDay: reviewsPerDay, hardFactor: 1.2 },
      },
      lapse: { delays: relearningSteps, leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
      ...fsrs,
    },
  };
}

const STEPS = { learningSteps: [1, 10], relearningSteps: [10] };
