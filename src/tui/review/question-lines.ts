import type { AnswerParts } from '../../model/answer-parts.js';
import type { Paint } from '../../model/text/ansi.js';
import type { StyledPiece } from '../components/styled-line.js';
import type { Size } from '../terminal/run-screen.js';
import { tickNote } from './answer-side.js';
import type { Body } from './body.js';
import { footerLines } from './footer.js';
import { maxScroll } from './layout.js';
import type { ScreenState } from './screen-state.js';

interface QuestionFrame {
  readonly layout: {
    readonly body: Body;
    readonly height: number;
    readonly margin: number;
    readonly hintsShown: boolean;
  };
  readonly state: ScreenState;
  readonly size: Size;
  /** The parts of the answer that is shown; null where none is, or has none. */
  readonly parts: AnswerParts | null;
  readonly header: readonly string[];
  readonly keys: readonly StyledPiece[];
  /** The most useful first. */
  readonly hints: readonly string[];
}

/** Draws a question or an answer with what stands above and below it: review and interview look alike. */
export function questionLines(frame: QuestionFrame, paint: Paint): string[] {
  const { layout, state, size, parts, header, keys, hints } = frame;
  const footer = {
    width: size.columns,
    above: state.scroll,
    below: maxScroll(layout) - state.scroll,
    message: state.message,
    note: tickNote(parts, state),
    keys,
    hints: layout.hintsShown ? hints : null,
  };
  return [
    ...header,
    ...shownLines(layout.body.lines, state.scroll, layout),
    ...footerLines(footer, paint),
  ];
}

/** Returns the lines that a viewport shows of a text from one on, from 0. */
export function shownLines(
  lines: readonly string[],
  from: number,
  { height, margin }: { readonly height: number; readonly margin: number },
): string[] {
  const blank = ' '.repeat(margin);
  return Array.from({ length: height }, (_, row) => blank + (lines[from + row] ?? ''));
}
