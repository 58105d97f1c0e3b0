import { EventEmitter } from 'node:events';
import { RESET_STYLE } from '../../model/text/ansi.js';
import { type Palette, recolored } from '../../model/text/palette.js';
import { lineChanges } from './line-change.js';

const BEGIN_SYNC = '\u001b[?2026h';
const END_SYNC = '\u001b[?2026l';
/** A line wider than the terminal is cut at its edge: it neither wraps nor scrolls. */
const NO_WRAP = '\u001b[?7l';
const WRAP = '\u001b[?7h';
const CLEAR_SCREEN = '\u001b[2J';

/** The part of a terminal's output stream that frames are drawn to. */
export interface FrameTarget {
  readonly columns: number;
  readonly rows: number;
  write(text: string): unknown;
  on(event: 'resize', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
}

/**
 * Stands between Ink and the terminal. In its debug mode Ink hands over every
 * frame whole; this draws it at absolute positions, writing only the lines
 * that changed, or of a line just the part that changed, where its columns are
 * sure. So nothing scrolls, no frame is taller than the screen, and the
 * scrollback is never touched (Ink's own way erases it: vadimdemedes/ink #382,
 * #935, #990).
 *
 * Emits `cleared` after it has erased the screen, and `resized`, and not the terminal's own `resize`: at that Ink would draw
 * the frame of the old size once more, before its controller has laid out another.
 */
export class FrameWriter extends EventEmitter {
  readonly isTTY = true;
  readonly writable = true;
  readonly #target: FrameTarget;
  readonly #palette: () => Palette;
  readonly #pending: () => Promise<void> | null;
  readonly #failed: (error: unknown) => void;
  #isWaiting = false;
  #drawn: string[] | null = null;
  #latest = '';
  #paused = false;
  readonly #onResize = () => {
    this.#drawn = null;
    this.emit('resized');
    this.invalidate();
  };

  /**
   * Frames are painted with the styles of `ANSI`; `palette` says what colours those are here. What
   * is `pending` is awaited before a frame is shown; `failed` is told where it fails.
   */
  constructor(
    target: FrameTarget,
    palette: () => Palette,
    pending: () => Promise<void> | null = () => null,
    failed: (error: unknown) => void = () => {},
  ) {
    super();
    this.#target = target;
    this.#palette = palette;
    this.#pending = pending;
    this.#failed = failed;
    target.on('resize', this.#onResize);
  }

  get columns(): number {
    return this.#target.columns || 80;
  }

  get rows(): number {
    return this.#target.rows || 24;
  }

  /** Takes a frame from Ink; what is not a frame (cursor switches) is left out. */
  write(text: string, callback?: unknown): boolean {
    if (text !== '' && !isControl(text)) {
      this.#latest = text;
      if (!this.#paused) this.#draw();
    }
    if (typeof callback === 'function') callback();
    return true;
  }

  get isPaused(): boolean {
    return this.#paused;
  }

  /** Draws anew what other colours change. */
  recolor(): void {
    if (this.#drawn !== null && !this.#paused) this.#draw();
  }

  /** Erases the screen with the next frame, and draws that whole. */
  invalidate(): void {
    this.#drawn = null;
    // React hands over the new frame in a microtask, and none where it is equal to the old.
    queueMicrotask(() => {
      if (this.#drawn === null && !this.#paused) this.#draw();
    });
  }

  /** Draws nothing until `resume`: the terminal belongs to another program. */
  pause(): void {
    this.#paused = true;
  }

  /** Draws the newest frame whole on a screen that holds something else now. */
  resume(): void {
    this.#paused = false;
    this.#drawn = null;
    this.#draw();
  }

  /** Lets go of the terminal. */
  close(): void {
    this.#paused = true;
    this.#target.off('resize', this.#onResize);
  }

  /** Draws the newest frame once nothing is pending that it tells of. */
  #draw(): void {
    const pending = this.#pending();
    if (pending === null) this.#paint();
    else if (!this.#isWaiting) void this.#drawAfter(pending);
  }

  async #drawAfter(pending: Promise<void>): Promise<void> {
    this.#isWaiting = true;
    try {
      await pending;
      this.#isWaiting = false;
      if (!this.#paused) this.#draw();
    } catch (error) {
      this.#failed(error);
    }
  }

  #paint(): void {
    const palette = this.#palette();
    const latest = this.#latest.split('\n').slice(0, this.rows);
    const lines = latest.map((line) => recolored(line, palette));
    const before = this.#drawn;
    const changes = lines.map((line, at) => change(at, before?.[at], line));
    // Lines of a taller frame before this one.
    for (let at = lines.length; at < (before?.length ?? 0); at++) changes.push(lineAt(at, ''));
    const body = changes.join('');
    this.#drawn = lines;
    if (body === '' && before !== null) return;
    const clear = before === null ? CLEAR_SCREEN : '';
    this.#target.write(`${BEGIN_SYNC}${NO_WRAP}${clear}${body}${WRAP}${END_SYNC}`);
    if (before === null) this.emit('cleared');
  }
}

/** What turns a line of the screen into another. */
function change(row: number, before: string | undefined, line: string): string {
  if (before === line) return '';
  const parts = before === undefined ? null : lineChanges(before, line);
  if (parts === null) return lineAt(row, line);
  return parts
    .map(
      ({ column, styles, text }) =>
        `\u001b[${row + 1};${column + 1}H${RESET_STYLE}${styles}${text}`,
    )
    .join('');
}

// The line is erased first: erasing after a full line would take its last column.
function lineAt(row: number, line: string): string {
  return `\u001b[${row + 1};1H${RESET_STYLE}\u001b[2K${line}`;
}

function isControl(text: string): boolean {
  return /^(\u001b\[\?\d+[hl])+$/.test(text);
}
