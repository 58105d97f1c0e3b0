import type { Cards } from '../cards/ports.js';
import type { Files, Library } from '../import/ports.js';

/** Folders in which what a person writes lies: absolute paths. */
interface EditFolders {
  /** Overlays over sources that are not the person's. */
  readonly edits: string;
  /** Modules that viva writes for the person: the root of a collection of their own. */
  readonly cards: string;
  /** Cards that agents propose, for the person to decide on. */
  readonly proposals: string;
  /** Texts on their way through the editor. */
  readonly drafts: string;
  /** What files were before each change, for undo. */
  readonly changes: string;
}

/** Where a collection comes from. */
export interface CollectionRoot {
  /** Absolute path of the file or folder that it is read from. */
  readonly path: string;
  /** Where that was fetched from; left out where it is the person's own. */
  readonly address?: string;
  /** May viva change its files? Else changes go to an overlay. */
  readonly isOwn: boolean;
}

/**
 * What writing cards needs of the world.
 *
 * Every use case of this room is called in two steps: `plan…` reads and returns
 * a `ChangePlan` (see `workspace.ts`), which can be shown as a diff (`diff.ts`)
 * and dropped; `applyPlan` (`apply.ts`) writes it, all files or none, and reads
 * the collections again. What is written can be taken back with `undoChange`.
 *
 * - `planMarks(records, change, ports)`: difficulty, companies and tags of many cards
 * - `planMove(records, title, ports)`: cards to another module of their collection
 * - `planNew(text, ports)`: cards out of a filled-in template (`newTemplate`)
 * - `planEdit(draft, text, ports)`: cards out of what `editDraft` put before the person
 *
 * `writeNew` and `editCards` (`sessions.ts`) go through the editor with the last two.
 */
export interface EditPorts {
  readonly store: Library & Cards;
  readonly files: Files;
  readonly folders: EditFolders;
  /** Null for a collection that cannot be read again, such as one from standard input. */
  rootOf(collection: string): CollectionRoot | null;
  /** ms since 1970. */
  now(): number;
}
