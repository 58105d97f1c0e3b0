import { type DeckModule, moduleKey } from '../../model/module.js';
import type { Moment } from '../../model/moment.js';
import { readModules } from '../import/read-modules.js';
import { ownCollection } from './own-collection.js';
import type { EditPorts } from './ports.js';
import { isPacked } from './targets.js';

/** A module that cards can be put into. */
export interface FoundModule {
  readonly collection: string;
  readonly key: string;
  readonly file: string;
  readonly module: DeckModule;
  readonly isOwn: boolean;
}

/** What a module is called by. */
type Wanted = Pick<DeckModule, 'title' | 'number'>;

/**
 * Finds a module by its title, or by its number where that is given: one that
 * the person can write to before one of other people. Null where there is none.
 */
export function findModule(wanted: Wanted, moment: Moment, ports: EditPorts): FoundModule | null {
  return inOwnFolder(wanted, ports) ?? inStore(wanted, moment, ports);
}

/** The person's own modules may hold no card yet, of which the store knows nothing. */
function inOwnFolder(wanted: Wanted, { store, files, folders }: EditPorts): FoundModule | null {
  if (files.kindOf(folders.cards) !== 'folder') return null;
  const collection = ownCollection(store.sources(), folders.cards);
  for (const { path } of files.findModuleFiles(folders.cards)) {
    for (const module of readModules(path, files.readBytes(path)).modules) {
      if (!isNamed(module, wanted)) continue;
      return { collection, key: moduleKey(module), file: path, module, isOwn: true };
    }
  }
  return null;
}

function inStore(wanted: Wanted, moment: Moment, ports: EditPorts): FoundModule | null {
  const { store } = ports;
  const query =
    wanted.number === null
      ? ({ kind: 'module-title', title: wanted.title } as const)
      : ({ kind: 'module', number: wanted.number } as const);
  const found = store.modulesFor(query, moment).flatMap((each): FoundModule[] => {
    const root = ports.rootOf(each.collection);
    if (root === null || !isNamed(each.module, wanted)) return [];
    const stored = store.storedCards(each.collection, [each.file]);
    const key = stored.find(({ id }) => each.ids.includes(id))?.module ?? moduleKey(each.module);
    const { collection, file, module } = each;
    return [{ collection, key, file, module, isOwn: root.isOwn && !isPacked(file) }];
  });
  return found.find(({ isOwn }) => isOwn) ?? found[0] ?? null;
}

const folded = (text: string) => text.trim().toLowerCase();

/** A number alone is enough where the title was not given. */
function isNamed(module: DeckModule, wanted: Wanted): boolean {
  if (wanted.number !== null) return module.number === wanted.number;
  return folded(module.title) === folded(wanted.title);
}

/** Reads what a person calls a module by: its number, or its title. */
export function moduleReference(text: string): Wanted {
  const isNumber = /^\d{1,9}$/.test(text.trim());
  return { title: text.trim(), number: isNumber ? Number(text) : null };
}

/** Returns the title of the module that a person means, or what they call one that is to be made. */
export function moduleTitle(text: string, moment: Moment, ports: EditPorts): string {
  return findModule(moduleReference(text), moment, ports)?.module.title ?? text.trim();
}
