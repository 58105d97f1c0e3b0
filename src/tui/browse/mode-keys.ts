import type { Stars } from '../../model/card.js';
import type { KeyTargets } from './key-targets.js';
import { browseCommand, SORT_STROKES } from './keys.js';
import { chosenKeys, scrolled } from './list-state.js';
import { type Mode, sortedBy } from './state.js';

const STAR_STROKES: Readonly<Record<string, Stars>> = { '1': 1, '2': 2, '3': 3 };

/** Takes the key that answers what the screen asks, and the keys of a text that lies over the list. */
export class ModeKeys {
  readonly #on: KeyTargets;

  constructor(on: KeyTargets) {
    this.#on = on;
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
    const { state, ports } = this.#on.model;
    const by = SORT_STROKES[stroke];
    if (by === undefined) this.#on.model.enter();
    else this.#on.model.state = sortedBy(state, by, ports.seed());
  }

  #rateDifficulty(stroke: string): void {
    this.#on.model.enter();
    const stars = STAR_STROKES[stroke];
    if (stars !== undefined) this.#on.edits.mark(chosenKeys(this.#on.model.state), { stars });
  }

  #answer({ action }: Extract<Mode, { kind: 'ask' }>, stroke: string): void {
    this.#on.model.enter();
    if (stroke === 'y') this.#on.actions.confirmed(action, chosenKeys(this.#on.model.state));
    else this.#on.model.say('Nothing was changed.');
  }

  #read(mode: Extract<Mode, { kind: 'text' }>, stroke: string): void {
    const command = browseCommand(stroke);
    if (command?.kind === 'move') {
      const scroll = scrolled(mode.scroll, command, this.#on.model.room);
      this.#on.model.change({ mode: { ...mode, scroll } });
      return;
    }
    if (command?.kind === 'stop') {
      this.#on.model.ports.stop();
      return;
    }
    this.#on.model.enter();
    if (mode.of === 'links' && /^[1-9]$/.test(stroke)) {
      this.#on.actions.openLink(this.#on.model.current(), Number(stroke) - 1);
    }
  }
}
