import * as z from 'zod';

const step = z
  .string()
  .regex(/^[1-9]\d{0,3}[mhd]$/, 'a step is a number with m, h or d, such as 10m');

/** FSRS-6 default weights, as published with ts-fsrs 5 (open-spaced-repetition). */
export const DEFAULT_WEIGHTS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/** What a review's outcome depends on; stored with the journal, one row a version. */
export const schedulerConfigSchema = z.strictObject({
  /** Desired retention, 0..1. */
  retention: z.number().min(0.7).max(0.99),
  learningSteps: z.array(step).max(10),
  relearningSteps: z.array(step).max(10),
  fuzz: z.boolean(),
  /** Longest interval, days. */
  maximumInterval: z.int().min(1).max(36500),
  /** Lapses that make a card a leech. */
  leechLapses: z.int().min(1).max(100),
  weights: z.array(z.number()).length(21),
});
export type SchedulerConfig = z.infer<typeof schedulerConfigSchema>;

const breakDays = z
  .strictObject({ from: z.iso.date(), to: z.iso.date(), since: z.iso.date() })
  .refine(
    ({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 366 * 86_400_000,
    'a break ends after it begins and is at most a year long',
  );

/** Everything a person can set, with its default. */
export const settingsSchema = z.strictObject({
  retention: schedulerConfigSchema.shape.retention.default(0.9),
  /** Other retentions for the cards of a query; of several that fit the last one counts. */
  retentionRules: z
    .array(
      z.strictObject({
        query: z.string().min(1).max(1000),
        retention: schedulerConfigSchema.shape.retention,
      }),
    )
    .max(50)
    .default([]),
  newPerDay: z.int().min(0).max(9999).default(10),
  reviewsPerDay: z.int().min(0).max(99999).default(200),
  /** Reviews a day while a backlog is worked off; 0: twice the usual load. */
  backlogPerDay: z.int().min(0).max(99999).default(0),
  /** Introduce new cards although a backlog is being worked off. */
  backlogNew: z.boolean().default(false),
  /** Local hour at which a study day begins. */
  dayStart: z.int().min(0).max(23).default(4),
  learningSteps: schedulerConfigSchema.shape.learningSteps.default(['1m', '10m']),
  relearningSteps: schedulerConfigSchema.shape.relearningSteps.default(['10m']),
  fuzz: z.boolean().default(true),
  /** Choose days with few cards due within the range of fuzz. */
  loadBalance: z.boolean().default(true),
  /** Weekdays with less than a full share of the reviews: `sun` for half, `sun=0.2`, `sun=0`. */
  easyDays: z
    .array(
      z
        .string()
        .regex(
          /^(mon|tue|wed|thu|fri|sat|sun)(=(0|1|0?\.\d{1,3}|1\.0{1,3}))?$/,
          'an easy day is mon, tue, wed, thu, fri, sat or sun, with a share from 0 to 1 such as sun=0.5',
        ),
    )
    .max(7)
    .default([]),
  leechLapses: schedulerConfigSchema.shape.leechLapses.default(8),
  maximumInterval: schedulerConfigSchema.shape.maximumInterval.default(36500),
  /** Minutes by which the end of a session may run ahead of a learning step. */
  learnAhead: z.int().min(0).max(1440).default(20),
  /** Days off; see `viva break`. */
  breaks: z.array(breakDays).max(50).default([]),
  /** Hide the stars until the answer shows: they leak a hint. */
  hideStars: z.boolean().default(false),
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
