import * as z from './schema.js';

const step = z
  .string()
  .check(z.regex(/^[1-9]\d{0,3}[mhd]$/, 'a step is a number with m, h or d, such as 10m'));

/** FSRS-6 default weights, as published with ts-fsrs 5 (open-spaced-repetition). */
export const DEFAULT_WEIGHTS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/** What a review's outcome depends on; stored with the journal, one row a version. */
export const schedulerConfigSchema = z.strictObject({
  /** Desired retention, 0..1. */
  retention: z.number().check(z.minimum(0.7), z.maximum(0.99)),
  learningSteps: z.array(step).check(z.maxLength(10)),
  relearningSteps: z.array(step).check(z.maxLength(10)),
  fuzz: z.boolean(),
  /** Longest interval, days. */
  maximumInterval: z.int().check(z.minimum(1), z.maximum(36500)),
  /** Lapses that make a card a leech. */
  leechLapses: z.int().check(z.minimum(1), z.maximum(100)),
  weights: z.array(z.number()).check(z.length(21)),
});
export type SchedulerConfig = z.infer<typeof schedulerConfigSchema>;

const breakDays = z
  .strictObject({ from: z.iso.date(), to: z.iso.date(), since: z.iso.date() })
  .check(
    z.refine(
      ({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 366 * 86_400_000,
      'a break ends after it begins and is at most a year long',
    ),
  );

/** Everything a person can set, with its default. */
export const settingsSchema = z.strictObject({
  retention: z._default(schedulerConfigSchema.shape.retention, 0.9),
  /** Other retentions for the cards of a query; of several that fit the last one counts. */
  retentionRules: z._default(
    z
      .array(
        z.strictObject({
          query: z.string().check(z.minLength(1), z.maxLength(1000)),
          retention: schedulerConfigSchema.shape.retention,
        }),
      )
      .check(z.maxLength(50)),
    [],
  ),
  newPerDay: z._default(z.int().check(z.minimum(0), z.maximum(9999)), 10),
  reviewsPerDay: z._default(z.int().check(z.minimum(0), z.maximum(99999)), 200),
  /** Reviews a day while a backlog is worked off; 0: twice the usual load. */
  backlogPerDay: z._default(z.int().check(z.minimum(0), z.maximum(99999)), 0),
  /** Introduce new cards although a backlog is being worked off. */
  backlogNew: z._default(z.boolean(), false),
  /** Local hour at which a study day begins. */
  dayStart: z._default(z.int().check(z.minimum(0), z.maximum(23)), 4),
  learningSteps: z._default(schedulerConfigSchema.shape.learningSteps, ['1m', '10m']),
  relearningSteps: z._default(schedulerConfigSchema.shape.relearningSteps, ['10m']),
  fuzz: z._default(z.boolean(), true),
  /** Choose days with few cards due within the range of fuzz. */
  loadBalance: z._default(z.boolean(), true),
  /** Weekdays with less than a full share of the reviews: `sun` for half, `sun=0.2`, `sun=0`. */
  easyDays: z._default(
    z
      .array(
        z
          .string()
          .check(
            z.regex(
              /^(mon|tue|wed|thu|fri|sat|sun)(=(0|1|0?\.\d{1,3}|1\.0{1,3}))?$/,
              'an easy day is mon, tue, wed, thu, fri, sat or sun, with a share from 0 to 1 such as sun=0.5',
            ),
          ),
      )
      .check(z.maxLength(7)),
    [],
  ),
  leechLapses: z._default(schedulerConfigSchema.shape.leechLapses, 8),
  maximumInterval: z._default(schedulerConfigSchema.shape.maximumInterval, 36500),
  /** Minutes by which the end of a session may run ahead of a learning step. */
  learnAhead: z._default(z.int().check(z.minimum(0), z.maximum(1440)), 20),
  /** Days off; see `viva break`. */
  breaks: z._default(z.array(breakDays).check(z.maxLength(50)), []),
  /** Hide the stars until the answer shows: they leak a hint. */
  hideStars: z._default(z.boolean(), false),
});
export type Settings = z.infer<typeof settingsSchema>;
export type RetentionRule = Settings['retentionRules'][number];
export type BreakDays = Settings['breaks'][number];

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
