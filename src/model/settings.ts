import { DAY_MS } from './moment.js';
import { once } from './once.js';
import * as z from './schema.js';

/** FSRS-6 default weights, as published with ts-fsrs 5 (open-spaced-repetition). */
export const DEFAULT_WEIGHTS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/** Everything a person can set, as it is until they do. */
const DEFAULTS = {
  retention: 0.9,
  /** Other retentions for the cards of a query; of several that fit the last one counts. */
  retentionRules: [] as RetentionRule[],
  newPerDay: 10,
  reviewsPerDay: 200,
  /** Reviews a day while a backlog is worked off; 0: twice the usual load. */
  backlogPerDay: 0,
  /** Introduce new cards although a backlog is being worked off. */
  backlogNew: false,
  /** Local hour at which a study day begins. */
  dayStart: 4,
  learningSteps: ['1m', '10m'],
  relearningSteps: ['10m'],
  fuzz: true,
  /** Choose days with few cards due within the range of fuzz. */
  loadBalance: true,
  /** Weekdays with less than a full share of the reviews: `sun` for half, `sun=0.2`, `sun=0`. */
  easyDays: [] as string[],
  leechLapses: 8,
  maximumInterval: 36500,
  /** Minutes by which the end of a session may run ahead of a learning step. */
  learnAhead: 20,
  /** Days off; see `viva break`. */
  breaks: [] as BreakDays[],
  /** Hide the stars until the answer shows: they leak a hint. */
  hideStars: false,
  /** Colours for a dark or a light background; `auto`: as the terminal says. */
  theme: 'auto' as 'auto' | 'dark' | 'light',
  /** Draw local pictures in the card, where the terminal can. */
  pictures: true,
  /** What of an answer with parts is shown first: `parts` (in short, points) or the `whole` as it stands. */
  answerFirst: 'parts' as 'parts' | 'whole',
  /** Space shows the end of an answer before it rates it. */
  spaceScrolls: true,
  /** Line by line, as with `--plain`: for screen readers and simple terminals. */
  plain: false,
  /** Draw with ASCII characters only, as with `--ascii`. */
  ascii: false,
  /** The person's own command that judges typed answers; empty for none. */
  judge: '',
  /** Sync by itself at the start and the end of a review; see `viva sync`. */
  sync: 'off' as 'off' | 'auto',
};

/** What belongs to the machine; all else belongs to the person, and is synced. */
const OF_MACHINE: readonly (keyof Settings)[] = ['sync', 'judge', 'theme', 'plain', 'ascii'];

// Schemas cost a start of viva 3 ms, so they are made where something is to be checked.

/** What a review's outcome depends on; stored with the journal, one row a version. */
export const schedulerConfigSchema = z.lazy(() => z.strictObject(configShape()));
export type SchedulerConfig = z.infer<typeof schedulerConfigSchema>;

const configShape = once(() => ({
  /** Desired retention, 0..1. */
  retention: z.number().check(z.minimum(0.7), z.maximum(0.99)),
  learningSteps: z.array(step()).check(z.maxLength(10)),
  relearningSteps: z.array(step()).check(z.maxLength(10)),
  fuzz: z.boolean(),
  /** Longest interval, days. */
  maximumInterval: z.int().check(z.minimum(1), z.maximum(36500)),
  /** Lapses that make a card a leech. */
  leechLapses: z.int().check(z.minimum(1), z.maximum(100)),
  weights: z.array(z.number()).check(z.length(21)),
}));

function step() {
  return z.string().check(z.regex(/^[1-9]\d{0,3}[mhd]$/, 'must be steps such as 10m, 2h or 1d'));
}

/** The weights of FSRS-6. */
export const weightsSchema = z.lazy(() => configShape().weights);

