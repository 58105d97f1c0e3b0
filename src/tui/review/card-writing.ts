import type { CardRecord } from '../../app/cards/ports.js';
import type { ReviewDesk } from '../../app/review/desk.js';
import type { ControllerPorts } from './ports.js';
import type { Message } from './screen-state.js';

interface WritingScreen {
  /** Shows the card that is next now, as if it were another, with a message where there is one. */
  nextCard(text: string | null): void;
  say(message: Message): void;
}

/** Has the person write in the editor during a review: the card shown, or a new one. */
export class CardWriting {
  readonly #desk: ReviewDesk;
  readonly #ports: ControllerPorts;
  readonly #screen: WritingScreen;

  constructor(desk: ReviewDesk, ports: ControllerPorts, screen: WritingScreen) {
    this.#desk = desk;
    this.#ports = ports;
    this.#screen = screen;
  }

  edit(): void {
    const { record } = this.#desk.view();
    if (record !== null) this.#lend(() => this.#ports.edit(record));
  }

  /** Opens a card's file as it is. */
  openSource(record: CardRecord): void {
    this.#lend(() => this.#ports.openSource(record));
  }

  write(): void {
    const { record } = this.#desk.view();
    this.#lend(() => this.#ports.write(record?.card.module.title ?? null));
  }

  /** Takes back what was written last. Returns whether there was something. */
  undo(): boolean {
    const written = this.#ports.undoWriting();
    if (written === null) return false;
    this.#desk.reload();
    this.#screen.nextCard(`Undone: ${written}.`);
    return true;
  }

  /** Lends the terminal to the editor; what it did may be of the card shown. */
  #lend(work: () => Message): void {
    let said: Message | null = null;
    try {
      this.#ports.lend(() => {
        said = work();
      });
    } finally {
      const stays = this.#desk.reload();
      this.#screen.nextCard(
        stays
          ? null
          : 'The card is no longer in its file. Its history is kept, should it come back.',
      );
    }
    if (said !== null) this.#screen.say(said);
  }
}
