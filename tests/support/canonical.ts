import type { ArchiveRecord } from '../../src/model/archive/archive.js';

/**
 * Puts what an archive says into a form that is equal for equal databases:
 * records name each other by what they are, not by keys, stand in the order of
 * their names, and leave out what is this machine's alone: the files that a
 * collection was read from, their lines, and when.
 */
export function canonical(records: Iterable<ArchiveRecord>): object {
  const all = [...records];
  const of = <T extends ArchiveRecord['type']>(type: T) =>
    all.filter((record) => record.type === type).map(({ value }) => value) as Extract<
      ArchiveRecord,
      { type: T }
    >['value'][];
  const configs = new Map(of('config').map(({ key, config }) => [key, config]));
  const collections = new Map(of('collection').map(({ key, name }) => [key, name.toLowerCase()]));
  const modules = new Map(
    of('module').map(({ key, collection, ident }) => [
      key,
      `${collections.get(collection)}/${ident}`,
    ]),
  );
  const textOf = <T extends { module: number; line: number }>({ module, line: _, ...text }: T) => ({
    ...text,
    module: modules.get(module),
  });
  return {
    collections: of('collection')
      .map(({ name, removedAt }) => [name.toLowerCase(), removedAt])
      .sort(),
    modules: sorted(
      of('module').map(({ key, collection: _, file: __, line: ___, ...module }) => ({
        ...module,
        name: modules.get(key),
      })),
      ({ name }) => name ?? '',
    ),
    cards: sorted(
      of('card').map(({ own, ...card }) => ({
        ...textOf(card),
        ...(own && { own: textOf(own) }),
      })),
      ({ id }) => id,
    ),
    events: sorted(
      of('event').map((event) =>
        event.kind === 'review' ? { ...event, config: configs.get(event.config) } : event,
      ),
      ({ id }) => id,
    ),
    parameters: sorted(of('parameters'), ({ id }) => id),
    plans: sorted(of('plan'), ({ id }) => id),
  };
}

function sorted<T>(values: T[], nameOf: (value: T) => string): T[] {
  return values.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
