import { unquotedLine } from '../text/callout.js';
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
/** In scripts without spaces no word ends. */
const NO_WORD_ENDS = /[^\x00-\u024F]/;
const BARE = new RegExp(`^(?:${NAMES})[ \\t]*[:：]?[ \\t]*$`, 'iu');
const HEADING = new RegExp(
  `^(?:(?:${NAMES})[ \\t]*(?:[:：][ \\t]*|$)|A[ \\t]?\\d{0,4}[.:：][ \\t]*$)`,
  'iu',
);

const NAME = new RegExp(`(?:${NAMES}|A\\d{0,4})\\b`, 'iuy');
/** The characters with which these names begin: of most lines the first one tells. */
const FIRST = new Set(initials(`a|${NAMES}`)).add('\u017f');

/** Returns the letters, small and large, with which names begin that stand between bars. */
function initials(names: string): string {
  const letters = names.split('|').map((name) => String.fromCodePoint(name.codePointAt(0) ?? 0));
  return [...new Set(letters.flatMap((each) => [each.toLowerCase(), each.toUpperCase()]))].join('');
}

/** May a line of a text begin with a label? Most texts have none, which one look tells. */
export function mayHaveLabel(text: string): boolean {
  for (let at = 0; ; at++) {
    const begin = behindMarks(text, at);
    if (FIRST.has(text[begin] ?? '')) {
      NAME.lastIndex = begin;
      if (NAME.test(text)) return true;
    }
    at = text.indexOf('\n', at);
    if (at < 0) return NO_WORD_ENDS.test(text);
  }
}

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
  const unsigned = text.replace(SIGN, '');
  if (unsigned !== text) {
    const said = labelled(unsigned, isHeading);
    return said === unsigned ? text : said;
  }
  const begin = behindMarks(text, 0);
  const mayBe = text.startsWith('>') || (FIRST.has(text[begin] ?? '') && isNameAt(text, begin));
  return mayBe ? withoutLabel(text, isHeading) : text;
}

/** A name of an answer, whatever follows it; "A" only where no word begins with it. */
const NAME_BEGIN = new RegExp(`${NAMES}|A(?![a-z])`, 'iuy');

function isNameAt(text: string, at: number): boolean {
  NAME_BEGIN.lastIndex = at;
  return NAME_BEGIN.test(text);
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
