import { duplicateModules, duplicateQuestions } from '../../deck/check/duplicates.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { FileRecord, SourcedModule } from '../../model/import.js';
import { type DeckModule, moduleKey } from '../../model/module.js';
import { MODULE_SHAPE, NOTHING_REPAIRED, type ReadFile, type Repaired } from './read-modules.js';
import type { FileReading } from './report.js';
import type { SortedSources } from './sources.js';

/** Files read this time, and what they hold. */
export interface ReadSources {
  readonly modules: readonly SourcedModule[];
  readonly diagnostics: readonly Diagnostic[];
  readonly repaired: Repaired;
  readonly readings: readonly FileReading[];
  /** Files with an error: what was imported of them before stays as it was. */
  readonly failed: ReadonlySet<string>;
}

/** Puts together what the changed files hold. `kept` has the keys of modules that stay as they are. */
export function readSources(
  sources: SortedSources,
  kept: ReadonlyMap<string, number>,
): ReadSources {
  const keys = new Set(kept.keys());
  const modules: SourcedModule[] = [];
  const diagnostics: Diagnostic[] = [];
  const readings: FileReading[] = [];
  const failed = new Set<string>();
  let repaired = NOTHING_REPAIRED;
  for (const { record, read } of sources.changed) {
    diagnostics.push(...read.diagnostics);
    repaired = addRepaired(repaired, read.repaired);
    if (read.reading !== null) readings.push({ file: record.path, ...read.reading });
    if (read.diagnostics.some((d) => d.severity === 'error')) failed.add(record.path);
    modules.push(...withKeys(record.path, read, keys));
  }
  diagnostics.push(...duplicateModules(modules), ...duplicateQuestions(modules));
  return { modules, diagnostics, repaired, readings, failed };
}

function withKeys(path: string, file: ReadFile, taken: Set<string>): SourcedModule[] {
  const isOwnFormat = file.reading?.shape === MODULE_SHAPE;
  return file.modules.map((read) => {
    const module = isOwnFormat ? read : distinctModule(read, taken);
    const wanted = moduleKey(module);
    let key = wanted;
    for (let n = 2; taken.has(key); n++) key = `${wanted}~${n}`;
    taken.add(key);
    return { file: path, key, module };
  });
}

/** Sections of several lists are called the same: the later one is told apart by where it stands. */
function distinctModule(module: DeckModule, taken: ReadonlySet<string>): DeckModule {
  const { title, part } = module;
  let name = title;
  if (taken.has(moduleKey(module)) && part !== '') name = `${title} (${part})`;
  for (let n = 2; taken.has(moduleKey({ ...module, title: name })); n++) name = `${title} (${n})`;
  return { ...module, title: name };
}

function addRepaired(a: Repaired, b: Repaired): Repaired {
  return {
    encoding: a.encoding + b.encoding,
    lost: a.lost + b.lost,
    residue: a.residue + b.residue,
  };
}

/** Returns the records to keep. A file with an error is read again next time, even if it does not change. */
export function recordsToKeep(sources: SortedSources, failed: ReadonlySet<string>): FileRecord[] {
  const read = sources.changed.map(({ record }) =>
    failed.has(record.path) ? { ...record, hash: '', mtimeMs: 0 } : record,
  );
  return [...read, ...sources.touched];
}
