import type { SyncRecord } from '../model/sync-records.js';

/**
 * Returns a function that gives records keys that no other segment's records
 * have: a key means something within its segment alone. `base` is above all
 * keys that were given before; `highest` is told of each that is given.
 */
export function renumberer(base: number, highest: (key: number) => void) {
  const shifted = (key: number): number => {
    highest(base + key);
    return base + key;
  };
  return (record: SyncRecord): SyncRecord => {
    switch (record.type) {
      case 'config':
      case 'collection':
        return withValue(record, { key: shifted(record.value.key) });
      case 'module': {
        const { key, collection } = record.value;
        return withValue(record, { key: shifted(key), collection: shifted(collection) });
      }
      case 'card': {
        const { module, own } = record.value;
        const ownText = own && { own: { ...own, module: shifted(own.module) } };
        return withValue(record, { module: shifted(module), ...ownText });
      }
      case 'event':
        if (record.value.kind !== 'review') return record;
        return withValue(record, { config: shifted(record.value.config) });
      default:
        return record;
    }
  };
}

function withValue(record: SyncRecord, value: object): SyncRecord {
  return { type: record.type, value: { ...record.value, ...value } } as SyncRecord;
}
