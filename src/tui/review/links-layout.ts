import type { Size } from '../terminal/run-screen.js';
import { type TextLayout, textLayout } from './layout.js';
import { type Link, linkLines } from './link-lines.js';

/** Lays out what can be opened of a card. */
export function linksLayout(links: readonly Link[], size: Size): TextLayout {
  return textLayout(
    'Open what?',
    linkLines(links),
    [
      ['1-9', 'open'],
      ['Esc', 'back'],
    ],
    size,
  );
}
