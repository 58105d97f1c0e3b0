import { parseMarkdown, type Token } from '../../markdown/parse.js';
import { visibleLine } from '../../model/text/visible.js';
import { inlineSpans } from './inline.js';
import { mathsToUnicode } from './maths/maths.js';
import { steadyText } from './text/steady.js';

/** What stands behind so many characters is on no line of a list; UTF-16 code units. */
const MAX_TITLE = 500;
/** Most questions are nothing but text. */
const MARKUP = /[\\`*_~$[<&]|:\/\/|==|^[ \t]*(?:#|[-+>]\s|\d+[.)]\s)/m;
/** Styles are left out, and so are the marks and addresses that stand in for them. */
const UNSTYLED = { width: MAX_TITLE, colors: true, hyperlinks: true };

/**
 * Returns Markdown as a title on one line: the text that a card would show, without its
 * styles; pictures by their names. As wide on every terminal as is counted.
 */
export function questionTitle(markdown: string): string {
  const text = markdown.slice(0, MAX_TITLE);
  const shown = MARKUP.test(text) ? parseMarkdown(text).map(textOfBlock).join(' ') : text;
  return steadyText(visibleLine(shown.trim() === '' ? text : shown));
}

function textOfBlock({ type, content, children }: Token): string {
  if (type === 'maths_block') return mathsToUnicode(content);
  if (children === null) return content;
  return inlineSpans(children, UNSTYLED)
    .filter(({ style }) => style.dim !== true)
    .map(({ text }) => text)
    .join('');
}
