import { fencedLines } from '../../text/lines.js';
import { QUESTION_WORDS } from '../words/names.js';
import { mayHaveAnchors, withClosedAnchors } from './anchors.js';
import { saysAnswer } from './folds.js';

/** Any of what is rewritten here has one of these: most texts have none, which is seen at once. */
const MARKS = [':::', '??? ', '???+', '!!! ', '{{<', '{{%', '{%', '{#', '{:', '\n== '];
const SIDES = /<!--\s?(?:q|a|front|back)/i;
const FOLDING = 'details|spoiler|collapse|collapsible|toggle|expand|dropdown|accordion';
/** `::: details Title` of VitePress, `:::tip[Answer]` of Docusaurus, `:::spoiler` of HackMD. */
const CONTAINER = /^ {0,3}(:{3,})[ \t]*(?:([a-z][\w-]{0,30})[ \t]*(.{0,300}))?$/i;
/** `??? note "Title"` and `!!! question "Title"` of MkDocs; what is indented below belongs to it. */
const ADMONITION =
  /^ {0,3}(\?\?\?\+?|!!!)[ \t]+([a-z][\w-]{0,30})?(?:[ \t][\w-]{1,30}){0,3}[ \t]*(?:"(.{0,500})")?[ \t]*$/i;
/** `{{< details "Title" >}}` of Hugo, `{% details Title %}` of Jekyll and its like, and what closes them. */
const SHORTCODE = new RegExp(
  `^[ \\t]*\\{(?:\\{[<%]|%-?)[ \\t]*(/|end)?[ \\t]*(?:${FOLDING})(?:[ \\t]+([^{}]{0,300}?))?[ \\t]*(?:[>%]\\}|-?%)\\}[ \\t]*$`,
  'i',
);
const ATTRIBUTES = /^( {0,3}#{1,6}[ \t].*\S)[ \t]*\{(?::[ \t]*[#.]|#)[^{}]{1,200}\}[ \t]*$/;
const ATTRIBUTES_ALONE = /^ {0,3}\{:[^{}]{1,200}\}[ \t]*$/;
const WIKI_HEADING = /^(={2,6})[ \t]+(\S.*\S|\S)[ \t]+\1[ \t]*$/;
const SIDE_COMMENT =
  /^[ \t]*<!--[ \t]*(?:(q|question|front)|(a|answer|back))[ \t]*\d{0,4}[ \t]*-->[ \t]*$/i;
const IS_FOLDING = new RegExp(`^(?:${FOLDING})$`, 'i');
const IS_ASKING = new RegExp(`^(?:${QUESTION_WORDS}|faq|quiz|flashcard)$`, 'iu');
/** `##Title` */
const GLUED = /(?:^|\n)#{2,6}(?=[\p{L}\p{N}*`¿])/u;
const MIN_REPEATS = 2;
/** Admonitions deeper than this are left as they are. */
const MAX_DEPTH = 4;

/**
 * Writes what the generators of sites and wikis have for folds, headings and markers
 * as Markdown has it: `<details>`, `##`, `Question:`. What stood in a line stays in it.
 */
export function plainMarkup(text: string): string {
  const hasAnchors = mayHaveAnchors(text);
  const isGlued = GLUED.test(text);
  if (!hasAnchors && !isGlued && !MARKS.some((mark) => text.includes(mark)) && !SIDES.test(text))
    return text;
  const lines = hasAnchors ? withClosedAnchors(text.split('\n')) : text.split('\n');
  const { written, closers } = rewrite(lines, 0);
  const plain = withRepeated(written);
  return [...plain, ...(closers === '' ? [] : [closers])].join('\n');
}

/** Lines as they are to be, and the closing tags for which there was no line left. */
interface Rewritten {
  readonly written: string[];
  readonly closers: string;
}

function rewrite(lines: readonly string[], depth: number): Rewritten {
  const isCode = fencedLines(lines);
  const open: boolean[] = [];
  const written: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const block = isCode[at] || depth >= MAX_DEPTH ? null : admonitionAt(lines, at);
    if (block === null) {
      written.push(isCode[at] ? line : rewritten(line, open));
      continue;
    }
    const { title, end, isLast } = block;
    const inner = rewrite(lines.slice(at + 1, end).map(withoutIndent), depth + 1);
    const closers = `${inner.closers}</details>`;
    written.push(opening(title), ...inner.written);
    if (isLast) return { written, closers };
    written.push(closers);
    at = end;
  }
  return { written, closers: '' };
}

