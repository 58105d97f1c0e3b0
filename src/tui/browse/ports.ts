import type { CardLists, CardNames, Lookup } from '../../app/browse/ports.js';
import type { CardRecord, Cards } from '../../app/cards/ports.js';
import type { MarkChange } from '../../app/edit/marks.js';
import type { Library } from '../../app/import/ports.js';
import type { Journal } from '../../app/review/ports.js';
import type { Moment, Zone } from '../../model/moment.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import type { Look } from '../review/layout.js';
import type { CardEditor, CardScreenPorts } from '../review/ports.js';

/** What the browser asks of the store while nobody may wait. */
type BrowseStore = Cards &
  CardLists &
  Library &
  Pick<Journal, 'appendAll' | 'undoLast' | 'history'>;

/** The editor as the browser uses it. */
export interface BrowserEditor extends CardEditor {
  /** Sets difficulty, companies or tags of cards in their files; returns how many it changed. */
  mark(records: readonly CardRecord[], change: MarkChange): number;
  /** Moves cards to the module of a title or number; returns how many it moved. */
  move(records: readonly CardRecord[], module: string): number;
}

/** What the browser needs of the world. */
export interface BrowsePorts extends CardScreenPorts {
  readonly store: BrowseStore;
  readonly lookup: Lookup;
  readonly look: Pick<Look, 'colors' | 'hyperlinks'>;
  readonly zone: Zone;
  moment(): Moment;
  settings(): Settings;
  config(): SchedulerConfig;
  /** Returns what could stand in the place of a word of a query. */
  complete(word: string, names: CardNames): readonly string[];
  /** Changes cards in their files; what takes the terminal is called while it is lent. */
  readonly editor: BrowserEditor;
  /** Returns another whole number each time, for the random order. */
  seed(): number;
}
