import type { DeckCard } from '../../model/card.js';
import { type CardId, cardId } from '../../model/ids.js';
import { type DeckModule, moduleKey } from '../../model/module.js';
import { type ParsedFile, parseDeckFile } from '../parse/file.js';
import { splitModules } from '../read/split-modules.js';
import { writeModule } from '../write/module.js';

/** What a person made of a card of a source that is not theirs. */
export interface CardEdit {
  readonly id: CardId;
  /** The card as the source had it when the person changed it. */
  readonly base: DeckCard;
  /** The card as the person wants it; null for one that they took out of the module. */
  readonly mine: DeckCard | null;
}

/** What a person made of one module. */
export interface ModuleOverlay {
  readonly collection: string;
  /** By which the module is known in its collection. */
  readonly key: string;
  /** What the module says of itself; its cards are of no meaning. */
  readonly head: DeckModule;
  readonly edits: readonly CardEdit[];
  /** Cards that the source does not have. */
  readonly added: readonly DeckCard[];
}

/** Names the collection, in the front matter of an overlay's file. */
const COLLECTION_KEY = 'overlay';
/** `moduleKey` of the module, or a variant of it. */
const MODULE_KEY = 'module';
/** Says that a module of the file holds the source's cards, to compare with. */
const BASE_KEY = 'base';

/**
 * Writes an overlay as a file of two modules: the person's cards, each with the
 * id of the card that it stands for, then the same cards as the source had them.
 */
export function writeOverlay(overlay: ModuleOverlay): string {
  const { collection, key, edits, added } = overlay;
  const head = { ...overlay.head, extras: NO_EXTRAS };
  const own = { ...head.unknownKeys, [COLLECTION_KEY]: collection, [MODULE_KEY]: key };
  const mine = edits.flatMap((edit) => (edit.mine === null ? [] : [named(edit.mine, edit.id)]));
  const base = edits.map((edit) => named(edit.base, edit.id));
  const module = writeModule({ ...head, unknownKeys: own, cards: [...mine, ...added] });
  if (base.length === 0) return module;
  const unknownKeys = { ...own, [BASE_KEY]: true };
  return `${module}\n${writeModule({ ...head, unknownKeys, cards: base })}`;
}

const NO_EXTRAS = { keyQuestion: '', insights: [], code: '', reading: [], related: [] };

const named = (card: DeckCard, id: CardId): DeckCard => ({ ...card, explicitId: id });

/**
 * Reads an overlay's file. Returns null for a file that is none, and where the
 * text has an error, the error and its line: half an overlay is none.
 */
export function readOverlay(
  file: string,
  text: string,
): ModuleOverlay | { readonly error: string; readonly line: number } | null {
  const { modules, diagnostics } = parseParts(file, text);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) return { error: error.message, line: error.line };
  const head = modules.find(({ unknownKeys }) => typeof unknownKeys[COLLECTION_KEY] === 'string');
  if (head === undefined) return null;
  const isBase = ({ unknownKeys }: DeckModule) => unknownKeys[BASE_KEY] === true;
  const cardsOf = (which: boolean) =>
    modules.filter((module) => isBase(module) === which).flatMap(({ cards }) => cards);
  const mine = cardsOf(false);
  const base = cardsOf(true);
  const ids = new Set(base.map(({ explicitId }) => explicitId));
  const {
    [COLLECTION_KEY]: collection,
    [MODULE_KEY]: key,
    [BASE_KEY]: _,
    ...rest
  } = head.unknownKeys;
  return {
    collection: String(collection),
    key: typeof key === 'string' ? key : moduleKey(head),
    head: { ...head, unknownKeys: rest, cards: [] },
    edits: base.flatMap((card): CardEdit[] => {
      if (card.explicitId === null) return [];
      const own = mine.find(({ explicitId }) => explicitId === card.explicitId);
      return [
        {
          id: cardId(card.explicitId),
          base: anonymous(card),
          mine: own === undefined ? null : anonymous(own),
        },
      ];
    }),
    added: mine.filter(({ explicitId }) => !ids.has(explicitId)),
  };
}

/** Reads the modules of a file one by one: the same ids are in both. */
function parseParts(file: string, text: string): ParsedFile {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const parts = splitModules(lines).map(({ open, end }) => ({
    open,
    ...parseDeckFile(file, lines.slice(open, end).join('\n')),
  }));
  return {
    modules: parts.flatMap(({ modules }) => modules),
    diagnostics: parts.flatMap(({ open, diagnostics }) =>
      diagnostics.map((found) => ({ ...found, line: found.line + open })),
    ),
  };
}

/** The id that the source gives a card is the source's to say. */
const anonymous = (card: DeckCard): DeckCard => ({ ...card, explicitId: null });
