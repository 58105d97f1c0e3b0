import type { CardRecord } from '../../app/cards/ports.js';
import type { RenderOptions } from '../markdown/render.js';
import { picturedLines } from '../review/layout.js';
import { linkLines, linksAround } from '../review/link-lines.js';
import { moduleLines } from '../review/module-lines.js';
import type { CardPictures } from '../review/pictures.js';
import type { Size } from '../terminal/run-screen.js';
import { cardBody, cardLines, fitted } from './card-lines.js';
import { type BrowseView, shownRange } from './frame.js';
import { browseHelp } from './help-lines.js';
import { browseLayout } from './layout.js';
import type { BrowsePorts } from './ports.js';
import type { BrowseState } from './state.js';

/** Longer lines are hard to read, however wide the terminal. */
const MAX_TEXT_COLUMNS = 100;
/** A blank at both sides of a pane. */
const MARGINS = 2;
const MIN_TEXT_COLUMNS = 16;

/** Reads what a frame shows: no more of the list than there are rows. */
export class BrowseViews {
  readonly #ports: BrowsePorts;
  readonly #room: CardPictures['room'];
  /** What was last drawn of Markdown, and of what. */
  #drawn: { readonly of: readonly unknown[]; readonly lines: readonly string[] } | null = null;

  /** `room` says how much of the card a picture takes. */
  constructor(ports: BrowsePorts, room: CardPictures['room']) {
    this.#ports = ports;
    this.#room = room;
  }

  /** Forgets what was drawn of Markdown. */
  forget(): void {
    this.#drawn = null;
  }

  /** Returns what a frame of a size shows. */
  of(state: BrowseState, size: Size, words: readonly string[]): BrowseView {
    const { store } = this.#ports;
    const moment = this.#ports.moment();
    const { from, to } = shownRange(state, size);
    const records = store.recordsOf(Array.from(state.keys.subarray(from, to)), moment);
    const current = records[state.cursor - from] ?? null;
    const { title, lines: marked } = this.#text(state, current, size);
    return { records, ...picturedLines(marked), title, words, moment };
  }

  #text(
    state: BrowseState,
    current: CardRecord | null,
    size: Size,
  ): { readonly title: string | null; readonly lines: readonly string[] } {
    const { mode } = state;
    if (mode.kind !== 'text') return { title: null, lines: this.#card(state, current, size) };
    const options = this.#options(size.columns);
    if (mode.of === 'help') return { title: 'Help', lines: browseHelp(options) };
    if (current === null) return { title: 'No card', lines: [] };
    const module = this.#ports.store.moduleOf(current.card.id);
    if (mode.of === 'links') {
      const source = this.#ports.sourceOf(current);
      const links = linkLines(linksAround(current.card, module, source));
      return { title: 'Open which link?', lines: links.flatMap((line) => fitted(line, options)) };
    }
    const gone = fitted('The module of this card no longer exists.', options);
    const lines = module === null ? gone : moduleLines(module, options);
    return { title: current.card.module.title, lines };
  }

  #card(state: BrowseState, current: CardRecord | null, size: Size): readonly string[] {
    const { card: columns, rows } = browseLayout(state, size);
    if (columns === 0 || current === null) return [];
    const options = this.#options(columns);
    const body = this.#bodyOf(current, options, rows);
    const history = this.#ports.store.history(current.card.id);
    const { zone } = this.#ports;
    return cardLines({ record: current, history }, body, this.#ports.moment(), zone, options);
  }

  #bodyOf(record: CardRecord, options: RenderOptions, rows: number): readonly string[] {
    const { answerFirst, pictures } = this.#ports.settings();
    const isWhole = answerFirst === 'whole';
    const { question, answer, file } = record.card;
    const of = [question, answer, file, isWhole, pictures, options.width, rows];
    if (!this.#drawn?.of.every((value, at) => value === of[at])) {
      const picture = (source: string, columns: number) =>
        pictures ? this.#room(record, source, { columns, rows }) : null;
      const source = answer === '' ? this.#ports.sourceOf(record) : null;
      this.#drawn = { of, lines: cardBody(record, isWhole, source, { ...options, picture }) };
    }
    return this.#drawn.lines;
  }

  #options(columns: number): RenderOptions {
    const width = Math.min(MAX_TEXT_COLUMNS, columns - MARGINS);
    return { ...this.#ports.look, width: Math.max(MIN_TEXT_COLUMNS, width) };
  }
}
