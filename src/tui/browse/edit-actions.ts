import type { CardNames } from '../../app/browse/ports.js';
import type { CardRecord } from '../../app/cards/ports.js';
import type { MarkChange } from '../../app/edit/marks.js';
import { writtenNameChange } from '../../app/edit/name-change.js';
import type { CardSort } from '../../model/card-sort.js';
import { counted } from '../../model/text/counted.js';
import { editedText } from '../components/edit-text.js';
import type { Message } from '../review/screen-state.js';
import type { ActionScreen } from './actions.js';
import type { BrowsePorts } from './ports.js';
import type { Prompt } from './state.js';

/** Commands that change what files say of cards. */
const EDIT_KINDS = ['edit', 'new', 'companies', 'tags', 'move-to', 'source'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

const BY_ADDED: CardSort = { by: 'added', reversed: false, seed: 0 };

/** Is a command one of these? */
export function isEditKind(kind: string): kind is EditKind {
  return EDIT_KINDS.some((each) => each === kind);
}

/** Changes cards in their files, and says what came of it. */
export class EditActions {
  readonly #ports: BrowsePorts;
  readonly #screen: ActionScreen;

  constructor(ports: BrowsePorts, screen: ActionScreen) {
    this.#ports = ports;
    this.#screen = screen;
  }

  /** Takes a command, the store keys of the cards it is for, and the card at the cursor. */
  run(kind: EditKind, keys: readonly number[], current: CardRecord | null): void {
    if (kind === 'new') this.#write(current);
    else if (current === null) this.#screen.say('There is no card here.');
    else if (kind === 'edit') this.#edit(keys);
    else if (kind === 'source') this.openSource(current);
    else this.#screen.ask({ kind: 'prompt', of: kind, line: editedText(''), completing: null });
  }

  /** Opens the file of a card in the editor. */
  openSource(current: CardRecord): void {
    this.#lend(() => this.#ports.editor.openSource(current));
  }

  /** Takes what was filled in; `names` are those that are known. */
  filledIn(
    of: Exclude<Prompt, 'relink'>,
    text: string,
    keys: readonly number[],
    names: CardNames,
  ): void {
    if (text.trim() === '') return;
    if (of === 'move-to') {
      const moved = this.#ports.editor.move(this.#records(keys), text.trim());
      this.#sayChanged(moved, 'moved');
      return;
    }
    const field = of === 'companies' ? 'company' : 'tag';
    this.mark(keys, { [of]: writtenNameChange(field, text, names[field]) });
  }

  /** Sets difficulty, companies or tags of the cards of these keys. */
  mark(keys: readonly number[], change: MarkChange): void {
    this.#sayChanged(this.#ports.editor.mark(this.#records(keys), change), 'changed');
  }

  #edit(keys: readonly number[]): void {
    const records = this.#records(keys);
    this.#lend(() => this.#ports.editor.edit(...records));
  }

  #write(current: CardRecord | null): void {
    const before = this.#newest();
    this.#lend(() => this.#ports.editor.write(current?.card.module.title ?? null));
    const now = this.#newest();
    this.#screen.lookAgain(now === before ? undefined : now);
  }

  /** Store key of the card that came last. */
  #newest(): number | undefined {
    const { store, moment } = this.#ports;
    return store.keysOf({ kind: 'all' }, BY_ADDED, moment(), 1)[0];
  }

  /** Lends the terminal to the editor, and says what came of it. */
  #lend(work: () => Message): void {
    const { text, tone } = this.#ports.lend(work);
    this.#screen.say(text, tone);
  }

  #records(keys: readonly number[]): CardRecord[] {
    return this.#ports.store.recordsOf(keys, this.#ports.moment());
  }

  #sayChanged(changed: number, done: string): void {
    if (changed === 0) this.#screen.say('Nothing was changed: the cards are like that already.');
    else this.#screen.say(`${counted(changed, 'card')} ${done}. Press u to undo.`);
  }
}
