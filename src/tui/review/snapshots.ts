import type { Size } from '../terminal/run-screen.js';
import type { Scrolled } from './layout.js';
import { CardPictures, type Pictured } from './pictures.js';
import type { PicturePorts } from './ports.js';
import type { ScreenState } from './screen-state.js';

/** Rows of the header above the text. */
const TEXT_TOP = 3;

/** What a screen of cards shows. */
export interface Snapshot<L> {
  readonly layout: L;
  readonly state: ScreenState;
  readonly size: Size;
}

/** A snapshot as it is drawn. */
export interface Frame<L> extends Snapshot<L> {
  /** Every row of the screen. */
  readonly lines: readonly string[];
}

/** Has frames taken and shown, with the pictures that stand in them. */
export class ScreenSnapshots<L extends Scrolled & Pictured> {
  readonly #take: () => Frame<L>;
  readonly #pictures: CardPictures;
  readonly #listeners = new Set<() => void>();
  /** Null until it is asked for. */
  #current: Frame<L> | null = null;
  #isClosed = false;

  /** `take` draws what is so now; `redraw` is called when there is more to draw it with. */
  constructor(ports: PicturePorts, take: () => Frame<L>, redraw: () => void) {
    this.#take = take;
    this.#pictures = new CardPictures(ports, redraw);
  }

  /** Calls a listener at each new frame; returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  current(): Frame<L> {
    this.#current ??= this.#take();
    return this.#current;
  }

  /** Takes another frame and shows it. */
  refresh(): void {
    if (this.#isClosed) return;
    const taken = this.#take();
    this.#current = taken;
    for (const listener of this.#listeners) listener();
    this.#pictures.show(taken.layout, taken.state.scroll, TEXT_TOP);
  }

  /** Returns the room that a picture takes; see `Look`. */
  room(...of: Parameters<CardPictures['room']>): ReturnType<CardPictures['room']> {
    return this.#pictures.room(...of);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends showing: nothing is laid out any more. */
  close(): void {
    this.#isClosed = true;
    this.#pictures.close();
  }
}
