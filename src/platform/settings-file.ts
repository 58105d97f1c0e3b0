import { statSync } from 'node:fs';
import type { PersonalSettings } from '../app/sync/ports.js';
import { VivaError } from '../model/error.js';
import * as z from '../model/schema.js';
import {
  DEFAULT_SETTINGS,
  PERSONAL_SETTINGS,
  type Settings,
  settingSchema,
  settingsSchema,
} from '../model/settings.js';
import { requirementOf } from '../model/text/requirement.js';
import { kindOf, readBytes, writeWhole } from './files.js';

const fileSchema = z.lazy(() => z.record(z.string(), z.unknown()));

/** Reads what the settings file says, unchecked; an absent file says nothing. */
export function readRawSettings(path: string): Record<string, unknown> {
  if (kindOf(path) === 'missing') return {};
  try {
    return fileSchema.parse(JSON.parse(new TextDecoder().decode(readBytes(path))));
  } catch (cause) {
    if (cause instanceof VivaError) throw cause;
    throw new VivaError(
      'config-invalid',
      'The settings file is not a JSON object.',
      `Fix or delete "${path}"; without it the defaults apply.`,
      { place: { file: path }, cause },
    );
  }
}

/** Reads the settings, defaults filled in. Throws `config-invalid` naming the key at fault. */
export function readSettings(path: string): Settings {
  const raw = readRawSettings(path);
  return Object.keys(raw).length === 0 ? DEFAULT_SETTINGS : checkSettings(raw, path);
}

/** How often this process has written settings. */
let written = 0;

/**
 * Watches the settings file: returns a function that returns what it says at
 * each call, the same object while it does not change. Within one stretch of work, up to the next
 * `await`, the file is looked at once: a key or a command asks some twenty times. While it cannot be read
 * any more, or says something invalid, what it said before holds. Throws as
 * `readSettings` does where the first reading fails.
 */
export function watchSettings(path: string): () => Settings {
  let read = stampOf(path);
  let settings = readSettings(path);
  let looked = -1;
  return () => {
    if (looked === written) return settings;
    looked = written;
    // Not queueMicrotask, for which Node makes an object that watches it.
    void Promise.resolve().then(() => {
      looked = -1;
    });
    const now = stampOf(path);
    if (now === read) return settings;
    read = now;
    try {
      settings = readSettings(path);
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
    }
    return settings;
  };
}

function stampOf(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.ino}:${stats.mtimeNs}:${stats.size}`;
}

/** Checks settings against the schema; `path` is for the error's place. */
export function checkSettings(raw: Record<string, unknown>, path: string): Settings {
  const result = settingsSchema.safeParse(raw);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const key = issue?.path.join('.') || 'a key';
  throw new VivaError(
    'config-invalid',
    `The setting "${key}" ${issue ? requirementOf(issue) : 'is not valid'}.`,
    `Set it with "viva config set", or edit "${path}".`,
    { place: { file: path } },
  );
}

/** Writes the settings a person has set (defaults are not written). */
export function writeRawSettings(path: string, raw: Record<string, unknown>): void {
  writeWhole(path, `${JSON.stringify(raw, null, 2)}\n`);
  written += 1;
}

/** Makes the access to the settings that are synced. */
export function personalSettings(path: string): PersonalSettings {
  const accepts = (name: string, value: unknown) => {
    const key = PERSONAL_SETTINGS.find((known) => known === name);
    return key !== undefined && (value === null || settingSchema(key).safeParse(value).success);
  };
  return {
    read() {
      const raw = readRawSettings(path);
      return Object.fromEntries(PERSONAL_SETTINGS.map((key) => [key, raw[key] ?? null]));
    },
    accepts,
    write(values) {
      const raw = readRawSettings(path);
      for (const [name, value] of Object.entries(values)) {
        if (value === null) delete raw[name];
        else raw[name] = value;
      }
      checkSettings(raw, path);
      writeRawSettings(path, raw);
    },
  };
}
