import type { Stars } from '../../../model/card.js';
import { firstFrom, type Page } from '../page/page.js';
import { type Marked, starsOfWord, takeStars } from '../words/difficulty.js';
import { LEVEL_NAMES } from '../words/names.js';

const OUTER_COMMENT =
  /^\s{0,20}<!--([^<>]{0,300}?)-->\s{0,20}|\s{0,20}<!--([^<>]{0,300}?)-->\s{0,20}$/;
const COMMENT = /<!--([\s\S]{0,300}?)-->/;
const EXPERTISE = /^\s*expertise:\s*\(?([0-2])\)?\s*$/;
const LEVEL =
  /^\s*(?:(?:difficulty|level|stars)\s*[:=-]?\s*)?\(?([\p{L}-]{3,14}|[★⭐🌟☆]{1,5}|[1-3])\)?\s*$/iu;
/** A line of its own that says how hard a question is. */
const BODY_LEVEL = new RegExp(
  `^[ \\t>]*(?:[-*+][ \\t]+)?[*_\`]{0,3}(?:${LEVEL_NAMES})(?: level)?[*_\`]{0,3}[ \\t]*[:=-][ \\t]*[*_\`]{0,3}[ \\t]*(\\p{L}{3,14}|(?:[★⭐🌟☆]\\uFE0F?\\s?){1,5}|[1-3](?=\\D|$))(?: level)?[ \\t]*[^\\p{L}\\p{N}\\n]{0,12}(?:\\n|$)`,
  'iu',
);
/** With what such a line begins. Most texts begin otherwise, and what tells all of it is dear to compile. */
const MAY_SAY_LEVEL = new RegExp(`^[ \\t>*+_\`-]*(?:${LEVEL_NAMES})`, 'iu');
const SCALE = { legend: false, most: 3 };

/** Takes the comments off the ends of a question's text, with the difficulty that one may say. */
export function takeComments(given: string): Marked {
  if (!given.includes('<!--')) return { text: given, stars: null };
  let text = given;
  let stars: Stars | null = null;
  for (let found = OUTER_COMMENT.exec(text); found !== null; found = OUTER_COMMENT.exec(text)) {
    stars ??= starsOfComment(found[1] ?? found[2] ?? '');
    text = text.slice(0, found.index) + text.slice(found.index + found[0].length);
  }
  return { text: text.includes('\n') ? text : withoutComments(text), stars };
}

/** What is in code stays. */
const CODE_OR_COMMENT = /(`+)[^`]{0,500}\1|<!--[^\n]{0,300}?-->[ \t]?/g;
const withoutComments = (text: string) =>
  text.replaceAll(CODE_OR_COMMENT, (found) => (found.startsWith('`') ? found : ''));

/** Takes off the line that an answer begins with where it only says "Difficulty: easy". */
export function takeLevelLine(text: string): Marked {
  const found = MAY_SAY_LEVEL.test(text) ? BODY_LEVEL.exec(text) : null;
  const stars = found === null ? null : starsOfLevel(found[1] ?? '');
  if (found === null || stars === null) return { text, stars: null };
  return { text: text.slice(found[0].length).replace(/^(?:[ \t]*\n)+/, ''), stars };
}

/**
 * Returns the stars that a comment in the lines `[from, to)` says. One that touches the
 * next question's line, and not that of its own, belongs to the next.
 */
export function commentStars(page: Page, from: number, to: number): Stars | null {
  if (page.comments.length === 0) return null;
  const above = starsAbove(page, from);
  if (above !== null) return above;
  for (let at = firstFrom(page.comments, from); ; at++) {
    const comment = page.comments[at];
    if (comment === undefined || comment.line >= to) return null;
    if (comment.end === to && comment.line > from && to < page.lines.length) continue;
    const stars = starsOfComment(COMMENT.exec(comment.content)?.[1] ?? '');
    if (stars !== null) return stars;
  }
}

/** The stars of a comment that touches the question's line from above. */
function starsAbove(page: Page, from: number): Stars | null {
  const above = page.leafAt(from - 2);
  if (above?.kind !== 'comment' || above.end !== from - 1) return null;
  return starsOfComment(COMMENT.exec(above.content)?.[1] ?? '');
}

function starsOfComment(text: string): Stars | null {
  const expertise = EXPERTISE.exec(text)?.[1];
  if (expertise !== undefined) return (Number(expertise) + 1) as Stars;
  return starsOfLevel(LEVEL.exec(text)?.[1] ?? '');
}

function starsOfLevel(level: string): Stars | null {
  const mark = level.trim();
  if (/^[1-3]$/.test(mark)) return Number(mark) as Stars;
  return starsOfWord(mark) ?? (/[★⭐🌟]/u.test(mark) ? takeStars(`x ${mark}`, SCALE).stars : null);
}
