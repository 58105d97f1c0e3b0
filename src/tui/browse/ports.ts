import type { CardLists, CardNames, Lookup } from '../../app/browse/ports.js';
import type { Cards } from '../../app/cards/ports.js';
import type { Library } from '../../app/import/ports.js';
import type { Journal } from '../../app/review/ports.js';
import type { Moment, Zone } from '../../model/moment.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import type { Look } from '../review/layout.js';
import type { TerminalPorts } from '../terminal/run-screen.js';

/** What the browser asks of the store while nobody may wait. */
type BrowseStore = Cards &
  CardLists &
  Library &
  Pick<Journal, 'appendAll' | 'undoLast' | 'history'>;

/** What the browser needs of the world. */
export interface BrowsePorts extends TerminalPorts {
  readonly store: BrowseStore;
  readonly lookup: Lookup;
  readonly look: Look;
  readonly zone: Zone;
  moment(): Moment;
  settings(): Settings;
  config(): SchedulerConfig;
  /** Returns what could stand in the place of a word of a query. */
  complete(word: string, names: CardNames): readonly string[];
  /**
   * Opens the card at `line` of `file` in the editor, waits, and reads the file
   * again. Returns why that was not taken, or null where it was.
   */
  edit(file: string, line: number): string | null;
  /** Opens an address; resolves to what came of it. */
  openLink(url: string): Promise<'opened' | 'refused' | 'failed'>;
  /** Returns another whole number each time, for the random order. */
  seed(): number;
}
