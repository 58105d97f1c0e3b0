import type { ArchiveRecord } from '../model/archive/archive.js';
import { archiveCardSchema } from '../model/archive/card.js';
import { archiveCollectionSchema } from '../model/archive/collection.js';
import { archiveConfigSchema } from '../model/archive/config.js';
import { archiveEventSchema } from '../model/archive/event.js';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchiveHead,
  archiveHeadSchema,
} from '../model/archive/head.js';
import { archiveModuleSchema } from '../model/archive/module.js';
import { archiveParametersSchema } from '../model/archive/parameters.js';
import { archivePlanSchema } from '../model/archive/plan.js';
import { VivaError } from '../model/error.js';
import type * as z from '../model/schema.js';

/** The lists of an archive as one JSON document, in their order. */
export const ARCHIVE_SECTIONS = [
  { type: 'config', name: 'configs' },
  { type: 'collection', name: 'collections' },
  { type: 'module', name: 'modules' },
  { type: 'card', name: 'cards' },
  { type: 'parameters', name: 'parameters' },
  { type: 'event', name: 'events' },
  { type: 'plan', name: 'plans' },
] as const;

/** Lists that an archive of an older viva lacks. */
export const OPTIONAL_SECTIONS: ReadonlySet<string> = new Set(['parameters', 'plans']);

/** Where in an archive something stands. */
export interface ArchivePlace {
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  /** What it is, for a person: "card 3 of the archive". */
  readonly what: string;
}

/** Checks the head of an archive. Throws VivaError 'import-failed'. */
export function parseHead(value: unknown, place: ArchivePlace): ArchiveHead {
  const version = memberOf(value, 'version');
  if (memberOf(value, 'format') !== ARCHIVE_FORMAT) {
    throw archiveError(place, 'this is not a viva archive');
  }
  if (typeof version === 'number' && version > ARCHIVE_VERSION) {
    throw archiveError(
      place,
      `the archive has version ${version}, and this viva reads version ${ARCHIVE_VERSION}`,
      'Nothing was imported. Update viva.',
    );
  }
  return checked(archiveHeadSchema, value, place);
}

/** Checks one record of an archive by its type. Throws VivaError 'import-failed'. */
export function parseRecord(type: unknown, value: unknown, place: ArchivePlace): ArchiveRecord {
  switch (type) {
    case 'config':
      return { type, value: checked(archiveConfigSchema, value, place) };
    case 'collection':
      return { type, value: checked(archiveCollectionSchema, value, place) };
    case 'module':
      return { type, value: checked(archiveModuleSchema, value, place) };
    case 'card':
      return { type, value: checked(archiveCardSchema, value, place) };
    case 'parameters':
      return { type, value: checked(archiveParametersSchema, value, place) };
    case 'event':
      return { type, value: checked(archiveEventSchema, value, place) };
    case 'plan':
      return { type, value: checked(archivePlanSchema, value, place) };
    default:
      throw archiveError(place, `its type is ${short(JSON.stringify(type) ?? 'missing')}`);
  }
}

/** Reads JSON. Throws VivaError 'import-failed'. */
export function parseJson(text: string, place: ArchivePlace): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw archiveError(place, `it is not JSON (${cause instanceof Error ? cause.message : cause})`);
  }
}

/** Returns the error for an archive; takes what is wrong, without a full stop. */
export function archiveError(
  { file, line, what }: ArchivePlace,
  wrong: string,
  hint = 'Nothing was imported. The archive is incomplete or was changed by hand: export it again.',
): VivaError {
  const place = { file, ...(line === undefined ? {} : { line }) };
  return new VivaError('import-failed', `${short(what)}: ${short(wrong)}.`, hint, { place });
}

function checked<T>(schema: z.ZodMiniType<T>, value: unknown, place: ArchivePlace): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  const message = issue?.message ?? 'wrong value';
  throw archiveError(place, path === '' ? message : `${path}: ${message}`);
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

// What an archive holds comes from elsewhere, and can be as long as it likes.
const short = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
