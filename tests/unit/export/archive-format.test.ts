import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { jsonPieces } from '../../../src/export/json.js';
import { jsonlPieces } from '../../../src/export/jsonl.js';
import { readJson } from '../../../src/export/read-json.js';
import { readJsonl } from '../../../src/export/read-jsonl.js';
import { type ArchiveRecord, archiveSchema } from '../../../src/model/archive/archive.js';
import type { VivaError } from '../../../src/model/error.js';
import { chunksOf, HEAD, RECORDS } from './archive-samples.js';

const json = (records: readonly ArchiveRecord[] = RECORDS) =>
  [...jsonPieces(HEAD, records)].join('');
const jsonl = (records: readonly ArchiveRecord[] = RECORDS) =>
  [...jsonlPieces(HEAD, records)].join('');

function failure(read: () => Iterable<unknown>): VivaError {
  try {
    for (const _ of read());
  } catch (error) {
    return error as VivaError;
  }
  throw new Error('nothing was thrown');
}

describe('both formats', () => {
  test.each([1, 2, 3, 7, 64, 1 << 16])('are read back from chunks of %i bytes', (size) => {
    expect([...readJson(chunksOf(json(), size), 'a.json')]).toEqual(RECORDS);
    expect([...readJsonl(chunksOf(jsonl(), size), 'a.jsonl')]).toEqual(RECORDS);
  });

  test('hold nothing where there is nothing', () => {
    expect([...readJson(chunksOf(json([])), 'a.json')]).toEqual([]);
    expect([...readJsonl(chunksOf(jsonl([])), 'a.jsonl')]).toEqual([]);
  });

  test('take a byte order mark, other white space and Windows line ends', () => {
    const spaced = `\ufeff${JSON.stringify(JSON.parse(json()), null, 4).replaceAll('\n', '\r\n')}`;
    expect([...readJson(chunksOf(spaced), 'a.json')]).toEqual(RECORDS);
    const lines = `\ufeff\n${jsonl().replaceAll('\n', '\r\n\r\n')}`;
    expect([...readJsonl(chunksOf(lines), 'a.jsonl')]).toEqual(RECORDS);
  });

  test('are cut off nowhere unseen', () => {
    const [whole, lines] = [json().trimEnd(), jsonl().trimEnd()];
    for (let end = 0; end < whole.length; end += 13) {
      const error = failure(() => readJson(chunksOf(whole.slice(0, end)), 'a.json'));
      expect(error.code).toBe('import-failed');
    }
    for (let end = 0; end < lines.length; end += 13) {
      const error = failure(() => readJsonl(chunksOf(lines.slice(0, end)), 'a.jsonl'));
      expect(error.code).toBe('import-failed');
    }
  });

  test('are pieces of bounded length', () => {
    const many = Array.from({ length: 3_000 }, () => RECORDS[4]!);
    const pieces = [...jsonlPieces(HEAD, many)];
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1 << 17);
  });
});

describe('JSON', () => {
  test('of before there were plans is read too', () => {
    const old = json(RECORDS.filter(({ type }) => type !== 'plan')).replace(/,\n"plans":\[\]/, '');
    expect(old).not.toContain('plans');
    expect([...readJson(chunksOf(old), 'a.json')]).toEqual(RECORDS.slice(0, -1));
  });

  test('is one document that fits its schema', () => {
    const document = JSON.parse(json());
    expect(archiveSchema.parse(document)).toEqual(document);
    expect(document).toMatchObject({ ...HEAD, cards: [{ id: 'aaaaaaaaaaa1' }] });
  });

  test('has the schema that docs/export.schema.json says', () => {
    const told = JSON.parse(readFileSync('docs/export.schema.json', 'utf8'));
    expect(told).toEqual({ title: 'An archive of viva', ...z.toJSONSchema(archiveSchema) });
  });

  test.each([
    ['no JSON at all', '# A module\n', /not JSON/],
    ['a list', '[1, 2]', /not a JSON object/],
    ['other JSON', '{"name": "left-pad", "version": "1.0.0"}', /not a viva archive/],
    ['an empty object', '{}', /not a viva archive/],
    ['a newer archive', '{"format":"viva-archive","version":2,"cards":[]}', /has version 2/],
    [
      'a list less',
      json().replace(/,\n"events":[\s\S]*\]\n\}/, '}'),
      /its list "events" is missing/,
    ],
    ['a list twice', json().replace('"cards":', '"modules":'), /"cards" is missing/],
    ['an unknown list', json().replace('"cards":', '"notes":'), /no such list/],
    ['two documents', `${json()}${json()}`, /not JSON/],
    ['a bracket too many', `${json()}]`, /not JSON/],
    ['the wrong bracket', json().replace(/\]\n\}\n$/, '}\n]\n'), /not JSON/],
  ])('%s is refused', (_, text, message) => {
    const error = failure(() => readJson(chunksOf(text), 'a.json'));
    expect(error).toMatchObject({ code: 'import-failed', place: { file: 'a.json' } });
    expect(error.message).toMatch(message);
  });
});

test('an archive of viva 0.1, without parameter sets, is read', () => {
  const old = json().replace(/,\n"parameters":[\s\S]*?\n\]/, '');
  expect(old).not.toContain('parameters');
  const rest = RECORDS.filter(({ type }) => type !== 'parameters');
  expect([...readJson(chunksOf(old), 'a.json')]).toEqual(rest);
});

