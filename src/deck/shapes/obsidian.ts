import { codeSpans } from '../text/code-spans.js';
import { bothWays, findGaps, type Gap, gapCards, MARKED_GAP } from '../text/gaps.js';
import { groupsAbove } from './page/groups.js';
import type { Page } from './page/page.js';
import type { Shape, Unit } from './shape.js';
import { pathFinder } from './unit/units.js';
import { isProperty } from './words/properties.js';

const SCHEDULE = /<!--\s*SR:[^\n]{0,500}?-->/g;
const SIGNED = /<!--\s*SR:/;
const TAG = /(?:^|\s)#flashcards?(?:\/\S*)?(?=\s|$)/im;
const SURE_MARKS = ['::', '==', '{{'];
/** Bold words are gaps where something else says that there are any. */
const ANY_MARKS = ['**', '\n?', ...SURE_MARKS];
const DIVIDING_LINE = /\n[^\S\n]*\?{1,2}[^\S\n]*(?:\n|$)/;
const BOTH = /^\?{1,2}$/;
const BOLD = /\*\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*\*/g;

/** How many texts hold gaps where other files decide. */
const BESIDE_OTHERS = 0.4;

/** Lines without a blank one between them, and where they stand. */
interface Block {
  readonly line: number;
  readonly lines: readonly string[];
}

type Entry = Pick<Unit, 'line' | 'question' | 'answer' | 'siblings'>;

/** Obsidian's spaced repetition: `q::a`, `?` between two texts, `==gaps==`. */
export const obsidian: Shape = {
  name: 'obsidian',
  summary: 'notes for Obsidian: question::answer, ? between two texts, ==gaps==',
  example:
    'What is kept in a KV cache?::Keys and values\n\nA cache grows with the ==length== of the text.',
  vote(page) {
    const { text } = page.source;
    if (!ANY_MARKS.some((mark) => text.includes(mark))) return null;
    const isMarked =
      page.preface.tags.some((tag) => /^#?flashcards?\b/i.test(tag)) || isSigned(page);
    const isExpected = isMarked || page.around.prevailing === 'obsidian';
    if (!isExpected && !hasMark(text) && !DIVIDING_LINE.test(text)) return null;
    const blocks = findBlocks(page);
    const plain = blocks.filter(
      (block) => mayHold(block) && readBlock(block, MARKED_GAP).length > 0,
    );
    const mayBeBold = plain.length === 0 && isExpected;
    const bold = mayBeBold ? blocks.filter((block) => readBlock(block, BOLD).length > 0) : [];
    const first = plain[0] ?? bold[0];
    if (first === undefined) return null;
    const share = plain.length / blocks.length;
    const isBold = plain.length === 0;
    return {
      confidence: isBold ? (isMarked ? 0.6 : 0) : confidenceOf(share, isMarked),
      besideOthers: Math.max(share, bold.length / blocks.length) >= BESIDE_OTHERS ? 0.75 : 0,
      why: `${plain.length} of ${blocks.length} texts hold :: or ? or a gap${isMarked ? ', tagged as flashcards' : ''}`,
      line: first.line,
      read: () => readBlocks(page, blocks, isBold ? BOLD : MARKED_GAP),
    };
  },
};

// Bold words are gaps to few: only beside other files of this shape, or with a schedule.
function confidenceOf(share: number, isMarked: boolean): number {
  if (isMarked) return 0.97;
  return share >= 0.5 ? 0.55 + share * 0.35 : share * 0.6;
}

function isSigned(page: Page): boolean {
  if (!page.source.text.includes('SR:') && !/#flashcard/i.test(page.source.text)) return false;
  return page.leaves.some(
    ({ kind, content }) =>
      (kind === 'paragraph' && (SIGNED.test(content) || TAG.test(content))) ||
      (kind === 'comment' && /^<!--\s*SR:/.test(content)),
  );
}

const hasMark = (text: string) => SURE_MARKS.some((mark) => text.includes(mark));

/** Has a text any of the marks? Most have none, which one look tells. */
const mayHold = ({ lines }: Block) => lines.some((line) => hasMark(line) || BOTH.test(line.trim()));

/** Texts between blank lines; code in fences belongs to the text that it stands in, comments to none. */
function findBlocks(page: Page): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const close = (behind: number) => {
    if (lines.length > 0) blocks.push({ line: behind - lines.length, lines });
    lines = [];
  };
  for (let line = page.preface.bodyLine; line < page.lines.length; line++) {
    const text = page.lines[line] ?? '';
    const leaf = page.leafAt(line);
    const isInFence = leaf?.kind === 'fence' && line < leaf.end;
    const startsCode = leaf?.kind === 'code' || (isInFence && lines.length === 0);
    if ((text.trim() === '' && !isInFence) || leaf?.kind === 'comment' || startsCode) close(line);
    else if (leaf?.kind === 'heading' && !BOTH.test(lines.at(-1)?.trim() ?? '')) close(line);
    else lines.push(text);
  }
  close(page.lines.length);
  return blocks;
}

function readBlocks(page: Page, blocks: readonly Block[], gaps: RegExp): Unit[] {
  const pathAt = pathFinder(groupsAbove(page, [], 6));
  return blocks.flatMap((block) => {
    const path = pathAt(block.line);
    return readBlock(block, gaps).map(
      (entry): Unit => ({ ...entry, path, stars: null, companies: [] }),
    );
  });
}

/** The cards of a text: those of `?`, else those of its lines with `::`, else those of its gaps. */
function readBlock(block: Block, gaps: RegExp): Entry[] {
  const divider = block.lines.findIndex((line) => BOTH.test(line.trim()));
  if (divider > 0 && divider < block.lines.length - 1) return readDivided(block, divider);
  const pairs = block.lines.flatMap((line, index) => readPair(line, block.line + index));
  if (pairs.length > 0) return pairs;
  const text = unscheduled(block.lines.join('\n'));
  const found: Gap[] = findGaps(text, gaps);
  return gapCards(text, found).map((card) => ({ ...card, line: block.line }));
}

function readDivided({ line, lines }: Block, divider: number): Entry[] {
  const front = unscheduled(lines.slice(0, divider).join('\n'));
  const back = unscheduled(lines.slice(divider + 1).join('\n'));
  if (front === '' || back === '') return [];
  return sidesOf(line, front, back, lines[divider]?.trim() === '??');
}

function readPair(line: string, at: number): Entry[] {
  if (!line.includes('::') || isProperty(line)) return [];
  const spans = codeSpans(line);
  for (const match of line.matchAll(/(?<!:):{2,3}(?!:)/g)) {
    if (spans.some(({ start, end }) => start <= match.index && match.index < end)) continue;
    const front = unscheduled(line.slice(0, match.index)).replace(/^[-*+]\s+/, '');
    const back = unscheduled(line.slice(match.index + match[0].length));
    return front === '' || back === '' ? [] : sidesOf(at, front, back, match[0] === ':::');
  }
  return [];
}

function sidesOf(line: number, front: string, back: string, both: boolean): Entry[] {
  if (!both) return [{ line, question: front, answer: back }];
  return bothWays(front, back).map((side) => ({ line, ...side }));
}

const unscheduled = (text: string) =>
  text.includes('<!--') ? text.replaceAll(SCHEDULE, '').trim() : text.trim();
