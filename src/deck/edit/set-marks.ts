import type { Stars } from '../../model/card.js';
import { starText } from '../../model/text/stars.js';
import { COMPANIES, readHeading, STARS, WORD_STARS } from '../read/heading.js';
import { writeCompanies, writeTags } from '../write/card.js';
import type { CardRange } from './card-ranges.js';
import { insertLines, removeLines, replaceLines, textOfLines } from './lines.js';

/** What a card is to be marked with; what is left out stays. */
export interface Marks {
  readonly stars?: Stars;
  readonly companies?: readonly string[];
  /** The card's own, beside those of its module. */
  readonly tags?: readonly string[];
}

const TAGS_NOTE = /<!--\s*tags:[^\n]*?-->/i;
const ID_LINE = /^[ \t]*<!--\s*id:.*-->[ \t]*$/i;
const WORD = /(?<![\w-])(easy|medium|hard)(?![\w-])/i;
const ASTERISKS = /(^|\s)(?:\\?\*){1,3}(?=\s|$)/;

/**
 * Returns the lines of a file with the marks of one card changed as the deck
 * format writes them, and nothing else. Whether the file's own layout reads
 * them so is for the caller to look.
 */
export function setMarks(lines: readonly string[], card: CardRange, marks: Marks): string[] {
  const heading = textOfLines(lines, { from: card.from, to: card.from });
  const marked = markedHeading(heading, marks);
  const headed =
    marked === heading
      ? [...lines]
      : replaceLines(lines, { from: card.from, to: card.from }, marked);
  return marks.tags === undefined ? headed : setTags(headed, card, marks.tags);
}

function markedHeading(heading: string, { stars, companies }: Marks): string {
  const starred = stars === undefined ? heading : setStars(heading, stars);
  return companies === undefined ? starred : setCompanies(starred, companies);
}

/** Each in the way in which the heading gives its difficulty already. */
function setStars(heading: string, stars: Stars): string {
  const { mark, text } = splitHeading(heading);
  const run = STARS.exec(text);
  if (run !== null) {
    const emoji = run[0].startsWith('⭐');
    return mark + text.replace(STARS, emoji ? '⭐'.repeat(stars) : starText(stars));
  }
  if (ASTERISKS.test(text)) return mark + text.replace(ASTERISKS, `$1${starText(stars)}`);
  const word = Object.keys(WORD_STARS).find((name) => WORD_STARS[name] === stars) ?? '';
  if (WORD.test(text)) return mark + text.replace(WORD, (old) => inCaseOf(old, word));
  return `${mark}${starText(stars)}${text === '' ? '' : ` ${text}`}`;
}

function inCaseOf(old: string, word: string): string {
  if (old === old.toUpperCase()) return word.toUpperCase();
  return /^[A-Z]/.test(old) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function setCompanies(heading: string, companies: readonly string[]): string {
  const written = companies.length === 0 ? '' : writeCompanies(companies);
  const there = [...heading.matchAll(COMPANIES)].at(-1) ?? plainCompanies(heading);
  if (there === undefined) return written === '' ? heading : appended(heading, written);
  const { 0: old, index = 0 } = there;
  const before = heading.slice(0, index);
  const behind = heading.slice(index + old.length);
  if (written !== '') return before + written + behind;
  return `${before.trimEnd()}${behind}`;
}

/** Names in a parenthesis without italics, as `readHeading` takes them. */
function plainCompanies(heading: string): RegExpMatchArray | undefined {
  if (readHeading(splitHeading(heading).text, false).companies.length === 0) return undefined;
  return [...heading.matchAll(/\(((?:\\[^\n]|[^()\\]|\([^()\n]*\))*)\)/g)].at(-1);
}

/** Before a comment that ends the heading, such as its id. */
function appended(heading: string, companies: string): string {
  const [, text = heading, comment = ''] = /^(.*?)(\s*<!--.*-->\s*)$/.exec(heading) ?? [];
  return `${text.trimEnd()} ${companies}${comment}`;
}

function splitHeading(heading: string): { mark: string; text: string } {
  const mark = /^ {0,3}#{1,6}[ \t]*/.exec(heading)?.[0] ?? '';
  return {
    mark: mark.trimEnd() === mark && mark !== '' ? `${mark} ` : mark,
    text: heading.slice(mark.length),
  };
}

function setTags(lines: readonly string[], card: CardRange, tags: readonly string[]): string[] {
  const note = writeTags(tags);
  const own = textOfLines(lines, card).split('\n');
  const there = own.findIndex((line) => TAGS_NOTE.test(line));
  if (there >= 0) {
    const range = { from: card.from + there, to: card.from + there };
    const line = (own[there] ?? '').replace(TAGS_NOTE, () => note);
    return line.trim() === ''
      ? removeLines(lines, range)
      : replaceLines(lines, range, line.trimEnd());
  }
  if (note === '') return [...lines];
  const id = own.findIndex((line) => ID_LINE.test(line));
  return id >= 0
    ? insertLines(lines, card.from + id, note)
    : insertLines(lines, card.from, `\n${note}`);
}
