import { CARD_DEFECTS, type CardDefect } from '../../model/card.js';
import type { ModuleExtras } from '../../model/module.js';
import { type ParameterOrigin, parameterOriginSchema } from '../../model/parameters.js';
import * as z from '../../model/schema.js';
import {
  type SchedulerConfig,
  schedulerConfigSchema,
  weightsSchema,
} from '../../model/settings.js';

/*
 * JSON columns cross an edge: an older viva, or another program, wrote them.
 * The table's CHECKs make sure of JSON; what does not fit its schema throws a
 * ZodError, which the store reports as a damaged database.
 */

// Made when there is something to read: many a command reads none of them.
const names = z.lazy(() => z.array(z.string()));
const defects = z.lazy(() => z.array(z.enum(CARD_DEFECTS)));
const unknownKeys = z.lazy(() => z.record(z.string(), z.unknown()));
const extras = z.lazy(() =>
  z.object({
    keyQuestion: z.string(),
    insights: z.array(z.string()),
    code: z.string(),
    reading: z.array(z.object({ title: z.string(), url: z.string(), note: z.string() })),
    related: z.array(z.string()),
  }),
);

/** Writes a list of names; of most cards it is empty. */
export function writeNames(list: readonly string[]): string {
  return list.length === 0 ? '[]' : JSON.stringify(list);
}

/** Lists of names by their JSON: thousands of cards have the same companies and tags. */
const namesRead = new Map<string, readonly string[]>();
const MAX_NAMES_READ = 10_000;

/** Reads a list of names (companies, tags). */
export function readNames(json: string): readonly string[] {
  if (json === '[]') return [];
  const known = namesRead.get(json);
  if (known !== undefined) return known;
  const read = names.parse(JSON.parse(json));
  if (namesRead.size === MAX_NAMES_READ) namesRead.clear();
  namesRead.set(json, read);
  return read;
}

/** Reads a card's list of defects. */
export function readDefects(json: string): readonly CardDefect[] {
  return json === '[]' ? [] : defects.parse(JSON.parse(json));
}

/** Reads what a module holds beside its questions. */
export function parseExtras(json: string): ModuleExtras {
  return extras.parse(JSON.parse(json));
}

/** Reads a module's front-matter keys that the format does not know. */
export function readUnknownKeys(json: string): Readonly<Record<string, unknown>> {
  return unknownKeys.parse(JSON.parse(json));
}

/** Reads a scheduler configuration. */
export function readConfig(json: string): SchedulerConfig {
  return schedulerConfigSchema.parse(JSON.parse(json));
}

/** Writes a configuration, its keys in the schema's order: equal ones give equal text. */
export function writeConfig(config: SchedulerConfig): string {
  return JSON.stringify(schedulerConfigSchema.parse(config));
}

/** Reads FSRS weights. */
export function readWeights(json: string): readonly number[] {
  return weightsSchema.parse(JSON.parse(json));
}

/** Writes FSRS weights. Throws ZodError for what are none. */
export function writeWeights(weights: readonly number[]): string {
  return JSON.stringify(weightsSchema.parse(weights));
}

/** Reads where a parameter set comes from. */
export function readOrigin(json: string): ParameterOrigin {
  return parameterOriginSchema.parse(JSON.parse(json));
}

/** Writes where a parameter set comes from, its keys in the schema's order. */
export function writeOrigin(origin: ParameterOrigin): string {
  return JSON.stringify(parameterOriginSchema.parse(origin));
}
