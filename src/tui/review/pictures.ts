import type { CardRecord } from '../../app/cards/ports.js';
import type { PictureFile } from '../../model/picture.js';
import type { RoomForPicture } from '../markdown/options.js';
import type { Graphics } from '../terminal/pictures/ask.js';
import type { PictureLayer, PlacedPicture } from '../terminal/pictures/layer.js';
import type { Size } from '../terminal/run-screen.js';
import type { PictureLine } from './layout.js';
import type { PicturePorts } from './ports.js';

/** What a picture may take of the rows for text, 0..1: the words around it stay in sight. */
const MAX_SHARE = 0.6;
const MIN_ROWS = 3;
/** Larger files take too long to send. */
const MAX_BYTES = 5 * 1024 * 1024;

/** Text that scrolls, with pictures in it. */
export interface Pictured {
  readonly height: number;
  /** Columns left of the text. */
  readonly margin: number;
  /** Left out where there are none. */
  readonly pictures?: readonly PictureLine[];
}

/**
 * The pictures of the cards on the screen. Nothing is loaded or asked before a card has one
 * that could be drawn.
 */
export class CardPictures {
  readonly #ports: PicturePorts;
  readonly #refresh: () => void;
  readonly #known: PictureFile[] = [];
  readonly #files = new Map<string, PictureFile | null>();
  #asked = false;
  #layer: PictureLayer | null = null;
  #graphics: Graphics | null = null;
  #isDrawable: ((picture: PictureFile, graphics: Graphics) => boolean) | null = null;

  /** `refresh` lays out again: there is room for pictures now. */
  constructor(ports: PicturePorts, refresh: () => void) {
    this.#ports = ports;
    this.#refresh = refresh;
  }

  /**
   * Returns the room that a picture takes in so many columns and rows; null where it cannot be
   * drawn, or not yet. It is looked for once a key.
   */
  room(
    record: CardRecord,
    source: string,
    { columns: maxColumns, rows: height }: Size,
  ): RoomForPicture | null {
    const picture = this.#find(record, source);
    if (picture === null || picture.bytes > MAX_BYTES) return null;
    if (!this.#asked) this.#ask();
    const graphics = this.#graphics;
    if (graphics === null || !this.#isDrawable?.(picture, graphics)) return null;
    const { cell } = graphics;
    const maxRows = Math.max(MIN_ROWS, Math.floor(height * MAX_SHARE));
    if (maxRows > height) return null;
    const scale = Math.min(
      1,
      (maxColumns * cell.width) / picture.width,
      (maxRows * cell.height) / picture.height,
    );
    const cells = (pixels: number, side: number, most: number) =>
      Math.min(most, Math.max(1, Math.round((pixels * scale) / side)));
    return {
      id: this.#idOf(picture),
      columns: cells(picture.width, cell.width, maxColumns),
      rows: cells(picture.height, cell.height, maxRows),
    };
  }

  /** Draws those pictures of a layout that are in sight as a whole; its text begins at row `top`. */
  show({ pictures = [], height, margin }: Pictured, scroll: number, top: number): void {
    const placed = pictures.flatMap((line): PlacedPicture[] => {
      const picture = this.#known[line.id];
      const row = line.line - scroll;
      const isWhole = row >= 0 && row + line.rows <= height;
      if (picture === undefined || !isWhole) return [];
      const { columns, rows } = line;
      return [{ picture, row: top + row, column: margin + line.column, columns, rows }];
    });
    this.#layer?.show(placed);
  }

  close(): void {
    this.#layer?.close();
  }

  #find(record: CardRecord, source: string): PictureFile | null {
    const key = `${record.card.file}\n${source}`;
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const found = this.#ports.findPicture(record, source);
    this.#files.set(key, found);
    return found;
  }

  #idOf(picture: PictureFile): number {
    const at = this.#known.findIndex(({ path }) => path === picture.path);
    return at >= 0 ? at : this.#known.push(picture) - 1;
  }

  #ask(): void {
    this.#asked = true;
    void this.#ports.graphics().then((answer) => {
      if (answer === null) return;
      this.#graphics = answer.graphics;
      this.#layer = answer.layer;
      this.#isDrawable = answer.isDrawable;
      this.#refresh();
    });
  }
}
