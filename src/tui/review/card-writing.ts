import type { CardRecord } from '../../app/cards/ports.js';
import type { ReviewDesk } from '../../app/review/desk.js';
import { VivaError } from '../../model/error.js';
import type { TerminalPorts } from '../terminal/run-screen.js';
import type { CardEditor } from './ports.js';
import type { Message } from './screen-state.js';

const GONE = 'The card is no longer in its file. Its history is kept, should it come back.';

/** Has the person write in the editor during a review: the card shown, or a new one. */
export class CardWriting {
  readonly #desk: ReviewDesk;
  readonly #editor: CardEditor;
  readonly #lend: TerminalPorts['lend'];

  constructor(desk: ReviewDesk, editor: CardEditor, lend: TerminalPorts['lend']) {
    this.#desk = desk;
    this.#editor = editor;
    this.#lend = lend;
  }

  /** Opens the card shown. Returns what to say of it; null where there is none. */
  edit(): Message | null {
    const { record } = this.#desk.view();
    return record === null ? null : this.#written(() => this.#editor.edit(record));
  }

  /** Opens a card's file as it is. */
  openSource(record: CardRecord): Message {
    return this.#written(() => this.#editor.openSource(record));
  }

  /** Begins a card for the module of the one shown. */
  write(): Message {
    const { record } = this.#desk.view();
    return this.#written(() => this.#editor.write(record?.card.module.title ?? null));
  }

  /** Takes back what was written last. Returns what to say of it; null where there was nothing. */
  undo(): string | null {
    const written = this.#editor.undoWriting();
    if (written === null) return null;
    this.#desk.reload();
    return `Undone: ${written}.`;
  }

  /** Lends the terminal to the editor; what it did may be of the card shown. */
  #written(work: () => Message): Message {
    const said = this.#said(work);
    return this.#desk.reload() ? said : { ...said, text: `${said.text} ${GONE}` };
  }

  #said(work: () => Message): Message {
    try {
      return this.#lend(work);
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
      return { text: `${error.message} ${error.hint}`, tone: 'error' };
    }
  }
}
