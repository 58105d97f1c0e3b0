import { counted } from '../../model/text/counted.js';
import type { Leaf } from '../text/leaves.js';
import { lineStart } from '../text/source.js';
import { groupsAbove } from './page/groups.js';
import type { QuestionSpan } from './page/layout.js';
import { firstFrom, type Page } from './page/page.js';
import type { Shape, Unit } from './shape.js';
import { bodyOf, bodyStyle, finishedAnswer } from './unit/body.js';
import { cut } from './unit/text.js';
import { titleOf } from './unit/title.js';
import { pathFinder } from './unit/units.js';
import { asks, endsAsking } from './words/asks.js';
import { starScale } from './words/difficulty.js';
import { labelled } from './words/labels.js';
import { prefixOf } from './words/prefix.js';
import { isStructure } from './words/structure.js';

const BULLET = /^(?:[-*+]|\d{1,4}[.)])$/;
const BOLD = /^(\*\*|__)(?=\S)((?:(?!\1)[\s\S])*\S)\1[ \t]*(?:[-–—:]+[ \t]*)?([\s\S]*)$/;
const LINK_ALONE = /^\[(?:[^[\]\n]|\[[^[\]\n]{0,100}\]){0,500}\]\([^\n]{0,1000}\)[^\p{L}\p{N}]*$/u;
const QUESTION_LINE =
  /^[^\n]*[?？][*_)\s]*(?:\[[^\p{L}\p{N}\]\n]{1,4}\]\([^()\s]{1,1000}\)[ \t]*)?\n/u;
/** `What is it? - [Learn more](https://…)`. */
const LINKS_BEHIND =
  /^([^\n]{1,1000}?[?？][*_]{0,3})[ \t]*[-–—:|→]*[ \t]*((?:\[[^[\]\n]{1,200}\]\([^()\s]{1,1000}\)[ \t.,|]*){1,5})$/;
const MIN_ITEMS = 3;

/** An item of the outermost lists: its first paragraph, and where it ends. */
interface Item {
  readonly leaf: Leaf;
  /** The line behind all of it. */
  readonly end: number;
  /** Its bold beginning; null where it has none. */
  readonly bold: string | null;
  /** All of the question that stands on its line, where the answer begins on it. */
  readonly head: string | null;
  /** What stands behind that. */
  readonly tail: string;
  readonly asks: boolean;
  readonly isLink: boolean;
}

/** Bullets: bold ones with nested bullets as the answer, or plain ones that ask. */
export const bullets: Shape = {
  name: 'bullets',
  mayBeBare: true,
  atMost: 0.86,
  summary: 'bullets: a bold one, or one that asks, is the question; what is nested the answer',
  example:
    '* **What is a KV cache?**\n  * Keys and values of the tokens so far.\n  * Kept for the next token.',
  vote(page) {
    const items = topItems(page);
    const links = items.filter(({ isLink }) => isLink).length;
    const idle = idleItems(page, items);
    const own = items.filter((item) => !item.isLink && !idle.has(item));
    const bold = own.filter((item) => item.bold !== null && item.bold !== '');
    const boldAsking = bold.filter((item) => item.asks).length;
    const asking = own.filter((item) => item.asks);
    const first = own[0];
    if (first === undefined) return null;
    const isBold = bold.length * 2 > own.length && boldAsking * 2 > bold.length;
    const questions = isBold ? own.filter(isBoldOrAsking) : asking;
    // What stands in sections without a question says little of the others.
    const share = questions.length / (items.length - idle.size / 2);
    const sure = share > 0.5 ? 0.4 + share * 0.45 : share * 0.8;
    const isEnough =
      questions.length >= MIN_ITEMS ||
      (own.length >= MIN_ITEMS && own.every(({ leaf, end }) => hasBelow(page, leaf.end, end)));
    const what = isBold ? 'bold' : 'plain';
    return {
      confidence: isEnough ? sure : sure * 0.6,
      why: `${counted(items.length, 'bullet')}, ${questions.length} of them ${what} ones that ask, ${counted(links, 'link')} alone`,
      line: questions[0]?.leaf.line ?? first.leaf.line,
      read: () => readItems(page, isBold ? questions : own, isBold),
    };
  },
};

