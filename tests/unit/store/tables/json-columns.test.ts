import { describe, expect, test } from 'vitest';
import { schedulerConfig, settingsSchema } from '../../../../src/model/settings.js';
import {
  parseExtras,
  readConfig,
  readDefects,
  readNames,
  readUnknownKeys,
  writeConfig,
} from '../../../../src/store/tables/json-columns.js';

const CONFIG = schedulerConfig(settingsSchema.parse({}));

describe('JSON columns', () => {
  test('equal configurations give equal text, whatever the order of their keys', () => {
    const turned = Object.fromEntries(Object.entries(CONFIG).reverse()) as typeof CONFIG;
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(CONFIG));
    expect(writeConfig(turned)).toBe(writeConfig(CONFIG));
    expect(readConfig(writeConfig(CONFIG))).toEqual(CONFIG);
  });

  test('what fits is read', () => {
    const extras = { keyQuestion: 'Why?', insights: ['a'], code: '', reading: [], related: [] };
    expect(readNames('["Google"]')).toEqual(['Google']);
    expect(readNames('[]')).toEqual([]);
    expect(readDefects('["answer-truncated"]')).toEqual(['answer-truncated']);
    expect(parseExtras(JSON.stringify(extras))).toEqual(extras);
    expect(readUnknownKeys('{"level": {"deep": 1}}')).toEqual({ level: { deep: 1 } });
  });

  test('names read once more are the same, and what is no list of names is refused each time', () => {
    expect(readNames('["Meta", "Google"]')).toEqual(['Meta', 'Google']);
    expect(readNames('["Meta", "Google"]')).toEqual(['Meta', 'Google']);
    for (const _ of [1, 2]) expect(() => readNames('["Meta", 1]')).toThrow();
  });

  test.each([
    ['names', () => readNames('[1]')],
    ['defects', () => readDefects('["sulking"]')],
    ['extras', () => parseExtras('{}')],
    ['unknown keys', () => readUnknownKeys('[]')],
    ['a configuration', () => readConfig('{"retention": 2}')],
  ])('%s of another shape are refused', (_, read) => {
    expect(read).toThrow(expect.objectContaining({ name: '$ZodError' }));
  });
});
