import { VivaError } from '../model/error.js';
import { visibleLine, visibleText } from '../model/text/visible.js';

/** Where in what the person typed a term stands. */
export interface Site {
  /** The term as it was typed, and its place. */
  readonly label: string;
  /** Lines that show it, each ready to be printed; none where that would help nobody. */
  readonly picture: readonly string[];
}

const MAX_LABEL_LENGTH = 60;
const MAX_PICTURE_WIDTH = 100;

/** Returns the site of the part of a query from offset `from` up to `to`. */
export function siteIn(query: string, from: number, to: number): Site {
  const label = `"${clip(query.slice(from, to))}" at column ${[...query.slice(0, from)].length + 1}`;
  if (query.length > MAX_PICTURE_WIDTH) return { label, picture: [] };
  const line = visibleText(query.replaceAll(/\s/g, ' '));
  return { label, picture: [line, `${blanksFor(query.slice(0, from))}^`] };
}

/** Returns the site of a flag's value. */
export function siteOfFlag(flag: string, value: string): Site {
  return { label: `--${flag} "${clip(value)}"`, picture: [] };
}

/** Makes the error for a wrong term: what is wrong with it, and what would be right. */
export function queryError(site: Site, wrong: string, hint: string): VivaError {
  const picture = site.picture.map((line) => `\n      ${line}`).join('');
  return new VivaError('query-invalid', `${site.label}: ${wrong}.`, `${hint}${picture}`);
}

function clip(text: string): string {
  const characters = [...visibleLine(text)];
  if (characters.length <= MAX_LABEL_LENGTH) return characters.join('');
  return `${characters.slice(0, MAX_LABEL_LENGTH).join('')}…`;
}

/** Returns as many blanks as the text is wide in a terminal, near enough for a pointer. */
function blanksFor(text: string): string {
  return visibleText(text.replaceAll(/\s/g, ' '))
    .replaceAll(/\p{M}|\u200d/gu, '')
    .replaceAll(wide(), '  ')
    .replaceAll(/\S/gu, ' ');
}

// A function: making it takes V8 most of a millisecond, and few queries are wrong.
function wide(): RegExp {
  return /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/gu;
}
