import stringWidth from 'string-width';
import type { CardRecord } from '../../app/cards/ports.js';
import type { DeskView } from '../../app/review/view.js';
import type { CardSource } from '../../model/card-source.js';
import type { Settings } from '../../model/settings.js';
import type { RoomForPicture } from '../markdown/options.js';
import { takePictures } from '../markdown/picture-lines.js';
import type { RenderOptions } from '../markdown/render.js';
import type { Size } from '../terminal/run-screen.js';
import { answerBody, type Body, questionBody } from './body.js';
import type { KeyCommand } from './keys.js';
import type { ScreenState } from './screen-state.js';

/** What the terminal can show. */
export interface Look {
  readonly colors: boolean;
  readonly hyperlinks: boolean;
  /**
   * Returns the room that a local picture of a card takes in so many columns and rows; null
   * where it is only named. Left out, all are.
   */
  readonly picture?:
    | ((record: CardRecord, source: string, size: Size) => RoomForPicture | null)
    | undefined;
}

/** A picture in the lines of a card. */
export interface PictureLine extends RoomForPicture {
  /** Line on which it begins, from 0. */
  readonly line: number;
  readonly column: number;
}

export interface CardLayout {
  readonly kind: 'card';
  readonly view: DeskView & { readonly record: NonNullable<DeskView['record']> };
  readonly body: Body;
  readonly pictures: readonly PictureLine[];
  readonly height: number;
  readonly margin: number;
  readonly starsShown: boolean;
  readonly hintsShown: boolean;
  /** Does the space bar show the end of an answer before it rates? */
  readonly spaceScrolls: boolean;
}

export interface TextLayout {
  readonly kind: 'text';
  readonly title: string;
  readonly lines: readonly string[];
  readonly height: number;
  readonly margin: number;
  readonly keys: readonly (readonly [string, string])[];
}

export type Layout = CardLayout | TextLayout;

const HEADER_ROWS = 3;
const FOOTER_ROWS = 2;
/** Rows from which a second line of keys is worth its place. */
const HINT_ROWS = 16;
/** Longer lines are hard to read, however wide the terminal. */
const MAX_TEXT_COLUMNS = 100;
const MIN_TEXT_COLUMNS = 16;

/** Returns the columns left and right of the text, and how it is to be drawn. */
export function textOptions(size: Size, look: Look): RenderOptions & { margin: number } {
  const { colors, hyperlinks } = look;
  const margin = size.columns >= 60 ? 2 : 1;
  const width = Math.max(MIN_TEXT_COLUMNS, Math.min(MAX_TEXT_COLUMNS, size.columns - 2 * margin));
  return { colors, hyperlinks, width, margin };
}

/** Lays a card out: what scrolls, and how many rows there are for it. */
export function cardLayout(
  view: CardLayout['view'],
  state: ScreenState,
  size: Size,
  settings: Settings,
  look: Look,
  source: CardSource | null,
): CardLayout {
  const { margin, ...text } = textOptions(size, look);
  const answered = view.session.phase === 'answer';
  const hintsShown = size.rows >= HINT_ROWS;
  const height = Math.max(1, size.rows - HEADER_ROWS - FOOTER_ROWS - (hintsShown ? 1 : 0));
  const { record } = view;
  const picture = (source: string, columns: number) =>
    look.picture?.(record, source, { columns, rows: height }) ?? null;
  const options = { ...text, picture };
  const isWhole = settings.answerFirst === 'whole';
  const side = { answer: record.card.answer, parts: view.parts, isWhole, source };
  const marked = answered
    ? answerBody(record, side, state, options)
    : questionBody(record, state.typing, options);
  return {
    kind: 'card',
    view,
    ...picturesApart(marked),
    height,
    margin,
    starsShown: answered || !settings.hideStars,
    hintsShown,
    spaceScrolls: settings.spaceScrolls,
  };
}

/** Lines that scroll, and the pictures that stand in them. */
export interface PicturedBody {
  readonly body: Body;
  readonly pictures: readonly PictureLine[];
}

/** Parts a body from the marks of its pictures. */
export function picturesApart(marked: Body): PicturedBody {
  const { lines, pictures } = picturedLines(marked.lines);
  return { body: { ...marked, lines }, pictures };
}

/** Parts lines from the marks of their pictures. */
export function picturedLines(marked: readonly string[]) {
  const { lines, pictures } = takePictures(marked);
  return {
    lines,
    pictures: pictures.map(({ before, ...at }) => ({ ...at, column: stringWidth(before) })),
  };
}

/** Lays out lines with a title above and keys below. */
export function textLayout(
  title: string,
  lines: readonly string[],
  keys: TextLayout['keys'],
  size: Size,
): TextLayout {
  const margin = size.columns >= 60 ? 2 : 1;
  return { kind: 'text', title, lines, keys, margin, height: Math.max(1, size.rows - 4) };
}

/** What scrolls of a layout, and the rows there are for it. */
export type Scrolled = { readonly height: number } & (
  | { readonly body: Pick<Body, 'lines' | 'cursorAt'> }
  | { readonly lines: readonly string[] }
);

/** Where a layout is scrolled to: while an answer is typed, so that its cursor shows. */
export function shownScroll({ scroll, typing }: ScreenState, layout: Scrolled): number {
  const cursorAt = 'body' in layout ? layout.body.cursorAt : undefined;
  return typing === null || cursorAt === undefined
    ? scroll
    : Math.max(0, cursorAt - layout.height + 1);
}

/** The last line to which a layout can scroll. */
export function maxScroll(layout: Scrolled): number {
  const { lines } = 'body' in layout ? layout.body : layout;
  return Math.max(0, lines.length - layout.height);
}

/** Where a key scrolls a layout to; a page leaves two lines in sight. */
export function scrolledTo(
  { by, unit }: Extract<KeyCommand, { kind: 'scroll' }>,
  from: number,
  layout: Scrolled,
): number {
  if (unit === 'end') return by < 0 ? 0 : maxScroll(layout);
  return from + by * (unit === 'page' ? Math.max(1, layout.height - 2) : 1);
}

/**
 * Where to scroll when the answer appears: the question stays in sight as long
 * as it leaves the answer most of the screen, else its last lines do.
 */
export function revealScroll({ body, height }: Pick<CardLayout, 'body' | 'height'>): number {
  const most = Math.max(0, body.lines.length - height);
  const roomForQuestion = Math.floor(height / 2);
  return Math.min(most, Math.max(0, body.answerAt - roomForQuestion));
}
