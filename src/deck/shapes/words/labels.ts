import { unquotedLine } from '../../text/callout.js';
import { ANSWER_WORDS } from './names.js';

const NAMES = `${ANSWER_WORDS}|ans|solutions?|correct answer|lösung`;
const LABEL = new RegExp(
  `^(?:>\\s?)?(#{1,6}[ \\t]+)?(\\*\\*|__|[*_])?(?:(?:${NAMES})(?:[ \\t]?#?\\d{1,4})?|A\\d{0,4})\\.?[ \\t]*(?:[:：][ \\t]*\\2|\\2[ \\t]*[:：])[ \\t]*(?:\\n|$)?|` +
    `^(#{1,6}[ \\t]+)?(\\*\\*|__|[*_])(?:${NAMES})[ \\t]*\\4[ \\t]*(?:\\n|$)|^(#{1,6}[ \\t]+)(?:${NAMES}|A[ \\t]?\\d{0,4}\\.)[ \\t]*(?:\\n|$)`,
  'iu',
);
const DASH = '(?:[-–—]{1,2}|[.)])';
/** `Ans - it`, `**Answer.** it`. */
const DASHED = new RegExp(
  `^(?:>\\s?)?(\\*\\*|__|[*_])?(?:${NAMES})(?:[ \\t]?#?\\d{1,4})?(?:[ \\t]*${DASH}\\1|\\1[ \\t]*${DASH})[ \\t]+(?=\\S)`,
  'iu',
);
const OPEN_BOLD = new RegExp(
  `^(#{1,6}[ \\t]+)?(\\*\\*|__)(?:${NAMES})[ \\t]*[:：][ \\t]*(?=\\S)`,
  'iu',
);
const BARE = new RegExp(`^(?:${NAMES})[ \\t]*[:：]?[ \\t]*$`, 'iu');
const HEADING = new RegExp(
  `^(?:(?:${NAMES})[ \\t]*(?:[:：][ \\t]*|$)|A[ \\t]?\\d{0,4}[.:：][ \\t]*$)`,
  'iu',
);

/** A name, and behind it what a label goes on with or the end of the line: what tells all of it is dear to compile. */
const BEGIN = new RegExp(
  `(?:${NAMES}|A)(?:[ \\t]?#?\\d{1,4})?\\.?[ \\t]*(?:[:：*_.)–—-]|\\n|$)`,
  'iuy',
);
/** The characters with which these names begin: of most lines the first one tells. */
const FIRST = new Set(initials(`a|${NAMES}`)).add('\u017f');

/** Returns the letters, small and large, with which names begin that stand between bars. */
function initials(names: string): string {
  const letters = names.split('|').map((name) => String.fromCodePoint(name.codePointAt(0) ?? 0));
  return [...new Set(letters.flatMap((each) => [each.toLowerCase(), each.toUpperCase()]))].join('');
}

/** May the line that begins at an offset begin with a label? Most have none, which one look tells. */
export function mayBeLabel(text: string, line: number): boolean {
  return mayBeSign(text, line) || namesAnswer(text, line);
}

function namesAnswer(text: string, line: number): boolean {
  const begin = behindMarks(text, line);
  if (!FIRST.has(text[begin] ?? '')) return false;
  BEGIN.lastIndex = begin;
  return BEGIN.test(text);
}

/** No sign is among the characters of ASCII. */
const mayBeSign = (text: string, at: number) => text.charCodeAt(at) > 0x7f;

/** Where a line's own text begins, behind a quote's marks, a heading's and those of emphasis. */
function behindMarks(text: string, line: number): number {
  const isBlank = (at: number) => text[at] === ' ' || text[at] === '\t';
  let at = line;
  while (at < line + 8 && (isBlank(at) || text[at] === '>')) at++;
  let hash = at;
  while (hash < at + 6 && text[hash] === '#') hash++;
  if (hash > at && isBlank(hash)) for (at = hash; isBlank(at); ) at++;
  for (let marks = 0; marks < 2 && (text[at] === '*' || text[at] === '_'); marks++) at++;
  return at;
}

/**
 * Returns a text without the label that it begins with, "Answer:" and the like;
 * the text itself where it begins with none. A heading's own text may be the
 * word alone.
 */
export function labelled(text: string, isHeading = false): string {
  const unsigned = mayBeSign(text, 0) ? text.replace(SIGN, '') : text;
  if (unsigned !== text) {
    const said = labelled(unsigned, isHeading);
    return said === unsigned ? text : said;
  }
  return text.startsWith('>') || namesAnswer(text, 0) ? withoutLabel(text, isHeading) : text;
}

/** `✅ **Answer:**`. */
const SIGN = /^(?:\p{Extended_Pictographic}\uFE0F?[ \t]*)+(?=\S)/u;

function withoutLabel(text: string, isHeading: boolean): string {
  const first = /^[^\n]*/.exec(text)?.[0] ?? '';
  if (first.length > 300 && !/[:：]/.test(first.slice(0, 40))) return text;
  if (isHeading) return HEADING.test(first) ? text.replace(HEADING, '') : text;
  const open = OPEN_BOLD.exec(first);
  if (open !== null && !/^(?:#{1,6}[ \t]+)?(?:\*\*|__)[^*_]*[:：][ \t]*(?:\*\*|__)/.test(first)) {
    return outer(text.slice(open[0].length).replace(open[2] ?? '', ''));
  }
  const label = LABEL.exec(text) ?? DASHED.exec(text);
  if (label !== null) {
    const said = outer(text.slice(label[0].length));
    return text.startsWith('>') ? outer(unquoted(said)) : said;
  }
  return BARE.test(first) ? outer(text.slice(first.length)) : text;
}

/** The rest of the quote that a label began, without its marks. */
function unquoted(text: string): string {
  const lines = text.split('\n');
  const behind = lines.findIndex((line, index) => index > 0 && !/^ {0,3}>/.test(line));
  const end = behind < 0 ? lines.length : behind;
  const own = lines.slice(0, end).map(unquotedLine);
  return [...own, ...lines.slice(end)].join('\n');
}

const LOOSE = /^(?:>\s?)?(\*\*|__)?A\s?\d{0,4}(?:\s?[.)]|\s[-–—]{1,2})(?:\1)\s+(?=\S)/;

/** Returns a text without an "A - " or "A. " at its beginning: a label only where most answers of a file have it. */
export function looselyLabelled(text: string): string {
  if (!LOOSE.test(text) || /^[ \t]*(?:[-*+][ \t]+)?B\s?[.)-]/m.test(text)) return text;
  return text.replace(LOOSE, '');
}

const outer = (text: string) => text.replace(/^(?:[ \t]*\n)+/, '').replace(/^[ \t]+(?=\S)/, '');

const PLACEHOLDER =
  /^[\s*_>#-]{0,20}(?:your |the |add |write )?(?:answers?|answer here|todo|to ?do|tbd|tba|to be (?:added|done|completed|written|updated|continued)|coming soon|work in progress|wip|pending|n\/a|no answer(?: yet)?|empty|placeholder|lorem ipsum)(?: here)?[\s.…!*_]{0,20}$/i;

/** Returns an answer, or nothing where it only says that one is to be written. */
export function withoutPlaceholder(text: string): string {
  return text.length < 60 && (PLACEHOLDER.test(text) || /^[\s*_>#.…?:,;–—-]*$/.test(text))
    ? ''
    : text;
}
