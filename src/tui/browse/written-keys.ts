import { editText, pasteOnLine } from '../components/edit-text.js';
import { completed, nameBefore, promptNames, wordBefore } from './completing.js';
import type { KeyTargets } from './key-targets.js';
import { chosenKeys, moved } from './list-state.js';
import type { WrittenMode } from './state.js';

/** Takes the keys of a line that is written: the query, or what a prompt asks for. */
export class WrittenKeys {
  readonly #on: KeyTargets;

  constructor(on: KeyTargets) {
    this.#on = on;
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
    const { names, ports } = this.#on.model;
    if (mode.kind === 'prompt') return promptNames(mode.of, mode.line, names);
    return ports.complete(wordBefore(mode.line), names);
  }

  #complete(mode: WrittenMode, by: 1 | -1): void {
    const { line } = mode;
    const word = mode.kind === 'query' ? wordBefore(line) : nameBefore(mode.of, line);
    const from = line.cursor - word.length;
    const done = completed(line, mode.completing, this.words(mode), from, by);
    this.#on.model.change({ mode: { ...mode, ...done } });
  }

  #write(mode: WrittenMode, line: WrittenMode['line']): void {
    this.#on.model.change({ mode: { ...mode, line, completing: null } });
  }

  #leave(mode: WrittenMode): void {
    this.#on.model.enter();
    if (mode.kind === 'query') this.#on.model.change({ query: mode.before });
  }

  #move(by: 1 | -1): void {
    const { state, room } = this.#on.model;
    this.#on.model.state = moved(state, { kind: 'move', by, unit: 'line' }, room);
  }

  #submit(mode: WrittenMode): void {
    const { text } = mode.line;
    this.#on.model.enter();
    if (mode.kind === 'query') this.#on.model.change({ query: text });
    else if (mode.of === 'relink') this.#on.actions.relinkTo(text, this.#on.model.current());
    else
      this.#on.edits.filledIn(
        mode.of,
        text,
        chosenKeys(this.#on.model.state),
        this.#on.model.names,
      );
  }
}
