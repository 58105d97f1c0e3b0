import { counted } from '../../model/text/counted.js';
import { percent } from '../../model/text/figures.js';
import type { Leaf } from '../text/leaves.js';
import { asks } from './asks.js';
import { takeStars } from './difficulty.js';
import type { Anchor } from './layout.js';
import type { Page } from './page.js';
import { prefixOf } from './prefix.js';
import type { Shape } from './shape.js';
import { isBareLabel } from './title.js';
import { unitsBelow } from './units.js';

const BOLD = /^(\*\*|__)(?=\S)((?:(?!\1)[\s\S])*\S)\1[ \t]*([^\p{L}\p{N}\n]{0,12})$/u;
/** A break behind a bold line. */
const BREAK = /[ \t]*<br\s?\/?>[ \t]*$/i;
const HTML_BOLD =
  /^<(b|strong)>[ \t]*((?:[^<>\n]|<\/?code>){1,1000}?)[ \t]*<\/\1>(?:[ \t]*<br\s?\/?>)*[ \t]*$/i;
const MIN_LINES = 2;

/** `**question**` alone on its line, the text below it the answer. */
export const boldLine: Shape = {
  name: 'bold-line',
  summary: 'a bold line is the question, the text below it the answer',
  example:
    '**What is a KV cache? ⭐**\n\nKeys and values of the tokens so far, kept for the next one.',
  vote(page) {
    const lines = lettered(findLines(page));
    const first = lines[0];
    if (first === undefined) return null;
    // What stands below each answer, a way back to the top say, is looked at once.
    const known = new Map<string, boolean>();
    const isQuestion = (text: string) => {
      const isSo = known.get(text) ?? isMarked(text);
      known.set(text, isSo);
      return isSo;
    };
    const marked = lines.filter(
      ({ text, end }) =>
        isQuestion(text) ||
        (isBareLabel(text.replaceAll(/[*_]/g, '')) &&
          asks(page.leavesWithin(end, end + 3)[0]?.content ?? '')),
    );
    const share = marked.length / lines.length;
    const sure = share >= 0.5 ? 0.5 + share * 0.45 : share * 0.8;
    return {
      confidence: lines.length >= MIN_LINES ? sure : sure * 0.7,
      why: `${counted(lines.length, 'bold line')}, ${percent(share)} of them ask or carry a mark`,
      line: first.line,
      read: () =>
        unitsBelow(page, lines, {
          isNumbered: lines.filter(({ text }) => prefixOf(text) !== null).length * 2 > lines.length,
          deepest: 3,
        }),
    };
  },
};

/** Where most lines begin with "Q1", those that do: the others are parts of answers. */
function lettered(lines: readonly Anchor[]): readonly Anchor[] {
  const own = lines.filter(({ text }) => prefixOf(text)?.kind === 'letter');
  return own.length >= MIN_LINES && own.length * 2 > lines.length ? own : lines;
}

/** Does a bold line ask, or carry a mark of difficulty? */
const isMarked = (text: string) =>
  takeStars(text, { legend: true, most: 1 }).stars !== null || asks(prefixOf(text)?.rest ?? text);

/** Paragraphs that are bold as a whole; of a paragraph of several lines the first counts too. */
function findLines(page: Page): Anchor[] {
  const found: Anchor[] = [];
  for (const leaf of page.leaves) {
    if (leaf.kind !== 'paragraph' || leaf.depth > 0 || leaf.quoted) continue;
    if (page.isFolded(leaf.line) || page.isNavigation(leaf.line)) continue;
    const anchor = boldAnchor(leaf);
    if (anchor !== null) found.push(anchor);
  }
  return found;
}

/** Anchors before a bold line, on lines of their own or its own. */
const ANCHORS =
  /^[ \t]{0,20}(?:<a\b[^<>\n]{0,300}>[ \t]{0,20}(?:\n?<\/a>)?[ \t]{0,20}\n?){1,5}(?=\*\*|__|<b>|<strong>)/i;

function boldAnchor(leaf: Leaf): Anchor | null {
  const { line, end, content } = leaf;
  const above = content.startsWith('<a') ? (ANCHORS.exec(content)?.[0] ?? '') : '';
  if (above !== '') {
    const lines = above.split('\n').length - 1;
    return boldAnchor({ ...leaf, line: line + lines, content: content.slice(above.length) });
  }
  const [opening = ''] = content.split('\n', 1);
  if (opening.startsWith('<') && HTML_BOLD.test(opening))
    return { line, end: line + 1, text: opening.replace(HTML_BOLD, '**$2**') };
  if (!content.startsWith('**') && !content.startsWith('__')) return null;
  if (BOLD.test(content) && content.length < 1000)
    return { line, end, text: content.replaceAll('\n', ' ') };
  const first = opening.replace(BREAK, '');
  return BOLD.test(first) ? { line, end: line + 1, text: first } : null;
}
