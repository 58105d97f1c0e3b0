import { type ConvertedCard, convertCards } from '../../deck/anki/convert-cards.js';
import { toModules } from '../../deck/anki/to-modules.js';
import type { AnkiCollection } from '../../model/anki.js';
import { VivaError } from '../../model/error.js';
import { type CardId, cardId } from '../../model/ids.js';
import type { Moment, Zone } from '../../model/moment.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { momentAt } from '../../schedule/study-day.js';
import type { Cards } from '../cards/ports.js';
import { ownCollection } from '../edit/own-collection.js';
import { importDecks } from '../import/import.js';
import { withPlannedFiles } from '../import/planned-files.js';
import type { AnkiPackages, Files, Library } from '../import/ports.js';
import type { ImportReport } from '../import/report.js';
import type { Journal } from '../review/ports.js';
import { type ChangedText, changedText } from './changed-texts.js';
import { bringMissingPictures } from './known-pictures.js';
import { planFiles } from './new-files.js';
import { bringPictures } from './new-pictures.js';
import { isScheduled, type PairedCard, pastEvents } from './past-events.js';
import { type KnownCard, recognise } from './recognise.js';

type ImportStore = Library & Journal & Cards;

export interface PackageRequest {
  /** Absolute path of the package. */
  readonly file: string;
  /** Absolute path of the folder for modules of new cards; null for that of the person's own modules. */
  readonly folder: string | null;
  /** Absolute path of the folder of the person's own modules. */
  readonly ownFolder: string;
  /** Name of the collection; null to name it after the folder. */
  readonly as: string | null;
  readonly dryRun: boolean;
  /** Absolute path of the folder of the person's edits. */
  readonly edits: string;
  /** ms since 1970. */
  readonly now: number;
  readonly zone: Zone;
  /** Local hour at which a study day begins. */
  readonly dayStart: number;
  /** What the reviews are folded under. */
  readonly config: SchedulerConfig;
}

export interface PackageReport {
  /** What became of the modules with new cards; null where the package has none. */
  readonly report: ImportReport | null;
  /** Files written, or with `dryRun` to be written. */
  readonly written: readonly string[];
  /** Cards that viva had already. */
  readonly known: number;
  /** Those of them that are out of their decks here. */
  readonly retired: number;
  /** Reviews that were not there yet, and what cards were set to in Anki. */
  readonly reviews: number;
  readonly marks: number;
  /** Does the package say how its cards are scheduled? Else it holds no reviews either. */
  readonly isScheduled: boolean;
  /** Texts that were changed in Anki. */
  readonly texts: readonly ChangedText[];
  /** Cards left out: they ask nothing. */
  readonly skipped: number;
  /** Pictures that were put beside the modules of their cards, or with `dryRun` would be. */
  readonly pictures: number;
  /** Media that new cards refer to and that stay in the package, or are not in it. */
  readonly media: readonly string[];
  readonly mediaFiles: number;
}

/**
 * Imports an Anki package. Cards that viva has get what was done in Anki since;
 * the others are written as modules into a folder, which is imported. All is
 * tried before anything is written. Throws `usage` for a package of which viva has
 * no card, where no folder is named.
 */
export function importPackage(
  request: PackageRequest,
  store: ImportStore,
  files: Files,
  packages: Pick<AnkiPackages, 'read' | 'checkSize'>,
): PackageReport {
  packages.checkSize(files.statFile(request.file).size);
  const inside = packages.read(files.readBytes(request.file));
  const { collection, mediaFiles } = inside;
  const { cards, skipped } = convertCards(collection);
  if (cards.length === 0) throw nothingInside(request.file);
  const { known, fresh } = recognise(cards, store.cardNames());
  const folder = folderFor(request, known);
  const planned = (shown: readonly ConvertedCard[]) =>
    planFiles(folder, modulesOf(collection, cards, shown), files);
  const imported = importFolder(request, folder, fresh.length > 0, store);
  const tried = planned(fresh);
  const trial = imported(withPlannedFiles(files, folder, tried), true);
  const writing = { files, dryRun: request.dryRun };
  const { shown, pictures, media } = withPictures(fresh, folder, inside, writing);
  const moment = momentAt(request.now, request.zone, request.dayStart);
  const missing = bringMissingPictures(known, inside, writing, { store, moment });
  const outputs = shown === fresh ? tried : planned(shown);
  const rest = {
    ...{ skipped, mediaFiles, isScheduled: isScheduled(collection) },
    written: outputs.map(({ path }) => path),
    known: known.length,
    retired: known.filter(({ name }) => name.retired).length,
    texts: changedTexts(known, moment, store),
    ...{ pictures: pictures + missing, media },
  };
  if (request.dryRun) {
    const past = pastOf(pairsOf(known, fresh, trial, store), collection, request, store);
    return { ...rest, ...countedPast(past), report: trial };
  }
  files.writeAll(outputs);
  // Cards without their history would look new to a person whose import was cut off.
  return store.exclusively(() => {
    const report = imported(files, false);
    const past = pastOf(pairsOf(known, fresh, report, store), collection, request, store);
    for (const { device, events } of past) store.appendPast(events, device, request.config);
    return { ...rest, ...countedPast(past), report };
  });
}

