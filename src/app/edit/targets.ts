import { extname } from 'node:path';
import type { CardEdit } from '../../deck/edit/overlay.js';
import { VivaError } from '../../model/error.js';
import { groupBy } from '../../model/groups.js';
import type { CardId } from '../../model/ids.js';
import type { StoredCard } from '../../model/import.js';
import type { CardRecord } from '../cards/ports.js';
import type { ReadingHints } from '../import/read-modules.js';
import { OverlayBook } from './overlay-book.js';
import type { EditPorts } from './ports.js';
import { readAsImported } from './read-as-imported.js';
import type { SourceCard } from './source-cards.js';
import type { Workspace } from './workspace.js';

/** A card that is to be changed, and where its text is. */
export interface TargetCard {
  readonly stored: StoredCard;
  /** Null for one that its source does not have there: added or moved by the person, or dropped since. */
  readonly source: SourceCard | null;
  /** What the person made of it, over its source. */
  readonly edit: CardEdit | undefined;
}

/** Cards of one file that are to be changed. */
export interface Target {
  readonly collection: string;
  /** Absolute path of the file that the cards were read from, and its text. */
  readonly file: string;
  readonly text: string;
  /** How an import reads the file. */
  readonly hints: ReadingHints;
  /** Every card of the file. */
  readonly all: readonly SourceCard[];
  readonly cards: readonly TargetCard[];
  /** May viva change the file? Else changes go to the overlay. */
  readonly isOwn: boolean;
  readonly book: OverlayBook;
}

/**
 * Sorts cards by file and finds them there, one file after the other as they are
 * asked for, each as the workspace has it then. Throws `source-readonly` for a card
 * without a file, `file-changed` for one whose text is not where it was read.
 */
export function* targetsOf(
  records: readonly CardRecord[],
  workspace: Workspace,
  ports: EditPorts,
): Generator<Target> {
  const books = new Map<string, OverlayBook>();
  for (const group of byFile(records)) {
    const collection = group[0]?.card.module.collection ?? '';
    const book = books.get(collection) ?? new OverlayBook(collection, ports);
    books.set(collection, book);
    yield targetOf(group, collection, book, workspace, ports);
  }
}

function byFile(records: readonly CardRecord[]): CardRecord[][] {
  const groups = groupBy(records, ({ card }) => `${card.module.collection}\0${card.file}`);
  return [...groups.values()];
}

function targetOf(
  records: readonly CardRecord[],
  collection: string,
  book: OverlayBook,
  workspace: Workspace,
  ports: EditPorts,
): Target {
  for (const { card } of records)
    if (card.retired || card.file === null) throw noFile(card.id, card.retired);
  const file = records[0]?.card.file ?? '';
  const root = ports.rootOf(collection);
  if (root === null) throw noFile(records[0]?.card.id ?? '', false);
  const text = workspace.read(file);
  if (text === null) throw moved(file, 1, records[0]?.card.id ?? '');
  const ids = new Set<CardId>(records.map(({ card }) => card.id));
  const stored = ports.store.storedCards(collection, [file]).filter(({ id }) => ids.has(id));
  const unedited = stored.filter(
    (card) => book.editOf(card.id) === undefined && book.addedLike(card) === null,
  );
  const { hints, all } = readAsImported({ collection, file, text }, unedited, root, ports);
  const isAsRead = isAsImported(collection, file, text, ports);
  const cards = stored.map((card): TargetCard => {
    const edit = book.editOf(card.id);
    const isElsewhere = edit === undefined ? book.addedLike(card) !== null : book.isMoved(card.id);
    if (isElsewhere) return { stored: card, source: null, edit };
    return { stored: card, source: findInSource(all, card, edit, isAsRead, file), edit };
  });
  return { collection, file, text, hints, all, cards, isOwn: root.isOwn && !isPacked(file), book };
}

/** Is a file an export that another program packed, and viva does not write to? */
export function isPacked(file: string): boolean {
  return extname(file).toLowerCase() === '.mochi';
}

function isAsImported(
  collection: string,
  file: string,
  text: string,
  { store, files }: EditPorts,
): boolean {
  const record = store.filesOf(collection).find(({ path }) => path === file);
  return record?.hash === files.hashBytes(Buffer.from(text, 'utf8'));
}

/**
 * Finds a card by the text that its source had; of several with one text the one
 * at its line. A card that its source has changed since is at its line alone.
 */
function findInSource(
  all: readonly SourceCard[],
  stored: StoredCard,
  edit: CardEdit | undefined,
  isAsRead: boolean,
  file: string,
): SourceCard | null {
  const { question, answer } = edit?.base ?? stored;
  const same = all.filter(({ card }) => card.question === question && card.answer === answer);
  const atLine = (cards: readonly SourceCard[]) =>
    cards.find(({ card }) => card.line === stored.line);
  const found =
    atLine(same) ?? same[0] ?? (edit !== undefined && isAsRead ? atLine(all) : undefined);
  if (found !== undefined) return found;
  // The source has dropped it, and the person's text of it stays.
  if (edit !== undefined && isAsRead) return null;
  throw moved(file, stored.line, stored.id);
}

function moved(file: string, line: number, id: string): VivaError {
  return new VivaError(
    'file-changed',
    `The text of card ${id} in its file is not the one that was imported; nothing was written.`,
    'Run "viva import", then try again.',
    { place: { file, line } },
  );
}

function noFile(id: string, isRetired: boolean): VivaError {
  return new VivaError(
    'source-readonly',
    isRetired
      ? `Card ${id} is retired: its text is in no file.`
      : `Card ${id} came from standard input: there is no file to change.`,
    'Only current cards that were imported from a file or folder can be changed.',
  );
}
