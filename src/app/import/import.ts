import { basename, extname } from 'node:path';
import { asInSource, layOver, withAdded } from '../../deck/edit/lay-over.js';
import { planImport } from '../../deck/identity/plan-import.js';
import { VivaError } from '../../model/error.js';
import type { CardId } from '../../model/ids.js';
import type { ImportChange, ImportPlan } from '../../model/import.js';
import { isAddress, repositoryName } from './address.js';
import {
  type FoundChoice,
  findChoice,
  type GivenChoice,
  isSameChoice,
  NOTHING_GIVEN,
} from './choice.js';
import { missingCards } from './missing-cards.js';
import {
  type CollectionOverlays,
  isBelow,
  type OverlayChanges,
  overlayChanges,
  overlaysFor,
  readAnyway,
} from './overlays.js';
import type { Files, Library, StoredModule } from './ports.js';
import { type ReadSources, readSources, recordsToKeep } from './read-sources.js';
import { findReplaced } from './replaced.js';
import { type ImportReport, reportImport } from './report.js';
import { type ImportRoot, type SortedSources, STDIN_PATH, sortSources } from './sources.js';
import { withoutCopies } from './without-copies.js';

export interface ImportRequest {
  readonly root: ImportRoot;
  /** Name of the collection; null to name it after its root. */
  readonly as: string | null;
  readonly dryRun: boolean;
  /** How files are to be read where they do not tell by themselves. */
  readonly choice?: GivenChoice;
  /** How many of the new cards the report shows whole. */
  readonly samples?: number;
  /** Absolute path of the folder of the person's edits, which lie over sources; see `overlays.ts`. */
  readonly edits: string;
  /** Write nothing where histories would go; see `findReplaced`. */
  readonly holdBack?: boolean;
  /** ms since 1970. */
  readonly now: number;
  /** Told how many of the files that may have changed have been read. */
  readonly progress?: (done: number, total: number) => void;
}

/** What an import has read, before it is written. */
interface Prepared {
  readonly collection: string;
  /** `Library.changes` when the reading began. */
  readonly changes: number;
  readonly choice: FoundChoice;
  readonly sources: SortedSources;
  readonly overlays: CollectionOverlays;
  readonly changedOverlays: OverlayChanges;
  readonly stored: readonly StoredModule[];
  readonly kept: ReadonlyMap<string, number>;
  readonly read: ReadSources;
}

/**
 * Imports a root into its collection: find the files that changed, read their
 * modules, pair their cards with the stored ones, write it all or nothing.
 * Nobody else writes between the pairing and the writing. With `holdBack`
 * nothing is written where the report names replaced modules.
 */
export function importDecks(request: ImportRequest, store: Library, files: Files): ImportReport {
  const prepared = prepare(request, store, files);
  if (request.dryRun || !hasChanges(prepared)) {
    return reportOn(request, prepared, planFor(prepared, store));
  }
  return store.exclusively(() => {
    // Reading takes long and needs no lock; where another viva wrote meanwhile, it is done again.
    const current =
      store.changes() === prepared.changes ? prepared : prepare(request, store, files);
    const plan = planFor(current, store);
    const replaced = request.holdBack ? findReplaced(plan, store) : [];
    if (replaced.length > 0) return { ...reportOn(request, current, plan), replaced };
    if (hasChanges(current) && !isFailedStart(current, plan, store)) {
      store.applyImport(changeFor(request, current, plan));
    }
    return reportOn(request, current, plan);
  });
}

function prepare(request: ImportRequest, store: Library, files: Files): Prepared {
  const changes = store.changes();
  const collection = collectionName(request, store);
  const known = store.filesOf(collection);
  const stored = store.moduleFiles(collection);
  const overlays = overlaysFor(request.edits, collection, files);
  const changedOverlays = overlayChanges(request.edits, overlays, known);
  const before = store.keptChoice(collection);
  const choice = findChoice(request.choice ?? NOTHING_GIVEN, request.root, before, files);
  const sources = sortSources(
    request.root,
    known.filter(({ path }) => !isBelow(request.edits, path)),
    files,
    {
      ...choice,
      readsAll: !isSameChoice(choice.kept, before),
      progress: request.progress,
      readAnyway: (isAnyNew) => readAnyway(overlays, changedOverlays, stored, isAnyNew),
    },
  );
  const isUnchanged = !differs(sources) && !differs(changedOverlays);
  const ownFiles = isUnchanged ? overlays.files.map(({ path }) => path) : [];
  const kept = keptModules(stored, [...sources.unchanged, ...ownFiles]);
  const read = readSources(sources, kept);
  return { collection, changes, choice, sources, overlays, changedOverlays, stored, kept, read };
}

