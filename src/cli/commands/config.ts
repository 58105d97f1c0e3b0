import {
  SETTING_KEYS,
  type SettingKey,
  settingKey,
  settingValue,
} from '../../app/upkeep/settings.js';
import * as z from '../../model/schema.js';
import { visibleLine } from '../../model/text/visible.js';
import { checkSettings, readRawSettings, writeRawSettings } from '../../platform/settings-file.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { renderTable } from '../render/table.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { ruleCommand } from './config/retention-rules.js';

export const command = defineCommand({
  name: 'config',
  summary: 'List, get and set settings; unset restores the default.',
  arguments: '[action] [key] [value]',
  words: [['list', 'get', 'set', 'unset'], SETTING_KEYS, []],
  takesQuery: false,
  options: [
    {
      flags: '--for <query>',
      description:
        'retention for the cards of a query; where several rules match, the last one counts',
    },
  ],
  examples: [
    'viva config list',
    'viva config get retention',
    'viva config set newPerDay 20',
    'viva config set learningSteps "1m 10m 1d"',
    'viva config unset newPerDay',
    "viva config set retention 0.95 --for 'company:anthropic difficulty:3'",
    "viva config unset retention --for 'company:anthropic difficulty:3'",
    'viva config set easyDays sat=0.5,sun=0',
  ],
  flags: z.object({ for: z.optional(z.string()), json: z._default(z.boolean(), false) }),
  run(context, [action = 'list', key, value], { for: query, json }) {
    if (query !== undefined) return ruleCommand(context, { action, key, value, query, json });
    switch (action) {
      case 'list':
        return list(context, json);
      case 'get':
        return get(context, keyOf(action, key), json);
      case 'set':
        if (value === undefined) throw usageError('Use config set KEY VALUE.');
        return set(context, keyOf(action, key), value, json);
      case 'unset':
        return set(context, keyOf(action, key), undefined, json);
      default:
        throw usageError(
          `"${action}" is not an action of viva config.`,
          'Use list, get, set or unset.',
        );
    }
  },
});

function keyOf(action: string, key: string | undefined): SettingKey {
  if (key !== undefined) return settingKey(key);
  throw usageError(
    `config ${action} needs the name of a setting.`,
    'See them with "viva config list".',
  );
}

function list(context: Context, json: boolean): number {
  const settings = context.settings();
  if (json) writeJson(context, { settings });
  else {
    const raw = readRawSettings(context.paths.settings);
    const rows = SETTING_KEYS.map((key) => [
      key,
      shown(settings[key]),
      key in raw ? 'set' : 'default',
    ]);
    for (const { query, retention } of settings.retentionRules) {
      rows.push([`retention --for ${visibleLine(query)}`, shown(retention), 'set']);
    }
    writeLines(context, [
      renderTable(
        [{ title: 'setting' }, { title: 'value' }, { title: '' }],
        rows,
        context.stdout.cutAt,
      ),
    ]);
  }
  return 0;
}

function get(context: Context, key: SettingKey, json: boolean): number {
  const value = context.settings()[key];
  if (json) writeJson(context, { key, value });
  else writeLines(context, [shown(value)]);
  return 0;
}

function set(context: Context, key: SettingKey, text: string | undefined, json: boolean): number {
  const path = context.paths.settings;
  const raw = readRawSettings(path);
  if (text === undefined) delete raw[key];
  else raw[key] = settingValue(key, text);
  const settings = checkSettings(raw, path);
  writeRawSettings(path, raw);
  if (json) writeJson(context, { key, value: settings[key] });
  else writeLines(context, [`${key} = ${shown(settings[key])}`]);
  return 0;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(' ');
  return String(value);
}