test('the parts of an answer are read in the shape that a card has them', () => {
  const parts = {
    short: 'One.',
    points: [{ kind: 'wrong', text: 'no' } as const],
    followUps: [{ question: 'Why?', answer: 'So.' }],
    trap: null,
    rest: '',
  };
  const told = RECORDS.map((record) =>
    record.type === 'card' ? { ...record, value: { ...record.value, parts } } : record,
  );
  expect([...readJson(chunksOf(json(told)), 'a.json')]).toEqual(told);
  expect([...readJsonl(chunksOf(jsonl(told)), 'a.jsonl')]).toEqual(told);
  const strange = json(told).replace('"wrong"', '"worse"');
  expect(failure(() => readJson(chunksOf(strange), 'a')).message).toMatch(/parts.points.0.kind/);
});

describe('JSON Lines', () => {
  test.each([
    ['no head', jsonl().split('\n').slice(1).join('\n'), 1, /not a viva archive/],
    ['a line that is no JSON', jsonl().replace('\n', '\n{oops\n'), 2, /it is not JSON/],
    ['a line that is no object', jsonl().replace('\n', '\n[1]\n'), 2, /not a JSON object/],
    ['an unknown type', jsonl().replace('"config"', '"konfig"'), 2, /its type is "konfig"/],
    ['no type', jsonl().replace('"type":"config",', ''), 2, /its type is missing/],
    ['a line less', jsonl().replace(/\n\{"type":"card"[^\n]*/, ''), 12, /11 records, and holds 10/],
    ['more behind the end', `${jsonl()}{"type":"event"}`, 14, /after the end/],
  ])('%s is refused with its line', (_, text, line, message) => {
    const error = failure(() => readJsonl(chunksOf(text), 'a.jsonl'));
    expect(error).toMatchObject({ code: 'import-failed', place: { file: 'a.jsonl', line } });
    expect(error.message).toMatch(message);
  });
});

describe('hostile values', () => {
  const line = (type: string, change: object) => {
    const record = RECORDS.find((known) => known.type === type)!;
    return JSON.stringify({ type, ...record.value, ...change });
  };
  const read = (text: string) =>
    failure(() =>
      readJsonl(chunksOf(`{"type":"archive",${JSON.stringify(HEAD).slice(1)}\n${text}\n`), 'a'),
    );

  test.each([
    ['wrong types', line('card', { question: 5 }), /question: .*string/],
    ['no whole number', line('card', { ordinal: 1.5 }), /ordinal/],
    ['an infinite number', line('event', { at: 1 }).replace('"at":1', '"at":1e999'), /at: /],
    ['a time beyond any calendar', line('event', { at: 9e15 }), /at: /],
    ['an unknown kind of event', line('event', { kind: 'drop' }), /kind: Invalid/],
    ['a key too many', line('card', { admin: true }), /Unrecognized key: "admin"/],
    ['__proto__', line('card', {}).replace('{', '{"__proto__":{"stars":3},'), /__proto__/],
    ['a card id that is a path', line('card', { id: '../../../etc' }), /12 lower-case/],
    ['an event id that is none', line('event', { id: 'x' }), /ULID/],
    ['stars beyond three', line('card', { stars: 4 }), /stars/],
    ['a rating beyond four', line('event', { rating: 5 }), /rating/],
    ['a joined card that is live', line('card', { mergedInto: 'aaaaaaaaaaa2' }), /is retired/],
    [
      'text longer than any card',
      line('card', { answer: 'x'.repeat(20 * 1024 * 1024 + 1) }),
      /answer/,
    ],
    [
      'values in each other without end',
      line('module', {}).replace(
        '"depth":',
        `"deep":${'['.repeat(5_000)}${']'.repeat(5_000)},"depth":`,
      ),
      /nest too deep/,
    ],
  ])('%s', (_, text, message) => {
    const error = read(text);
    expect(error).toMatchObject({ code: 'import-failed', place: { file: 'a', line: 2 } });
    expect(error.message).toMatch(message);
    expect(error.message.length).toBeLessThan(300);
    expect(error.hint).toContain('Nothing was imported');
  });

  test('__proto__ among the unknown keys of a module poisons nothing', () => {
    const text = line('module', {}).replace('"depth":', '"__proto__":{"polluted":1},"depth":');
    read(text);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('a line without end is given up before it fills the memory', () => {
    let given = 0;
    function* endless() {
      const chunk = new Uint8Array(1 << 20).fill(0x20);
      for (;;) {
        given += chunk.length;
        yield chunk;
      }
    }
    expect(failure(() => readJsonl(endless(), 'a')).message).toMatch(/longer than 64 MiB/);
    expect(failure(() => readJson(endless(), 'a')).message).toMatch(/longer than 256 MiB/);
    expect(given).toBeLessThan(330 * 1024 * 1024);
  });

  test('bytes that are no UTF-8 are no text', () => {
    expect(failure(() => readJsonl([Uint8Array.of(0x7b, 0xff, 0x7d)], 'a')).message).toMatch(
      /UTF-8/,
    );
    expect(failure(() => readJson([Uint8Array.of(0x7b, 0xff, 0x7d)], 'a')).message).toMatch(
      /UTF-8/,
    );
  });
});