function hasChanges({ sources, changedOverlays }: Prepared): boolean {
  return sources.touched.length > 0 || differs(sources) || differs(changedOverlays);
}

const differs = ({ changed, gone }: Record<'changed' | 'gone', readonly unknown[]>) =>
  changed.length + gone.length > 0;

/** Would the import make a collection in which nothing was found? */
function isFailedStart({ collection }: Prepared, plan: ImportPlan, store: Library): boolean {
  if (plan.modules.length > 0) return false;
  return store.sources().every(({ name }) => name.toLowerCase() !== collection.toLowerCase());
}

function reportOn(
  request: ImportRequest,
  { collection, kept, stored, read }: Prepared,
  plan: ImportPlan,
): ImportReport {
  const before = new Set(stored.map(({ module }) => module));
  return reportImport({ collection, request, plan, kept, stored: before, read });
}

function changeFor(
  { root, now }: ImportRequest,
  { collection, choice, sources, changedOverlays, read }: Prepared,
  plan: ImportPlan,
): ImportChange {
  return {
    collection,
    source: sourceOf(root),
    choice: choice.kept,
    at: now,
    plan,
    files: [...recordsToKeep(sources, read.failed), ...changedOverlays.changed],
    goneFiles: [...sources.gone, ...changedOverlays.gone],
  };
}

function collectionName(request: ImportRequest, store: Library): string {
  const { root } = request;
  const source = sourceOf(root);
  const name = request.as ?? (source === null ? 'stdin' : nameOf(source));
  const holder = store.sources().find((c) => c.name.toLowerCase() === name.toLowerCase());
  if (request.as !== null || holder === undefined || holder.source === source) return name;
  // It came from another machine, whose path is not one of this one, or from standard input.
  if (holder.source === null) return name;
  throw new VivaError(
    'collection-conflict',
    `A collection "${holder.name}" already comes from "${holder.source}".`,
    `Use --as NAME to keep both, or --as ${holder.name} to replace it with this one.`,
  );
}

/** What a collection is known to come from: a path, an address, or null for standard input. */
function sourceOf(root: ImportRoot): string | null {
  return root.kind === 'path' ? (root.address ?? root.path) : null;
}

function nameOf(path: string): string {
  if (isAddress(path)) return repositoryName(path);
  const name = basename(path);
  return name.slice(0, name.length - extname(name).length) || name;
}

/** Modules of unchanged files, which stay as they are: key → number of live cards. */
function keptModules(
  stored: readonly StoredModule[],
  files: readonly string[],
): Map<string, number> {
  const unchanged = new Set(files);
  const inUnchanged = stored.filter(({ file }) => unchanged.has(file));
  return new Map(inUnchanged.map(({ module, cards }) => [module, cards]));
}

function planFor(prepared: Prepared, store: Library): ImportPlan {
  const { collection, sources, overlays, changedOverlays, read } = prepared;
  const changed = [
    ...sources.changed.map(({ record }) => record.path),
    ...sources.gone,
    ...changedOverlays.gone,
  ];
  if (changed.length + changedOverlays.changed.length === 0)
    return { modules: [], retired: [], ambiguous: [] };
  // What came from another machine was read from no file of this one: it may stand in any of these.
  const scope = [...changed, ...overlays.files.map(({ path }) => path), STDIN_PATH];
  const stored = store.storedCards(collection, scope);
  const modules = withoutCopies(collection, read.modules, store);
  const copies = store.copiesOutside(collection);
  // A database without a collection has no card, and is not asked of each of thousands.
  const isNew = store.sources().length === 0;
  const isTaken = (id: CardId) => !isNew && store.isTaken(id);
  const asRead = planImport({
    collection,
    stored: asInSource(stored, overlays, isTaken),
    copies,
    modules: withAdded(modules, overlays, (key) => ownFileOf(key, prepared)),
    isTaken,
  });
  const plan = layOver(asRead, overlays, [...stored, ...copies]);
  return { ...plan, retired: missingCards(plan, prepared) };
}

/** The file of a module that the person alone has; null for one of the source that was not read now. */
function ownFileOf(key: string, { sources, overlays, stored }: Prepared): string | null {
  const file = overlays.fileOf(key);
  const there = stored.find(({ module }) => module === key);
  return there === undefined || there.file === file || sources.gone.includes(there.file)
    ? file
    : null;
}
