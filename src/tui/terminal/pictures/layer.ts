import { readFileSync } from 'node:fs';
import type { PictureFile } from '../../../model/picture.js';
import type { FrameWriter } from '../frame-writer.js';
import type { Graphics } from './ask.js';
import { drawing, KITTY_CLEAR } from './encode.js';

/** A picture and where it stands on the screen, in cells from the upper left corner, from 0. */
export interface PlacedPicture {
  readonly picture: PictureFile;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** Frames come quickly while somebody scrolls: a picture waits until it stands still, ms. */
const SETTLE_MS = 40;

/** Draws pictures over frames, and takes them away again without leaving any part. */
export class PictureLayer {
  readonly #frames: FrameWriter;
  readonly #write: (text: string) => unknown;
  readonly #graphics: Graphics;
  #wanted: readonly PlacedPicture[] = [];
  /** What is on the screen, as `keyOf` has it. */
  #drawn = '';
  #timer: NodeJS.Timeout | null = null;
  readonly #onCleared = () => {
    this.#drawn = '';
    this.#settle();
  };

  constructor(frames: FrameWriter, write: (text: string) => unknown, graphics: Graphics) {
    this.#frames = frames;
    this.#write = write;
    this.#graphics = graphics;
    frames.on('cleared', this.#onCleared);
  }

  /** Shows these and no others, from now on. */
  show(pictures: readonly PlacedPicture[]): void {
    this.#wanted = pictures;
    const wanted = keyOf(pictures);
    if (wanted === this.#drawn) return;
    if (this.#drawn !== '') this.#clear();
    this.#settle();
  }

  /** Takes all of them away, for good. */
  close(): void {
    this.#frames.off('cleared', this.#onCleared);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#wanted = [];
    if (this.#graphics.protocol === 'kitty') this.#write(KITTY_CLEAR);
  }

  /** A screen that is erased and drawn anew holds no picture, on any terminal. */
  #clear(): void {
    if (this.#graphics.protocol === 'kitty') this.#write(KITTY_CLEAR);
    this.#drawn = '';
    this.#frames.invalidate();
  }

  #settle(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#draw(), SETTLE_MS);
  }

  #draw(): void {
    this.#timer = null;
    const wanted = keyOf(this.#wanted);
    if (wanted === this.#drawn || this.#frames.isPaused) return;
    for (const placed of this.#wanted) this.#drawOne(placed);
    this.#drawn = wanted;
  }

  #drawOne({ picture, row, column, columns, rows }: PlacedPicture): void {
    const bytes = readPicture(picture);
    const drawn = bytes === null ? null : drawing(bytes, columns, rows, this.#graphics);
    // The cursor is hidden, and every frame sets it: where the picture leaves it is no matter.
    if (drawn !== null) this.#write(`\u001b[${row + 1};${column + 1}H${drawn}`);
  }
}

function keyOf(pictures: readonly PlacedPicture[]): string {
  return pictures
    .map(({ picture, ...at }) => [picture.path, at.row, at.column, at.columns, at.rows].join(' '))
    .join('\n');
}

/** Returns the bytes of a picture; null where it can no longer be read, or has grown. */
function readPicture({ path, bytes }: PictureFile): Buffer | null {
  try {
    const content = readFileSync(path);
    return content.length === bytes ? content : null;
  } catch {
    return null;
  }
}