const isBoldOrAsking = ({ bold, head, leaf }: Item) =>
  (bold !== null && bold !== '') || endsAsking(head ?? leaf.content);

function topItems(page: Page): Item[] {
  const starts = withoutParts(
    page,
    page.leaves.filter(
      (leaf) =>
        leaf.depth === 1 &&
        leaf.kind === 'paragraph' &&
        leaf.marker !== '' &&
        BULLET.test(leaf.marker) &&
        !leaf.quoted &&
        !page.isFolded(leaf.line),
    ),
  );
  const ends = endLines(page, starts);
  let next = 0;
  return starts.map((leaf, index): Item => {
    while ((ends[next] ?? Number.POSITIVE_INFINITY) <= leaf.line) next++;
    const limit = Math.min(
      starts[index + 1]?.line ?? page.lines.length,
      ends[next] ?? page.lines.length,
    );
    const bold = /^(?:\*\*|__)/.test(leaf.content) ? BOLD.exec(leaf.content) : null;
    const found = bold !== null && isLead(bold) ? null : bold;
    const text = found?.[2] ?? bold?.[3] ?? leaf.content.split('\n', 1)[0] ?? '';
    return {
      leaf,
      end: limit,
      bold: found?.[2] ?? null,
      ...divided(found, leaf.content),
      asks: asks(prefixOf(text)?.rest ?? text),
      isLink: leaf.content.startsWith('[') && LINK_ALONE.test(leaf.content),
    };
  });
}

/**
 * Where all items that ask are numbered, or none is, those of the other kind that follow one in
 * its section are parts of its answer.
 */
function withoutParts(page: Page, starts: readonly Leaf[]): readonly Leaf[] {
  const asking = starts.filter(({ content }) => asks(firstWords(content)));
  const isNumbered = /\d/.test(asking[0]?.marker ?? '');
  const isOther = ({ marker }: Leaf) => /\d/.test(marker) !== isNumbered;
  if (asking.length < 2 || asking.some(isOther) || !starts.some(isOther)) return starts;
  const headings = page.leaves.filter(({ kind, depth }) => kind === 'heading' && depth === 0);
  let section = -1;
  return starts.filter((leaf) => {
    if (isOther(leaf)) return firstFrom(headings, leaf.line) !== section;
    section = firstFrom(headings, leaf.line);
    return true;
  });
}

/** What an item begins with: its bold words, else its first line, without a number. */
function firstWords(content: string): string {
  const bold = /^(?:\*\*|__)/.test(content) ? BOLD.exec(content) : null;
  const text = bold === null || isLead(bold) ? (content.split('\n', 1)[0] ?? '') : (bold[2] ?? '');
  return prefixOf(text)?.rest ?? text;
}

/** The question and what follows it on its line: behind bold words, or links behind a question mark. */
function divided(bold: RegExpExecArray | null, content: string) {
  if (bold !== null) return { head: bold[2] ?? null, tail: bold[3] ?? '' };
  const linked = content.includes('](') ? LINKS_BEHIND.exec(content) : null;
  return { head: linked?.[1] ?? null, tail: linked?.[2] ?? '' };
}

/** `**Loops:** how do they end?` names what the question is about. */
const isLead = ([, , bold = '', tail = '']: RegExpExecArray) =>
  /[:：]$/.test(bold) && !asks(bold) && asks(tail);

/**
 * The items of sections in which none asks, and that have nothing below them: what a page says
 * of itself, or where it leads to. In a manual, which asks now and then, they count in full.
 */
function idleItems(page: Page, items: readonly Item[]): ReadonlySet<Item> {
  const headings = page.leaves.filter(({ kind, depth }) => kind === 'heading' && depth === 0);
  if (page.isBare || headings.filter(({ content }) => isStructure(content)).length >= 2) {
    return new Set();
  }
  const sectionOf = (item: Item) => firstFrom(headings, item.leaf.line);
  const asking = new Set(items.filter((item) => item.asks && !item.isLink).map(sectionOf));
  if (asking.size === 0) return new Set();
  const idle = items.filter(
    (item) =>
      !asking.has(sectionOf(item)) && (item.isLink || !hasBelow(page, item.leaf.end, item.end)),
  );
  return new Set(idle);
}

