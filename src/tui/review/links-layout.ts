import stringWidth from 'string-width';
import { renderPlain } from '../markdown/render.js';
import type { Size } from '../terminal/run-screen.js';
import { type TextLayout, textLayout } from './layout.js';
import { type Link, linkLines } from './link-lines.js';

/** Lays out what can be opened of a card; a long address goes on below, for a person must see where it leads. */
export function linksLayout(links: readonly Link[], size: Size): TextLayout {
  const layout = textLayout(
    'Open what?',
    linkLines(links),
    [
      ['1-9', 'open'],
      ['Esc', 'back'],
    ],
    size,
  );
  const width = Math.max(1, size.columns - 2 * layout.margin);
  const options = { width, colors: false, hyperlinks: false };
  const fitted = (line: string) =>
    stringWidth(line) <= width ? [line] : renderPlain(line, options);
  return { ...layout, lines: layout.lines.flatMap(fitted) };
}
