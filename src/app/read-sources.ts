import { duplicateModules } from '../deck/duplicates.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { FileRecord, SourcedModule } from '../model/import.js';
import { moduleKey } from '../model/module.js';
import { NOTHING_REPAIRED, type ReadFile, type Repaired, readModules } from './read-modules.js';
import type { SortedSources } from './sources.js';

/** Files read this time, and what they hold. */
export interface ReadSources {
  readonly modules: readonly SourcedModule[];
  readonly diagnostics: readonly Diagnostic[];
  readonly repaired: Repaired;
  /** Files with an error: what was imported of them before stays as it was. */
  readonly failed: ReadonlySet<string>;
}

/**
 * Reads the files that changed. `kept` holds the keys of modules that stay as
 * they are; `progress` is told how many files have been read.
 */
export function readSources(
  sources: SortedSources,
  kept: ReadonlyMap<string, number>,
  progress?: (done: number, total: number) => void,
): ReadSources {
  const keys = new Set(kept.keys());
  const modules: SourcedModule[] = [];
  const diagnostics: Diagnostic[] = [];
  const failed = new Set<string>();
  let repaired = NOTHING_REPAIRED;
  sources.changed.forEach(({ record, bytes }, done) => {
    progress?.(done, sources.changed.length);
    const file = readModules(record.path, bytes);
    diagnostics.push(...file.diagnostics);
    repaired = addRepaired(repaired, file.repaired);
    if (file.diagnostics.some((d) => d.severity === 'error')) failed.add(record.path);
    modules.push(...withKeys(record.path, file, keys));
  });
  diagnostics.push(...duplicateModules(modules));
  return { modules, diagnostics, repaired, failed };
}

function withKeys(path: string, file: ReadFile, taken: Set<string>): SourcedModule[] {
  return file.modules.map((module) => {
    const wanted = moduleKey(module);
    let key = wanted;
    for (let n = 2; taken.has(key); n++) key = `${wanted}~${n}`;
    taken.add(key);
    return { file: path, key, module };
  });
}

function addRepaired(a: Repaired, b: Repaired): Repaired {
  return {
    encoding: a.encoding + b.encoding,
    lost: a.lost + b.lost,
    residue: a.residue + b.residue,
  };
}

/** Gives the records to keep. A file with an error is read again next time, even if it does not change. */
export function recordsToKeep(sources: SortedSources, failed: ReadonlySet<string>): FileRecord[] {
  const read = sources.changed.map(({ record }) =>
    failed.has(record.path) ? { ...record, hash: '', mtimeMs: 0 } : record,
  );
  return [...read, ...sources.touched];
}
