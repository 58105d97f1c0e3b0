import type { ActionKind, ActionScreen, CardActions } from './actions.js';
import { type EditActions, type EditKind, isEditKind } from './edit-actions.js';
import type { BrowseCommand } from './keys.js';
import { allMarked, chosenKeys, moved, scrolled, withMark } from './list-state.js';
import type { BrowseModel } from './model.js';
import { type BrowseState, writeQuery } from './state.js';

type Move = Extract<BrowseCommand, { kind: 'move' }>;

/** Does what keys ask for while the list or the card beside it has them. */
export class ListKeys {
  readonly #model: BrowseModel;
  readonly #actions: CardActions;
  readonly #edits: EditActions;
  readonly #lookAgain: ActionScreen['lookAgain'];

  constructor(
    model: BrowseModel,
    actions: CardActions,
    edits: EditActions,
    lookAgain: ActionScreen['lookAgain'],
  ) {
    this.#model = model;
    this.#actions = actions;
    this.#edits = edits;
    this.#lookAgain = lookAgain;
  }

  run(command: BrowseCommand): void {
    this.#model.say(null);
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
        this.#model.ports.exit();
        return;
      case 'stop':
        this.#model.ports.stop();
        return;
      default:
        this.#act(command.kind);
    }
  }

  #go(command: BrowseCommand): void {
    const { state, room } = this.#model;
    switch (command.kind) {
      case 'move':
        this.#move(command, state.focus);
        return;
      case 'move-other':
        this.#move({ kind: 'move', by: command.by, unit: 'line' }, other(state.focus));
        return;
      case 'turn':
        this.#model.change({ focus: other(state.focus) });
        return;
      case 'open':
        this.#model.change({ focus: 'card' });
        return;
      case 'back':
        this.#back();
        return;
      case 'mark':
        this.#model.state = withMark(state, room);
        return;
      case 'mark-all':
        this.#markAll();
        return;
    }
  }

  #enter(kind: 'query' | 'sort' | 'stars' | 'help' | 'module'): void {
    if (kind === 'query') {
      this.#model.learnNames();
      this.#model.state = writeQuery(this.#model.state);
    } else if (kind === 'sort' || kind === 'stars') this.#model.enter({ kind });
    else this.#model.enter({ kind: 'text', of: kind, scroll: 0 });
  }

  #act(kind: ActionKind | EditKind): void {
    const keys = chosenKeys(this.#model.state);
    const current = this.#model.current();
    if (!isEditKind(kind)) {
      this.#actions.run(kind, keys, current);
      return;
    }
    this.#model.learnNames();
    this.#edits.run(kind, keys, current);
  }

  #move(move: Move, what: BrowseState['focus']): void {
    const { state, room } = this.#model;
    if (what === 'list') this.#model.state = moved(state, move, room);
    else this.#model.change({ scroll: scrolled(state.scroll, move, room) });
  }

  #markAll(): void {
    const { state } = this.#model;
    if (state.whole) this.#model.state = allMarked(state);
    else this.#model.say('The list is still being looked up: press a again.');
  }

  #back(): void {
    const { focus, marks } = this.#model.state;
    if (focus === 'card') this.#model.change({ focus: 'list' });
    else if (marks.size > 0) this.#model.change({ marks: new Set() });
  }
}

function other(focus: BrowseState['focus']): BrowseState['focus'] {
  return focus === 'list' ? 'card' : 'list';
}
