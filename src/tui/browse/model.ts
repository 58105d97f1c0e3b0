import type { CardNames } from '../../app/browse/ports.js';
import type { CardRecord } from '../../app/cards/ports.js';
import type { Message } from '../review/screen-state.js';
import type { BrowsePorts } from './ports.js';
import {
  BROWSING,
  type BrowseState,
  inMode,
  type Mode,
  type openedWith,
  type Room,
  saying,
} from './state.js';

const NO_NAMES: CardNames = { company: [], part: [], tag: [], collection: [], module: [] };

/** The browser's state, which its keys change one after another, and what all of them ask of it. */
export class BrowseModel {
  readonly ports: BrowsePorts;
  state: BrowseState;
  /** How much the frame that is seen had room for. */
  room: Room;
  /** Those of the collection, as far as they are known. */
  names = NO_NAMES;

  constructor(state: ReturnType<typeof openedWith>, ports: BrowsePorts) {
    this.state = state;
    this.ports = ports;
    this.room = { rows: 0, height: 0, most: 0 };
  }

  change(part: Partial<BrowseState>): void {
    this.state = { ...this.state, ...part };
  }

  /** Goes to a mode; without one, back to the list. */
  enter(mode: Mode = BROWSING): void {
    this.state = inMode(this.state, mode);
  }

  /** Says something below the list; null takes away what was said. */
  say(text: string | null, tone: Message['tone'] = 'info'): void {
    this.state = saying(this.state, text, tone);
  }

  /** Returns the card at the cursor; null where the list is empty. */
  current(): CardRecord | null {
    const { keys, cursor } = this.state;
    const key = keys[cursor];
    if (key === undefined) return null;
    return this.ports.store.recordsOf([key], this.ports.moment())[0] ?? null;
  }

  /** Has the names of the collection looked up, for what is to be written next. */
  learnNames(): void {
    this.ports.lookup.names().then(
      (names) => {
        this.names = names;
      },
      () => undefined,
    );
  }
}
