import { closest, distance } from 'fastest-levenshtein';
import { VivaError } from '../../model/error.js';
import { DEFAULT_SETTINGS, type Settings, settingSchema } from '../../model/settings.js';
import { requirementOf } from '../../model/text/requirement.js';

/** Settings with commands or flags of their own. */
const STRUCTURED = ['retentionRules', 'breaks'] as const satisfies readonly (keyof Settings)[];

export type SettingKey = Exclude<keyof Settings, (typeof STRUCTURED)[number]>;

/** Every setting's key, in the order in which they are listed. */
export const SETTING_KEYS: readonly SettingKey[] =
  Object.keys(DEFAULT_SETTINGS).filter(isSettingKey);

function isSettingKey(key: string): key is SettingKey {
  return key in DEFAULT_SETTINGS && !STRUCTURED.some((own) => own === key);
}

/** Finds a setting by its key. Throws `config-invalid` naming the nearest key. */
export function settingKey(text: string): SettingKey {
  const key = SETTING_KEYS.find((known) => known.toLowerCase() === text.toLowerCase());
  if (key !== undefined) return key;
  const nearest = closest(text, [...SETTING_KEYS]);
  const hint =
    distance(text, nearest) <= 4
      ? `Did you mean "${nearest}"?`
      : 'See them with "viva config list".';
  throw new VivaError('config-invalid', `There is no setting "${text}".`, hint);
}

/**
 * Reads a setting's value as a person types it: numbers, true/false/on/off,
 * and lists with commas or blanks. Throws `config-invalid` saying what fits.
 */
export function settingValue(key: SettingKey, text: string): unknown {
  const result = settingSchema(key).safeParse(guess(key, text.trim()));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new VivaError(
    'config-invalid',
    `${key} ${issue ? requirementOf(issue) : 'is not valid'}, not "${text}".`,
    'The setting was not changed.',
  );
}

const LISTS: ReadonlySet<SettingKey> = new Set<SettingKey>([
  'learningSteps',
  'relearningSteps',
  'easyDays',
]);

function guess(key: SettingKey, text: string): unknown {
  if (key === 'judge') return text === 'none' || text === 'off' ? '' : text;
  if (LISTS.has(key)) {
    return text === '' || text === 'none' ? [] : text.split(/[\s,]+/);
  }
  if (/^(true|on|yes)$/i.test(text)) return true;
  if (/^(false|off|no)$/i.test(text)) return false;
  if (/^-?\d+(\.\d+)?%$/.test(text)) return Number.parseFloat(text) / 100;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
