import type { Database } from 'better-sqlite3';
import type { DeckModule } from '../../model/module.js';
import { foldName } from '../../query/fold-name.js';
import { insertInto, listed } from './columns.js';
import { parseExtras, readNames, readUnknownKeys } from './json-columns.js';

/** The columns of `modules`, but for those that follow from others. */
export interface ModuleRow {
  readonly key: number;
  /** Store key of its collection. */
  readonly collection: number;
  readonly ident: string;
  readonly number: number | null;
  readonly title: string;
  readonly part: string;
  readonly emoji: string;
  readonly subtitle: string;
  /** JSON. */
  readonly tags: string;
  readonly extras: string;
  readonly unknown_keys: string;
  readonly file: string;
  readonly line: number;
  /** When an import last changed it, and when it was gone, ms since 1970. */
  readonly changed_at: number;
  readonly retired_at: number | null;
}

/** What a module says, wherever it stands. */
export const MODULE_SAID = [
  ...(['number', 'title', 'part', 'emoji', 'subtitle', 'tags', 'extras', 'unknown_keys'] as const),
] as const satisfies readonly (keyof ModuleRow)[];

/** What of a module's row its text decides. */
export const MODULE_TEXT = [...MODULE_SAID, 'title_folded', 'part_folded'] as const;

/** By what a module is known. */
const PLACE_COLUMNS = ['collection', 'ident'] as const;

/** The columns of a `ModuleRow`, to select from `modules m`. */
export const MODULE_COLUMNS = listed(
  ['key', ...PLACE_COLUMNS, ...MODULE_SAID, 'file', 'line', 'changed_at', 'retired_at'],
  'm',
);

/** Adds a module; takes its `moduleTextRow` and the columns of a `ModuleRow` that it lacks. */
export const INSERT_MODULE = insertInto('modules', [
  ...[...PLACE_COLUMNS, ...MODULE_TEXT, 'file', 'line', 'changed_at', 'retired_at'],
]);

type ModuleText = Omit<DeckModule, 'cards' | 'line'>;

/** Returns what the module that a row holds says. */
export function moduleTextOf(row: Pick<ModuleRow, (typeof MODULE_SAID)[number]>): ModuleText {
  const { number, title, part, emoji, subtitle } = row;
  return {
    ...{ number, title, part, emoji, subtitle },
    tags: readNames(row.tags),
    extras: parseExtras(row.extras),
    unknownKeys: readUnknownKeys(row.unknown_keys),
  };
}

/** Returns what a module says as columns. */
export function moduleTextRow({ number, title, part, emoji, subtitle, ...module }: ModuleText) {
  return {
    ...{ number, title, part, emoji, subtitle },
    title_folded: foldName(title),
    part_folded: foldName(part),
    tags: JSON.stringify(module.tags),
    extras: JSON.stringify(module.extras),
    unknown_keys: JSON.stringify(module.unknownKeys),
  };
}

/** Returns a function that writes a module's tags, by its store key, in place of those it had. */
export function createTagWriter(db: Database): (module: number, tags: readonly string[]) => void {
  const drop = db.prepare('DELETE FROM module_tags WHERE module = ?');
  const add = db.prepare(
    'INSERT INTO module_tags (module, name_folded, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  return (module, tags) => {
    drop.run(module);
    for (const tag of tags) add.run(module, foldName(tag), tag);
  };
}
