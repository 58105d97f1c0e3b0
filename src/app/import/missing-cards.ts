import type { ImportPlan } from '../../model/import.js';
import type { StoredModule } from './ports.js';
import type { ReadSources } from './read-sources.js';
import { type SortedSources, STDIN_PATH } from './sources.js';

/** What was read of a collection, and the modules that are known of it. */
interface Looked {
  readonly sources: SortedSources;
  readonly stored: readonly StoredModule[];
  readonly read: ReadSources;
}

/**
 * Returns the cards that are to be retired of those that were not found again: not those of modules
 * that could not be read this time, nor those of another machine's modules that were not looked for.
 */
export function missingCards(
  plan: ImportPlan,
  { sources, stored, read }: Looked,
): ImportPlan['retired'] {
  const readNow = new Set(read.modules.map(({ key }) => key));
  const planned = new Set(plan.modules.map(({ key }) => key));
  const isStdinRead = sources.changed.some(({ record }) => record.path === STDIN_PATH);
  const isUnread = ({ module, file }: StoredModule) =>
    (read.failed.has(file) && !readNow.has(module)) ||
    (file === STDIN_PATH && !isStdinRead && !planned.has(module));
  const spared = new Set(stored.filter(isUnread).map(({ module }) => module));
  return plan.retired.filter(({ module }) => !spared.has(module));
}
