import { countEach } from '../../model/groups.js';
import type { Leaf } from '../text/leaves.js';
import type { Anchor } from './page/layout.js';
import type { Page } from './page/page.js';
import { isBareLabel } from './unit/title.js';
import { asks, endsAsking } from './words/asks.js';
import { labelled } from './words/labels.js';
import { prefixOf } from './words/prefix.js';

const BOLD = /^(\*\*|__)(?=\S)((?:(?!\1)[\s\S])*\S)\1[ \t]*([^\p{L}\p{N}\n]{0,12})$/u;
/** A break behind a bold line. */
const BREAK = /[ \t]*<br\s?\/?>[ \t]*$/i;
const HTML_BOLD =
  /^<(b|strong|u)>[ \t]*((?:[^<>\n]|<\/?code>){1,1000}?)[ \t]*<\/\1>(?:[ \t]*<br\s?\/?>)*[ \t]*$/i;
/** `**<a name="1">What is it?</a>**`. */
const INNER_ANCHOR = /^(\*\*|__)\s*<a\b[^<>\n]{0,300}>([^<>]{1,1000})<\/a>\s*\1/i;
const MIN_LINES = 2;
/** Where so many lines are numbered, or have another mark, the others are parts of answers. */
const MOST = 0.6;

/** The lines of a page that are bold as a whole and may be questions. */
export function findBoldLines(page: Page): readonly Anchor[] {
  const lines = withoutParts(lettered(boldAnchors(page)));
  const runIns = page.source.text.includes('?** ') ? runInAnchors(page) : [];
  return runIns.length > lines.length ? runIns : lines;
}

/** `**What is it?** This.` */
const RUN_IN = /^\*\*([^*\n]{1,300}[?？])\*\*[ \t]+(?=\S)/;
const MIN_RUN_INS = 3;

/** Paragraphs that begin with a bold question and go on with its answer, where most of a page do. */
function runInAnchors(page: Page): Anchor[] {
  const texts = page.leaves.filter(
    ({ kind, depth, quoted, line }) =>
      kind === 'paragraph' && depth === 0 && !quoted && !page.isFolded(line),
  );
  const anchors = texts.flatMap(({ line, end, content }): Anchor[] => {
    const found = RUN_IN.exec(content);
    if (found === null) return [];
    return [{ line, end, text: found[1] ?? '', tail: content.slice(found[0].length) }];
  });
  return anchors.length >= MIN_RUN_INS && anchors.length >= texts.length * MOST ? anchors : [];
}

/** Where most lines begin with "Q1", those that do: the others are parts of answers. */
function lettered(lines: readonly Anchor[]): readonly Anchor[] {
  const own = lines.filter(({ text }) => prefixOf(text)?.kind === 'letter');
  return own.length >= MIN_LINES && own.length * 2 > lines.length ? own : lines;
}

/**
 * Leaves out what names a part of an answer and does not end in a question mark: where few do so,
 * lines that end in a colon, or that come several times, and where most are numbered, the others.
 */
function withoutParts(lines: readonly Anchor[]): readonly Anchor[] {
  const counts = countEach(lines.map(({ text }) => text));
  const isPart = (text: string) =>
    /[:：]$/.test(bare(text)) || ((counts.get(text) ?? 0) > 1 && !asks(bare(text)));
  const own = lines.filter(({ text }) => isQuestion(text) || !isPart(text));
  const rest = own.length > lines.length / 3 ? own : lines;
  const numbered = rest.filter(({ text }) => prefixOf(text) !== null);
  if (numbered.length <= rest.length * MOST) return rest;
  return rest.filter(({ text }) => isQuestion(text) || prefixOf(text) !== null);
}

const bare = (text: string) => text.replaceAll(/[*_]/g, '').trim();
const isQuestion = (text: string) => endsAsking(bare(text)) || isBareLabel(bare(text));

/** Paragraphs that are bold as a whole; of a paragraph of several lines the first counts too. */
function boldAnchors(page: Page): Anchor[] {
  const found: Anchor[] = [];
  for (const leaf of page.leaves) {
    if (leaf.kind !== 'paragraph' || leaf.depth > 0 || leaf.quoted) continue;
    if (page.isFolded(leaf.line) || page.isNavigation(leaf.line)) continue;
    const anchor = boldAnchor(leaf);
    if (anchor !== null && !isLabel(anchor.text)) found.push(anchor);
  }
  return found;
}

/** `**Answer: B**` begins an answer. */
const isLabel = (text: string) => labelled(text) !== text;

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
  if (content.includes('<a') && INNER_ANCHOR.test(content)) {
    return boldAnchor({ ...leaf, content: content.replace(INNER_ANCHOR, '$1$2$1') });
  }
  if (BOLD.test(content) && content.length < 1000)
    return { line, end, text: content.replaceAll('\n', ' ') };
  const first = opening.replace(BREAK, '');
  return BOLD.test(first) ? { line, end: line + 1, text: first } : null;
}
