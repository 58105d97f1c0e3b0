import type { Paint } from '../../model/text/ansi.js';
import { styledLine } from '../components/styled-line.js';
import { oneLine } from '../components/text.js';
import { footerLines, keyList } from './footer.js';
import { maxScroll, type TextLayout } from './layout.js';
import { shownLines } from './question-lines.js';
import type { Snapshot } from './snapshots.js';

/** Draws help, a module, links, or the summary: a title, lines that scroll, keys. */
export function textFrame({ layout, state, size }: Snapshot<TextLayout>, paint: Paint): string[] {
  const { title, lines, keys } = layout;
  const width = size.columns;
  const footer = {
    width,
    above: state.scroll,
    below: maxScroll(layout) - state.scroll,
    message: state.message,
    note: null,
    keys: keyList(keys, width),
    hints: null,
  };
  return [
    ` ${styledLine([[oneLine(title), 'bold']], width - 2, paint)}`,
    paint('dim', '─'.repeat(width)),
    ...shownLines(lines, state.scroll, layout),
    ...footerLines(footer, paint),
  ];
}