/** Brings the pictures of new cards, and returns the cards as they refer to them by their names here. */
function withPictures(
  fresh: readonly ConvertedCard[],
  folder: string,
  inside: ReturnType<AnkiPackages['read']>,
  writing: { readonly files: Files; readonly dryRun: boolean },
): Pick<PackageReport, 'pictures' | 'media'> & { readonly shown: readonly ConvertedCard[] } {
  const references = [...new Set(fresh.flatMap(({ media }) => media))];
  const { names, renamed } = bringPictures(folder, references, inside, writing);
  return {
    pictures: names.size,
    media: references.filter((name) => !names.has(name)),
    shown: renamed.size === 0 ? fresh : withNames(fresh, inside.collection, renamed),
  };
}

function withNames(
  fresh: readonly ConvertedCard[],
  collection: AnkiCollection,
  renamed: ReadonlyMap<string, string>,
): readonly ConvertedCard[] {
  const wanted = new Set(fresh.map(({ card }) => card.explicitId));
  const { cards } = convertCards(collection, renamed);
  return cards.filter(({ card }) => wanted.has(card.explicitId));
}

function folderFor(
  { folder, ownFolder, file }: PackageRequest,
  known: readonly KnownCard[],
): string {
  if (folder !== null) return folder;
  if (known.length > 0) return ownFolder;
  throw new VivaError(
    'usage',
    `viva has no card of "${file}" yet, and there is no folder for them.`,
    'An Anki package is written as module files: name a folder with -o FOLDER.',
    { place: { file } },
  );
}

function modulesOf(
  { decks }: AnkiCollection,
  cards: readonly ConvertedCard[],
  fresh: readonly ConvertedCard[],
) {
  const own = new Set(cards.filter(({ isOwn }) => isOwn).map(({ source }) => source.deck));
  return toModules(decks, fresh, own);
}

/** Returns what imports the folder, by way of any files; nothing where there are no new cards. */
function importFolder(
  { as, now, ownFolder, edits }: PackageRequest,
  folder: string,
  hasNew: boolean,
  store: ImportStore,
): (by: Files, dryRun: boolean) => ImportReport | null {
  const there = store.sources().find(({ source }) => source === folder);
  const own = folder === ownFolder ? ownCollection(store.sources(), folder) : null;
  const name = as ?? there?.name ?? own;
  const root = { kind: 'path' as const, path: folder };
  return (by, dryRun) =>
    hasNew ? importDecks({ root, as: name, dryRun, now, edits }, store, by) : null;
}

function changedTexts(
  known: readonly KnownCard[],
  moment: Moment,
  store: ImportStore,
): ChangedText[] {
  return known.flatMap(({ converted, name }) => {
    const record = name.retired ? null : store.get(name.standsFor, moment);
    return record === null ? [] : (changedText(record.card, converted) ?? []);
  });
}

/** A trial writes nothing: its new cards have no id yet. */
const NOT_YET = cardId('0'.repeat(12));

/** The cards of a package with those that they are here. */
function pairsOf(
  known: readonly KnownCard[],
  fresh: readonly ConvertedCard[],
  report: ImportReport | null,
  store: ImportStore,
): PairedCard[] {
  const ids = new Map<string, CardId>();
  if (report !== null && !report.dryRun) {
    for (const { explicitId, id, retired } of store.storedCards(report.collection)) {
      if (explicitId !== null && !retired) ids.set(explicitId, id);
    }
  }
  return [
    ...known.map(({ converted, name: { id, standsFor } }) => ({
      ...{ converted, card: id, standsFor, isNew: false },
    })),
    ...fresh.flatMap((converted) => {
      const card = report?.dryRun ? NOT_YET : ids.get(converted.card.explicitId ?? '');
      return card === undefined ? [] : [{ converted, card, standsFor: card, isNew: true }];
    }),
  ];
}

function pastOf(
  pairs: readonly PairedCard[],
  collection: AnkiCollection,
  request: PackageRequest,
  store: ImportStore,
) {
  const history = (card: CardId) => store.history(card).map(({ event }) => event);
  return pastEvents(pairs, collection, history, request);
}

function countedPast(past: ReturnType<typeof pastEvents>) {
  const events = past.flatMap((each) => each.events);
  const reviews = events.filter(({ kind }) => kind === 'review').length;
  return { reviews, marks: events.length - reviews };
}

function nothingInside(file: string): VivaError {
  return new VivaError(
    'import-failed',
    `"${file}" holds no card that could be imported.`,
    'Export the decks from Anki again, as .apkg.',
    { place: { file } },
  );
}
