import type { ActionKind, ActionScreen } from './actions.js';
import { type EditKind, isEditKind } from './edit-actions.js';
import type { KeyTargets } from './key-targets.js';
import type { BrowseCommand } from './keys.js';
import { allMarked, chosenKeys, moved, scrolled, withMark } from './list-state.js';
import { type BrowseState, writeQuery } from './state.js';

type Move = Extract<BrowseCommand, { kind: 'move' }>;

/** Does what keys ask for while the list or the card beside it has them. */
export class ListKeys {
  readonly #on: KeyTargets;
  readonly #lookAgain: ActionScreen['lookAgain'];

  constructor(on: KeyTargets, lookAgain: ActionScreen['lookAgain']) {
    this.#on = on;
    this.#lookAgain = lookAgain;
  }

  run(command: BrowseCommand): void {
    this.#on.model.say(null);
    switch (command.kind) {
      case 'move':
      case 'move-other':
      case 'turn':
      case 'open':
      case 'back':
      case 'mark':
      case 'mark-all':
        this.#go(command);
        return;
      case 'query':
      case 'sort':
      case 'stars':
      case 'help':
      case 'module':
        this.#enter(command.kind);
        return;
      case 'again':
        this.#lookAgain();
        return;
      case 'quit':
        this.#on.model.ports.exit();
        return;
      case 'stop':
        this.#on.model.ports.stop();
        return;
      default:
        this.#act(command.kind);
    }
  }

  #go(command: BrowseCommand): void {
    const { state, room } = this.#on.model;
    switch (command.kind) {
      case 'move':
        this.#move(command, state.focus);
        return;
      case 'move-other':
        this.#move({ kind: 'move', by: command.by, unit: 'line' }, other(state.focus));
        return;
      case 'turn':
        this.#on.model.change({ focus: other(state.focus) });
        return;
      case 'open':
        this.#on.model.change({ focus: 'card' });
        return;
      case 'back':
        this.#back();
        return;
      case 'mark':
        this.#on.model.state = withMark(state, room);
        return;
      case 'mark-all':
        this.#markAll();
        return;
    }
  }

  #enter(kind: 'query' | 'sort' | 'stars' | 'help' | 'module'): void {
    if (kind === 'query') {
      this.#on.model.learnNames();
      this.#on.model.state = writeQuery(this.#on.model.state);
    } else if (kind === 'sort' || kind === 'stars') this.#on.model.enter({ kind });
    else this.#on.model.enter({ kind: 'text', of: kind, scroll: 0 });
  }

  #act(kind: ActionKind | EditKind): void {
    const keys = chosenKeys(this.#on.model.state);
    const current = this.#on.model.current();
    if (!isEditKind(kind)) {
      this.#on.actions.run(kind, keys, current);
      return;
    }
    this.#on.model.learnNames();
    this.#on.edits.run(kind, keys, current);
  }

  #move(move: Move, what: BrowseState['focus']): void {
    const { state, room } = this.#on.model;
    if (what === 'list') this.#on.model.state = moved(state, move, room);
    else this.#on.model.change({ scroll: scrolled(state.scroll, move, room) });
  }

  #markAll(): void {
    const { state } = this.#on.model;
    if (state.whole) this.#on.model.state = allMarked(state);
    else this.#on.model.say('The list is still being looked up: press a again.');
  }

  #back(): void {
    const { focus, marks } = this.#on.model.state;
    if (focus === 'card') this.#on.model.change({ focus: 'list' });
    else if (marks.size > 0) this.#on.model.change({ marks: new Set() });
  }
}

function other(focus: BrowseState['focus']): BrowseState['focus'] {
  return focus === 'list' ? 'card' : 'list';
}
