import type { Database } from 'better-sqlite3';
import type { UnsentPart } from '../../app/sync/ports.js';
import type { ArchiveRecord } from '../../model/archive/archive.js';
import type { SyncRecord } from '../../model/sync-records.js';
import { EVERYTHING, type Scope, scopedRecords } from '../archive/scoped.js';
import type { ParameterTable } from '../library/parameters.js';
import { settingsOf } from './settings.js';
import { NEWEST_EVENT, type NOTED, UNSENT_EVENT } from './state.js';
import { textsOf } from './texts.js';

/** In one segment: some megabytes, which every host of git takes. */
const MAX_CARDS = 2_000;
const MAX_EVENTS = 20_000;

type Kind = keyof typeof NOTED;
type Keys = Readonly<Record<Kind, readonly number[]>>;

/** What one segment carries; events above `from` and up to `to` by their seq. */
interface Part {
  readonly keys: Keys;
  readonly from: number;
  readonly to: number;
}

/** Hands over what is not sent yet, in a transaction of its own; see `SyncStore.exportUnsent`. */
export function exportUnsent(
  db: Database,
  parameters: ParameterTable,
  write: (part: UnsentPart) => string,
): void {
  db.transaction(() => exportAll(db, parameters, write)).immediate();
}

function exportAll(
  db: Database,
  parameters: ParameterTable,
  write: (part: UnsentPart) => string,
): void {
  const number = db.prepare<[], number>('SELECT number FROM sync_state').pluck();
  const sent = db.prepare(
    'INSERT INTO sync_sent (number, events, digest) VALUES (@last, @to, @digest)',
  );
  const change = db.prepare('UPDATE sync_changes SET number = ? WHERE kind = ? AND key = ?');
  for (const { keys, from, to } of partsOf(db)) {
    const records = recordsOf(db, { keys, from, to }, parameters);
    if (records.length === 0) continue;
    const first = (number.get() ?? 0) + 1;
    const last = first + records.length - 1;
    const digest = write({ first, last, records });
    sent.run({ last, to, digest });
    for (const [kind, changed] of Object.entries(keys)) {
      for (const key of changed) change.run(last, kind, key);
    }
    db.prepare('UPDATE sync_state SET number = ?').run(last);
  }
  db.exec(`UPDATE sync_state SET events = ${NEWEST_EVENT}; DELETE FROM sync_came`);
}

/** Returns all that is in the database, as it travels; see `SyncStore.everything`. */
export function everything(db: Database, parameters: ParameterTable): SyncRecord[] {
  const keysOf = (table: string) =>
    db.prepare<[], number>(`SELECT key FROM ${table}`).pluck().all();
  return [
    ...[...scopedRecords(db, EVERYTHING, parameters)].map(travelling),
    ...settingsOf(db, keysOf('sync_settings')).map(
      (value) => ({ type: 'setting', value }) as const,
    ),
    ...textsOf(db, keysOf('past_texts')).map((value) => ({ type: 'text', value }) as const),
  ];
}

const NO_KEYS: Keys = {
  ...{ card: [], module: [], collection: [], plan: [], parameters: [], text: [], setting: [] },
};

/** First what is not an event, for events build on it. */
function partsOf(db: Database): Part[] {
  const of = (kind: Kind) =>
    db
      .prepare<[string], number>(
        'SELECT key FROM sync_changes WHERE kind = ? AND number IS NULL ORDER BY key',
      )
      .pluck()
      .all(kind);
  const cards = of('card');
  const [start, end] = eventRange(db);
  const parts: Part[] = [];
  for (let n = MAX_CARDS; n < cards.length; n += MAX_CARDS) {
    parts.push({
      keys: { ...NO_KEYS, card: cards.slice(n - MAX_CARDS, n) },
      from: start,
      to: start,
    });
  }
  const rest = cards.slice(parts.length * MAX_CARDS);
  const others = {
    ...{ module: of('module'), collection: of('collection'), plan: of('plan') },
    ...{ parameters: of('parameters'), text: of('text'), setting: of('setting') },
  };
  let from = start;
  let keys: Keys = { ...others, card: rest };
  do {
    const to = Math.min(end, from + MAX_EVENTS);
    parts.push({ keys, from, to });
    keys = NO_KEYS;
    from = to;
  } while (from < end);
  return parts;
}

function eventRange(db: Database): [from: number, to: number] {
  return (
    db
      .prepare<[], [number, number]>(`SELECT events, ${NEWEST_EVENT} FROM sync_state`)
      .raw()
      .get() ?? [0, 0]
  );
}

function recordsOf(db: Database, part: Part, parameters: ParameterTable): SyncRecord[] {
  const sets = new Set(
    db
      .prepare<[string], string>(
        'SELECT id FROM parameters WHERE key IN (SELECT value FROM json_each(?))',
      )
      .pluck()
      .all(JSON.stringify(part.keys.parameters)),
  );
  return [
    ...[...scopedRecords(db, scopeOf(part, sets), parameters)].map(travelling),
    ...settingsOf(db, part.keys.setting).map((value) => ({ type: 'setting', value }) as const),
    ...textsOf(db, part.keys.text).map((value) => ({ type: 'text', value }) as const),
  ];
}

const keysIn = (name: string) => `IN (SELECT value FROM json_each(@${name}))`;

const MODULES = `SELECT module FROM cards WHERE key ${keysIn('card')}
  UNION SELECT json_extract(own, '$.module') FROM joined_cards WHERE card ${keysIn('card')}
  UNION SELECT value FROM json_each(@module)`;

function scopeOf({ keys, from, to }: Part, sets: ReadonlySet<string>): Scope {
  const { card, module, collection, plan } = keys;
  const lists = Object.entries({ card, module, collection, plan });
  const params = Object.fromEntries(lists.map(([name, list]) => [name, JSON.stringify(list)]));
  const events = `e.seq > @from AND e.seq <= @to AND ${UNSENT_EVENT}`;
  return {
    params: { ...params, from, to },
    configs: `g.key IN (SELECT e.config FROM events e WHERE ${events})`,
    collections: `(k.key ${keysIn('collection')}
      OR k.key IN (SELECT collection FROM modules WHERE key IN (${MODULES})))`,
    modules: `m.key IN (${MODULES})`,
    cards: `c.key ${keysIn('card')}`,
    parameters: (id) => sets.has(id),
    events,
    plans: `p.key ${keysIn('plan')}`,
  };
}

/** Without what is this machine's alone, and what can be computed. */
function travelling(record: ArchiveRecord): SyncRecord {
  switch (record.type) {
    case 'collection':
      return { type: 'collection', value: { ...record.value, source: null, files: [] } };
    case 'module':
      return { type: 'module', value: { ...record.value, file: '-', line: 0 } };
    case 'card': {
      const { memory: _, ...card } = record.value;
      return { type: 'card', value: card };
    }
    default:
      return record;
  }
}