const breakDays = z.lazy(() =>
  z
    .strictObject({ from: z.iso.date(), to: z.iso.date(), since: z.iso.date() })
    .check(
      z.refine(
        ({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 366 * DAY_MS,
        'must end after it begins and be at most a year long',
      ),
    ),
);
export type BreakDays = z.infer<typeof breakDays>;

const retentionRule = z.lazy(() =>
  z.strictObject({
    query: z.string().check(z.minLength(1), z.maxLength(1000)),
    retention: configShape().retention,
  }),
);
export type RetentionRule = z.infer<typeof retentionRule>;

/** Everything a person can set; what is left out gets its default. */
export const settingsSchema = z.lazy(() => z.strictObject(settingsShape()));
export type Settings = z.infer<typeof settingsSchema>;

/** The settings of a person who set nothing. */
export const DEFAULT_SETTINGS: Settings = DEFAULTS;

/** The settings that a person takes along from machine to machine. */
export const PERSONAL_SETTINGS = Object.keys(DEFAULTS).filter(isPersonal);

function isPersonal(key: string): key is keyof Settings {
  return key in DEFAULTS && !OF_MACHINE.some((own) => own === key);
}

/** Returns the schema of one setting. */
export function settingSchema<Key extends keyof Settings>(
  key: Key,
): ReturnType<typeof settingsShape>[Key] {
  return settingsShape()[key];
}

const settingsShape = once(() => {
  const config = configShape();
  return {
    retention: z._default(config.retention, DEFAULTS.retention),
    retentionRules: z._default(
      z.array(retentionRule).check(z.maxLength(50)),
      DEFAULTS.retentionRules,
    ),
    newPerDay: count(0, 9999, DEFAULTS.newPerDay),
    reviewsPerDay: count(0, 99999, DEFAULTS.reviewsPerDay),
    backlogPerDay: count(0, 99999, DEFAULTS.backlogPerDay),
    backlogNew: z._default(z.boolean(), DEFAULTS.backlogNew),
    dayStart: count(0, 23, DEFAULTS.dayStart),
    learningSteps: z._default(config.learningSteps, DEFAULTS.learningSteps),
    relearningSteps: z._default(config.relearningSteps, DEFAULTS.relearningSteps),
    fuzz: z._default(z.boolean(), DEFAULTS.fuzz),
    loadBalance: z._default(z.boolean(), DEFAULTS.loadBalance),
    easyDays: z._default(z.array(easyDay()).check(z.maxLength(7)), DEFAULTS.easyDays),
    leechLapses: z._default(config.leechLapses, DEFAULTS.leechLapses),
    maximumInterval: z._default(config.maximumInterval, DEFAULTS.maximumInterval),
    learnAhead: count(0, 1440, DEFAULTS.learnAhead),
    breaks: z._default(z.array(breakDays).check(z.maxLength(50)), DEFAULTS.breaks),
    hideStars: z._default(z.boolean(), DEFAULTS.hideStars),
    theme: z._default(
      z.enum(['auto', 'dark', 'light'], 'must be auto, dark or light'),
      DEFAULTS.theme,
    ),
    pictures: z._default(z.boolean(), DEFAULTS.pictures),
    answerFirst: z._default(
      z.enum(['parts', 'whole'], 'must be parts or whole'),
      DEFAULTS.answerFirst,
    ),
    spaceScrolls: z._default(z.boolean(), DEFAULTS.spaceScrolls),
    plain: z._default(z.boolean(), DEFAULTS.plain),
    ascii: z._default(z.boolean(), DEFAULTS.ascii),
    judge: z._default(
      z.string().check(z.maxLength(1000), z.regex(/^[^\u0000-\u001f]*$/, 'must be one line')),
      DEFAULTS.judge,
    ),
    sync: z._default(z.enum(['off', 'auto'], 'must be off or auto'), DEFAULTS.sync),
  };
});

function count(least: number, most: number, normal: number) {
  return z._default(z.int().check(z.minimum(least), z.maximum(most)), normal);
}

function easyDay() {
  return z
    .string()
    .check(
      z.regex(
        /^(mon|tue|wed|thu|fri|sat|sun)(=(0|1|0?\.\d{1,3}|1\.0{1,3}))?$/,
        'must be days (mon, tue, wed, thu, fri, sat, sun), each with a share from 0 to 1 where it is not half, such as sun=0.2',
      ),
    );
}

/**
 * Takes the part of the settings that a review's outcome depends on, and the
 * FSRS weights in force (null: the defaults).
 */
export function schedulerConfig(
  settings: Settings,
  weights: readonly number[] | null = null,
): SchedulerConfig {
  const { retention, learningSteps, relearningSteps, fuzz, maximumInterval, leechLapses } =
    settings;
  return {
    retention,
    learningSteps,
    relearningSteps,
    fuzz,
    maximumInterval,
    leechLapses,
    weights: [...(weights ?? DEFAULT_WEIGHTS)],
  };
}