/**
 * Where a list ends: at any block outside it. Where most items are followed by
 * blocks that were not indented, these are their answers, and headings end them.
 */
function endLines(page: Page, starts: readonly Leaf[]): number[] {
  const outside = page.leaves.filter(({ depth }) => depth === 0);
  const loose = starts.filter(({ line, end }, index) => {
    const to = starts[index + 1]?.line ?? page.lines.length;
    const inside = page.leavesWithin(end, to).find(({ kind }) => kind !== 'comment');
    return inside !== undefined && inside.depth === 0 && inside.kind !== 'heading' && line < to;
  });
  // Answers right below their questions, not indented, go on where the next text is not either.
  const flush = starts.filter(
    ({ line, end }) => end > line + 1 && /^\S/.test(page.lines[line + 1] ?? ''),
  );
  const isLoose = loose.length * 2 > starts.length || flush.length * 2 > starts.length;
  return outside
    .filter(({ kind }) => !isLoose || kind === 'heading' || kind === 'rule')
    .filter(({ content }) => !page.isBare || labelled(content) === content)
    .map(({ line }) => line);
}

function readItems(page: Page, items: readonly Item[], isBold: boolean): Unit[] {
  const scale = starScale(items.map(({ leaf }) => leaf.content));
  const pathAt = pathFinder(groupsAbove(page, [], 6));
  const spanOf = spansOf(items);
  const nested = items.filter(
    ({ leaf, end }) => QUESTION_LINE.test(leaf.content) || hasBelow(page, leaf.end, end),
  ).length;
  // Where few have something nested, it goes on asking.
  const answersBelow = !page.isBare && (isBold || nested * 2 > items.length);
  const style = answersBelow || page.isBare ? bodyStyle(page, items.map(spanOf)) : 'plain';
  const divides = page.isBare || style === 'fold' || style === 'label' || style === 'choices';
  return items.map((item): Unit => {
    const { leaf, head, tail } = item;
    const { anchor, from, to } = spanOf(item);
    const title = titleOf(head ?? anchor.text, scale, true);
    const below = cut(page, lineStart(page.source, from), lineStart(page.source, to));
    const divided = divides ? bodyOf(page, style, title.text, from, to) : null;
    // What stands above a label belongs to the question, right behind its bold words, too.
    const [asked, said] =
      divided !== null && (page.isBare || divided.question !== '')
        ? [joined(tail, divided.question), divided.answer]
        : answersBelow
          ? ['', joined(tail, divided?.answer ?? below)]
          : [below, ''];
    return {
      line: leaf.line,
      question: joined(title.text, asked),
      answer: finishedAnswer(said),
      stars: title.stars,
      companies: title.companies,
      path: pathAt(leaf.line),
    };
  });
}

/**
 * Returns a function that gives the lines behind an item's question: a question mark at the end
 * of a line ends it, and where it does in most, so does the first line of the others that ask.
 */
function spansOf(items: readonly Item[]): (item: Item) => QuestionSpan {
  const long = items.filter(({ leaf, head }) => head === null && leaf.content.includes('\n'));
  const marked = long.filter(({ leaf }) => QUESTION_LINE.test(leaf.content)).length;
  const endsAtLine = (item: Item) =>
    QUESTION_LINE.test(item.leaf.content) || (item.asks && marked * 2 > long.length);
  return (item) => {
    const { leaf, end, head } = item;
    const own = endsAtLine(item) ? 1 : leaf.end - leaf.line;
    const text = leaf.content.split('\n').slice(0, own).join('\n');
    const from = head === null ? leaf.line + own : leaf.end;
    return { anchor: { line: leaf.line, end: from, text }, from, to: end };
  };
}

const joined = (...texts: readonly string[]) =>
  texts
    .map((text) => text.trimEnd())
    .filter((text) => text.trim() !== '')
    .join('\n\n');

const hasBelow = (page: Page, from: number, to: number) => page.leavesWithin(from, to).length > 0;
