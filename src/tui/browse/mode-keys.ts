import type { Stars } from '../../model/card.js';
import type { CardActions } from './actions.js';
import type { EditActions } from './edit-actions.js';
import { browseCommand, SORT_STROKES } from './keys.js';
import { chosenKeys, scrolled } from './list-state.js';
import type { BrowseModel } from './model.js';
import { type Mode, sortedBy } from './state.js';

const STAR_STROKES: Readonly<Record<string, Stars>> = { '1': 1, '2': 2, '3': 3 };

/** Takes the key that answers what the screen asks, and the keys of a text that lies over the list. */
export class ModeKeys {
  readonly #model: BrowseModel;
  readonly #actions: CardActions;
  readonly #edits: EditActions;

  constructor(model: BrowseModel, actions: CardActions, edits: EditActions) {
    this.#model = model;
    this.#actions = actions;
    this.#edits = edits;
  }

  take(mode: Exclude<Mode, { kind: 'browse' | 'query' | 'prompt' }>, stroke: string): void {
    switch (mode.kind) {
      case 'sort':
        this.#sort(stroke);
        return;
      case 'stars':
        this.#rateDifficulty(stroke);
        return;
      case 'ask':
        this.#answer(mode, stroke);
        return;
      case 'text':
        this.#read(mode, stroke);
        return;
    }
  }

  #sort(stroke: string): void {
    const { state, ports } = this.#model;
    const by = SORT_STROKES[stroke];
    if (by === undefined) this.#model.enter();
    else this.#model.state = sortedBy(state, by, ports.seed());
  }

  #rateDifficulty(stroke: string): void {
    this.#model.enter();
    const stars = STAR_STROKES[stroke];
    if (stars !== undefined) this.#edits.mark(chosenKeys(this.#model.state), { stars });
  }

  #answer({ todo }: Extract<Mode, { kind: 'ask' }>, stroke: string): void {
    this.#model.enter();
    if (stroke === 'y') this.#actions.confirmed(todo, chosenKeys(this.#model.state));
    else this.#model.say('Nothing was changed.');
  }

  #read(mode: Extract<Mode, { kind: 'text' }>, stroke: string): void {
    const command = browseCommand(stroke);
    if (command?.kind === 'move') {
      const scroll = scrolled(mode.scroll, command, this.#model.room);
      this.#model.change({ mode: { ...mode, scroll } });
      return;
    }
    if (command?.kind === 'stop') {
      this.#model.ports.stop();
      return;
    }
    this.#model.enter();
    if (mode.of === 'links' && /^[1-9]$/.test(stroke)) {
      this.#actions.openLink(this.#model.current(), Number(stroke) - 1);
    }
  }
}
