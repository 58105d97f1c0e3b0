import type { DeckCard } from './card.js';
import type { CardId } from './ids.js';
import type { DeckModule } from './module.js';
import type { KeptChoice } from './reading.js';

/** A card as the store holds it, seen by the identity rules of an import. */
export interface StoredCard extends DeckCard {
  readonly id: CardId;
  /** `moduleKey` of its module. */
  readonly module: string;
  readonly ordinal: number;
  readonly retired: boolean;
}

/** A file of a collection, as last read. */
export interface FileRecord {
  /** Absolute path; `-` for standard input. */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
}

/** A module together with the file it was read from. */
export interface SourcedModule {
  readonly file: string;
  /** `moduleKey`, or a variant of it where another module of the collection has that already. */
  readonly key: string;
  readonly module: DeckModule;
}

export type ImportStatus = 'added' | 'edited' | 'moved' | 'unchanged';

/** What an import makes of one card of a module file. */
export interface PlannedCard {
  readonly id: CardId;
  readonly status: ImportStatus;
  readonly card: DeckCard;
  readonly ordinal: number;
  /** True where the id belonged to a retired card that now returns. */
  readonly returned: boolean;
  /** The stored card it was paired with; null when added. */
  readonly before: StoredCard | null;
}

export interface PlannedModule {
  readonly file: string;
  /** By which the store knows the module within its collection. */
  readonly key: string;
  readonly module: DeckModule;
  readonly cards: readonly PlannedCard[];
}

/** A stored card that two or more new cards fit equally well. It is retired, never guessed. */
export interface Ambiguity {
  readonly old: StoredCard;
  readonly candidates: readonly { readonly id: CardId; readonly question: string }[];
}

/** The outcome of the identity rules for one collection. */
export interface ImportPlan {
  readonly modules: readonly PlannedModule[];
  readonly retired: readonly StoredCard[];
  readonly ambiguous: readonly Ambiguity[];
}

/** Everything the store writes for one import, in one transaction. */
export interface ImportChange {
  readonly collection: string;
  /** Absolute path of the import root; null for standard input. */
  readonly source: string | null;
  /** How its files were read, to be read so again; left as it is where undefined. */
  readonly choice?: KeptChoice;
  readonly at: number;
  readonly plan: ImportPlan;
  /** Records of every file read this time. */
  readonly files: readonly FileRecord[];
  /** Files of the collection that are gone: their records are dropped. */
  readonly goneFiles: readonly string[];
}
