import { editText, pasteOnLine } from '../components/edit-text.js';
import type { CardActions } from './actions.js';
import { completed, nameBefore, promptNames, wordBefore } from './completing.js';
import type { EditActions } from './edit-actions.js';
import { chosenKeys, moved } from './list-state.js';
import type { BrowseModel } from './model.js';
import type { WrittenMode } from './state.js';

/** Takes the keys of a line that is written: the query, or what a prompt asks for. */
export class WrittenKeys {
  readonly #model: BrowseModel;
  readonly #actions: CardActions;
  readonly #edits: EditActions;

  constructor(model: BrowseModel, actions: CardActions, edits: EditActions) {
    this.#model = model;
    this.#actions = actions;
    this.#edits = edits;
  }

  take(mode: WrittenMode, stroke: string): void {
    switch (stroke) {
      case 'tab':
      case 'shift-tab':
        this.#complete(mode, stroke === 'tab' ? 1 : -1);
        return;
      case 'enter':
        this.#submit(mode);
        return;
      case 'escape':
      case 'ctrl-c':
        this.#leave(mode);
        return;
      case 'up':
      case 'down':
        this.#move(stroke === 'up' ? -1 : 1);
        return;
      default:
        this.#write(mode, editText(mode.line, stroke));
    }
  }

  paste(mode: WrittenMode, text: string): void {
    this.#write(mode, pasteOnLine(mode.line, text));
  }

  /** Returns what could stand at the cursor. */
  words(mode: WrittenMode): readonly string[] {
    const { names, ports } = this.#model;
    if (mode.kind === 'prompt') return promptNames(mode.of, mode.line, names);
    return ports.complete(wordBefore(mode.line), names);
  }

  #complete(mode: WrittenMode, by: 1 | -1): void {
    const { line } = mode;
    const word = mode.kind === 'query' ? wordBefore(line) : nameBefore(mode.of, line);
    const from = line.cursor - word.length;
    const done = completed(line, mode.completing, this.words(mode), from, by);
    this.#model.change({ mode: { ...mode, ...done } });
  }

  #write(mode: WrittenMode, line: WrittenMode['line']): void {
    this.#model.change({ mode: { ...mode, line, completing: null } });
  }

  #leave(mode: WrittenMode): void {
    this.#model.enter();
    if (mode.kind === 'query') this.#model.change({ query: mode.before });
  }

  #move(by: 1 | -1): void {
    const { state, room } = this.#model;
    this.#model.state = moved(state, { kind: 'move', by, unit: 'line' }, room);
  }

  #submit(mode: WrittenMode): void {
    const { text } = mode.line;
    this.#model.enter();
    if (mode.kind === 'query') this.#model.change({ query: text });
    else if (mode.of === 'relink') this.#actions.relinkTo(text, this.#model.current());
    else this.#edits.filledIn(mode.of, text, chosenKeys(this.#model.state), this.#model.names);
  }
}
