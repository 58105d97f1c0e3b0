import type { Stars } from '../../../model/card.js';
import { takeCompanies } from '../words/companies.js';
import { type StarScale, takeStars } from '../words/difficulty.js';
import { QUESTION_WORDS } from '../words/names.js';
import { prefixOf, withoutAnchor } from '../words/prefix.js';
import { takeComments } from './comment-marks.js';

/** The first line of a question, taken apart. */
export interface Title {
  readonly text: string;
  readonly stars: Stars | null;
  readonly companies: readonly string[];
}

const WHOLE_BOLD = /^(\*{2,3}|_{2,3}|[*_](?!\())(?=[^\s*_])((?:(?!\1)[\s\S])+)\1[ \t]*$/;
/** With what these two begin: most titles begin with a letter. */
const WRAPPERS = new Set('*_[');
/** What a list of tasks has before each. */
const BOX = /^\[[ xX]\]\s+(?=\S)/;
/** `[[src](https://…)]` behind a question. */
const SOURCE =
  /\s*\[\[(?:src|source|ref|reference|link|answer|solution)s?\d{0,2}\](?:\]\([^()\s]{1,1000}\)|\([^()\s]{1,1000}\)\])[ \t]*$/i;
const WHOLE_LINK = /^\[((?:[^[\]\n]|\[[^[\]\n]{0,100}\]){1,1000})\]\([^()\s]{1,1000}\)[ \t]*$/;

/** Reads a question's first line: without number, mark, closing signs and what wraps all of it. */
export function titleOf(line: string, scale: StarScale, isNumbered: boolean): Title {
  const bare = takeComments(withoutTail(line.trim()));
  let text = withoutSign(withoutAnchor(unclosed(bare.text.replace(BOX, ''))));
  text = withoutSign(unwrapped(text));
  const first = bare.stars === null ? takeStars(text, scale) : { text, stars: bare.stars };
  const asked = takeCompanies(unwrapped(first.text));
  text = asked.text;
  if (isNumbered) text = prefixOf(text)?.rest ?? text;
  const second = first.stars === null ? takeStars(unwrapped(text), scale) : first;
  if (first.stars === null && second.stars !== null) text = second.text;
  return {
    text: withoutSign(unwrapped(closedBold(text)).trim()),
    stars: second.stars,
    companies: asked.companies,
  };
}

/** A sign that only says that here is a question. */
const SIGN = /^(?:[❓❔🔹🔸🔷🔶📌👉🙋🧐🤔▶➤►](?:\uFE0F|\u200D[♂♀]\uFE0F?)?\s*)+(?=\S)/u;
const withoutSign = (text: string) => (text.charCodeAt(0) > 0x2000 ? text.replace(SIGN, '') : text);
/** A tag that says that here is a card, as Obsidian and Logseq have them. */
const CARD_TAG = /(?:\s+#(?:flash)?cards?(?:[/-][^\s#]{0,100})?)+$/i;

/** `[➜](#answer)`: a link in which nothing is said. */
const ARROW_LINK = /\s+\[[^\p{L}\p{N}[\]]{1,4}\]\([^()\s]{1,1000}\)$/u;

/** Most titles end in neither, which one look tells. */
function withoutTail(given: string): string {
  const text = given.endsWith(')') ? given.replace(ARROW_LINK, '') : given;
  const unsourced = text.includes('[[') ? text.replace(SOURCE, '') : text;
  return unsourced.includes('#') ? unsourced.replace(CARD_TAG, '') : unsourced;
}

const BARE_LABEL = new RegExp(
  `^第\\s?[\\d一二三四五六七八九十百]{1,6}\\s?[题題问問道]题?$|^(?:${QUESTION_WORDS}|题目|題目|문제|q|que|ques|problem|exercise|task|challenge|quiz(?=[^\\d]{0,6}\\d)|aufgabe)\\s?(?:no\\.?\\s?)?[#№-]?\\s?\\d{0,4}\\s?[.:)]?$|^#?\\s?\\d{1,4}\\s?[.:)]?$`,
  'iu',
);

/** Does a title only count, "Question 1", so that the question itself follows? */
export function isBareLabel(title: string): boolean {
  return BARE_LABEL.test(title.trim());
}

/** Hashes that close a heading, glued to its text or not; C# and F# keep theirs. */
const unclosed = (text: string) =>
  text.trimEnd().endsWith('#')
    ? text
        .replace(/\s+#+\s*$/, '')
        .replace(/([^\p{L}\p{N}\s#])#{1,6}\s*$/u, '$1')
        .replace(/#{2,6}\s*$/, '')
    : text;

function unwrapped(text: string): string {
  if (!WRAPPERS.has(text.charAt(0))) return text;
  const bold = WHOLE_BOLD.exec(text)?.[2];
  if (bold !== undefined) return bold.trim();
  return WHOLE_LINK.exec(text)?.[1]?.trim() ?? text;
}

/** A mark of emphasis whose partner stood before the number. */
function closedBold(text: string): string {
  if (!text.includes('**')) return text;
  const marks = text.match(/\*\*/g)?.length ?? 0;
  return marks % 2 === 1 ? text.replace('**', '') : text;
}
