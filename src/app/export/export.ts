import { join } from 'node:path';
import { folderName, moduleFileName } from '../../deck/write/file-name.js';
import { cardsCsvPieces } from '../../export/cards-csv.js';
import { jsonPieces } from '../../export/json.js';
import { jsonlPieces } from '../../export/jsonl.js';
import { revlogPieces } from '../../export/revlog.js';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type ArchiveHead } from '../../model/archive/head.js';
import { VivaError } from '../../model/error.js';
import type { CardId } from '../../model/ids.js';
import type { DeckModule } from '../../model/module.js';
import type { Moment, Zone } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { dueInstant } from '../../schedule/due.js';
import { ReviewColumns } from '../../stats/review-columns.js';
import { partsOf } from '../cards/answer.js';
import type { Cards } from '../cards/ports.js';
import type { Files, Library } from '../import/ports.js';
import { writeAsItIs } from '../import/write-as-it-is.js';
import type { Archives } from '../upkeep/ports.js';
import { withParts } from './archived-parts.js';
import type { Scan } from './ports.js';

/** The formats that are text, and go to a file or to standard output. */
export const TEXT_FORMATS = ['json', 'jsonl', 'csv', 'revlog'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export interface ExportRequest {
  readonly query: Query;
  readonly moment: Moment;
  readonly zone: Zone;
  /** Local hour at which a study day begins. */
  readonly dayStart: number;
  /** Does an archive say the parts of the answers, which its reader could take from their texts? */
  readonly parts: boolean;
}

type ExportStore = Archives & Cards & Scan;

/** Returns what is to be written, piece by piece; nothing else may be asked of the store meanwhile. */
export function exportPieces(
  format: TextFormat,
  request: ExportRequest,
  store: ExportStore,
): Iterable<string> {
  switch (format) {
    case 'json':
      return jsonPieces(headOf(request), archiveOf(request, store));
    case 'jsonl':
      return jsonlPieces(headOf(request), archiveOf(request, store));
    case 'csv':
      return cardsCsvPieces(cardFigures(request, store));
    case 'revlog':
      return revlogPieces(readReviews(request, store));
  }
}

/** Writes the export to a file. Throws VivaError 'file-exists' rather than overwrite, unless `force`. */
export function exportFile(
  format: TextFormat,
  request: ExportRequest & { readonly file: string; readonly force: boolean },
  store: ExportStore,
  files: Files,
): void {
  const { file, force } = request;
  if (!force) refuseExisting([file], files);
  files.writePieces(file, exportPieces(format, request, store), 0o600);
}

export interface ModulesExport {
  readonly written: readonly string[];
  readonly cards: number;
}

/**
 * Writes the modules of a query's cards as module files below a folder,
 * `part/NN-title.md`; with `ids`, every card names its id. Throws VivaError
 * 'file-exists' rather than overwrite, unless `force`; nothing is written then.
 */
export function exportModules(
  request: {
    readonly query: Query;
    readonly moment: Moment;
    readonly folder: string;
    readonly ids: boolean;
    readonly force: boolean;
  },
  store: Library,
  files: Files,
): ModulesExport {
  const { query, moment, folder, ids, force } = request;
  const modules = store.modulesFor(query, moment);
  const pathOf = modulePaths(folder);
  const outputs = modules.map((found) => ({
    path: pathOf(found.module),
    module: ids ? withIds(found.module, found.ids) : found.module,
  }));
  if (!force) {
    refuseExisting(
      outputs.map(({ path }) => path),
      files,
    );
  }
  for (const { path, module } of outputs) files.writeWhole(path, writeAsItIs(module), 0o600);
  return {
    written: outputs.map(({ path }) => path),
    cards: modules.reduce((sum, { module }) => sum + module.cards.length, 0),
  };
}

function headOf({ query, moment }: ExportRequest): ArchiveHead {
  return {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    exportedAt: moment.now,
    complete: query.kind === 'all',
  };
}

function archiveOf({ query, moment, parts }: ExportRequest, store: Archives) {
  const records = store.archive(query, moment);
  return parts ? withParts(records) : records;
}

function* cardFigures({ query, moment, zone, dayStart }: ExportRequest, store: Cards) {
  for (const record of store.each(query, moment)) {
    const dueAt = dueInstant(record.memory, zone, dayStart);
    yield { ...record, dueAt, parts: partsOf(record.card.answer) };
  }
}

/** Reads the reviews of a query's cards, also of those retired since: they were reviewed all the same. */
function readReviews({ query, moment }: ExportRequest, store: Scan): ReviewColumns {
  const reviews = new ReviewColumns();
  if (query.kind === 'all') {
    store.scanReviews(null, reviews.push);
  } else {
    const keys: number[] = [];
    store.scanCards(query, moment, ({ key }) => keys.push(key));
    store.scanReviews(keys, reviews.push);
  }
  return reviews;
}

/** Returns modules their paths: equal parts share a folder, equal names get a number. */
function modulePaths(folder: string): (module: DeckModule) => string {
  const taken = new Map<string, Set<string>>();
  return (module) => {
    const part = folderName(module.part);
    const names = taken.get(part) ?? new Set();
    taken.set(part, names);
    return join(folder, part, moduleFileName(module, names));
  };
}

function withIds(module: DeckModule, ids: readonly CardId[]): DeckModule {
  const cards = module.cards.map((card, at) => ({
    ...card,
    explicitId: card.explicitId ?? ids[at] ?? null,
  }));
  return { ...module, cards };
}

function refuseExisting(paths: readonly string[], files: Files): void {
  const there = paths.find((path) => files.kindOf(path) !== 'missing');
  if (there === undefined) return;
  throw new VivaError(
    'file-exists',
    `"${there}" already exists; nothing was written.`,
    'Choose another path with -o, or overwrite with --force.',
    { place: { file: there } },
  );
}