/** An admonition that folds, or asks: where its text ends, and whether no line is left behind it. */
function admonitionAt(lines: readonly string[], at: number) {
  const head = ADMONITION.exec(lines[at] ?? '');
  if (head === null) return null;
  const [, sign = '', type = '', said = ''] = head;
  const title = said === '' ? type : said;
  const counts = sign.startsWith('?') || IS_ASKING.test(type) || saysAnswer(title);
  let end = at + 1;
  for (let line = end; line < lines.length; line++) {
    const text = lines[line] ?? '';
    if (text.trim() === '') continue;
    if (!/^(?: {4}|\t)/.test(text)) break;
    end = line + 1;
  }
  const isLast = end >= lines.length;
  // Its end is written into the blank line behind it.
  if (!counts || end === at + 1 || (!isLast && lines[end]?.trim() !== '')) return null;
  return { title, end, isLast };
}

const withoutIndent = (line: string) => line.replace(/^(?: {4}|\t)/, '');
const opening = (title: string) => `<details><summary>${title}</summary>`;

/** A line outside admonitions. `open` says of each container around it whether it is written as a fold. */
function rewritten(line: string, open: boolean[]): string {
  const container = line.includes(':::') ? CONTAINER.exec(line) : null;
  if (container !== null) return containerLine(line, container, open);
  const shortcode = line.includes('{') ? SHORTCODE.exec(line) : null;
  if (shortcode !== null) {
    return shortcode[1] === undefined ? opening(titleIn(shortcode[2] ?? '')) : '</details>';
  }
  if (!line.includes('}')) return line;
  return ATTRIBUTES_ALONE.test(line) ? '' : line.replace(ATTRIBUTES, '$1');
}

function containerLine(line: string, [, , type, rest = '']: RegExpExecArray, open: boolean[]) {
  if (type === undefined) return open.pop() ? '</details>' : line;
  const title = rest.trim().replace(/^\[(.*)\]$/, '$1');
  const folds = IS_FOLDING.test(type) || saysAnswer(title === '' ? type : title);
  open.push(folds);
  return folds ? opening(title === '' ? type : title) : line;
}

/** `"Title"`, `title="Title"`, or all that is said. */
function titleIn(said: string): string {
  const named = /(?:summary|title)[ \t]*=[ \t]*["']([^"']*)["']/i.exec(said);
  return named?.[1] ?? /^["'](.*?)["']/.exec(said)?.[1] ?? said;
}

/**
 * What counts only where it is repeated: `<!-- Q -->` above each question and `<!-- A -->` above
 * each answer; `##Title`; `== Title ==`, where no heading is Markdown's.
 */
function withRepeated(lines: readonly string[]): string[] {
  const isCode = fencedLines(lines);
  const own = lines.filter((_, at) => !isCode[at]);
  const count = (counts: (line: string) => boolean) => own.filter(counts).length;
  const isGlued = count((line) => line.startsWith('##') && GLUED.test(line)) >= MIN_REPEATS;
  const sideOf = (line: string) => (line.includes('<!--') ? SIDE_COMMENT.exec(line) : null);
  const hasSides =
    count((line) => sideOf(line)?.[1] !== undefined) >= MIN_REPEATS &&
    count((line) => sideOf(line)?.[2] !== undefined) >= MIN_REPEATS;
  const isWiki =
    count((line) => line.startsWith('=') && WIKI_HEADING.test(line)) >= MIN_REPEATS &&
    count((line) => /^#{1,6}[ \t]/.test(line)) === 0;
  if (!hasSides && !isWiki && !isGlued) return [...lines];
  return lines.map((line, at) => {
    const side = hasSides && !isCode[at] ? sideOf(line) : null;
    if (side !== null) return side[1] === undefined ? 'Answer:' : 'Question:';
    if (isGlued && !isCode[at] && line.startsWith('##')) return line.replace(GLUED, '$& ');
    return isWiki && !isCode[at] ? line.replace(WIKI_HEADING, wikiHeading) : line;
  });
}

const wikiHeading = (_: string, marks: string, title: string) =>
  `${'#'.repeat(marks.length)} ${title}`;
