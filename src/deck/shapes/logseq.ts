import { counted } from '../../model/text/counted.js';
import { findGaps, gapCards } from '../text/gaps.js';
import type { Leaf } from '../text/leaves.js';
import { dedent } from '../text/passage.js';
import { groupsAbove } from './page/groups.js';
import { firstFrom, type Page } from './page/page.js';
import type { Shape, Unit } from './shape.js';
import { finishedAnswer } from './unit/body.js';
import { titleOf } from './unit/title.js';
import { pathFinder } from './unit/units.js';
import { type StarScale, starScale } from './words/difficulty.js';
import { isProperty } from './words/properties.js';

const CARD = '(?:#(?:card|\\[\\[card\\]\\])|\\[\\[card\\]\\])';
const TAG = '#(?:\\[\\[[^\\[\\]\\n]{1,80}\\]\\]|[^\\s#\\[\\]]{1,80})';
/** In the middle of a sentence the tag is but spoken of. */
const TAGGED = new RegExp(`^${CARD}(?=\\s)|(?<![\\w/#])${CARD}(?=(?:\\s+${TAG})*\\s*$)`, 'i');
const TAGS_BEHIND = new RegExp(`(?:\\s+${TAG})+$`);
const CLOZE = /\{\{cloze\s+([^{}\n]{1,500})\}\}/g;
const EMPTY_BLOCK = /^\s*[-*]\s*$/;

/** A block that is tagged as a card: its lines, and those of the blocks below it. */
interface TaggedBlock {
  readonly leaf: Leaf;
  /** The line of the first block below it; that behind it where there is none. */
  readonly below: number;
  /** The line behind all of it. */
  readonly end: number;
}

/** Logseq's cards: a block tagged `#card` asks, the blocks below it answer. */
export const logseq: Shape = {
  name: 'logseq',
  summary: 'notes of Logseq: a block tagged #card asks, the blocks below it answer',
  example: '- What is kept in a KV cache? #card\n\t- Keys and values of the tokens so far.',
  vote(page) {
    if (!/card/i.test(page.source.text)) return null;
    const blocks = taggedBlocks(page);
    const first = blocks[0];
    if (first === undefined) return null;
    return {
      confidence: blocks.length > 1 ? 0.98 : 0.9,
      why: `${counted(blocks.length, 'block')} tagged #card`,
      line: first.leaf.line,
      read: () => readCards(page, blocks),
    };
  },
};

/** The tagged blocks that have others below them, or gaps. */
function taggedBlocks(page: Page): TaggedBlock[] {
  const own = page.leaves.filter(({ depth, quoted }) => depth > 0 && !quoted);
  return own.flatMap((leaf): TaggedBlock[] => {
    const isText = leaf.kind === 'paragraph' || leaf.kind === 'heading';
    const isTagged = isText && leaf.marker !== '' && TAGGED.test(firstLine(leaf.content));
    if (!isTagged) return [];
    const end = endOf(page, leaf);
    const below = page.leavesWithin(leaf.end, end).find(({ depth }) => depth > leaf.depth);
    const isCard = below !== undefined || leaf.content.includes('{{cloze ');
    return isCard ? [{ leaf, below: below?.line ?? end, end }] : [];
  });
}

/** The line of the next block that is not below one. */
function endOf(page: Page, { line, depth }: Leaf): number {
  const { leaves } = page;
  let next = firstFrom(leaves, line + 1);
  const isBelow = (leaf: Leaf) =>
    leaf.depth > depth || (leaf.depth === depth && leaf.marker === '');
  for (let leaf = leaves[next]; leaf !== undefined && isBelow(leaf); leaf = leaves[++next]);
  return leaves[next]?.line ?? page.lines.length;
}

const firstLine = (text: string) => text.split('\n', 1)[0]?.trim() ?? '';

function readCards(page: Page, blocks: readonly TaggedBlock[]): Unit[] {
  const scale = starScale(blocks.map(({ leaf }) => firstLine(leaf.content)));
  const pathAt = pathFinder(groupsAbove(page, [], 6));
  return blocks.flatMap((block) => unitsOf(page, block, scale, pathAt(block.leaf.line)));
}

function unitsOf(page: Page, block: TaggedBlock, scale: StarScale, path: string[]): Unit[] {
  const { leaf, below, end } = block;
  const line = firstLine(leaf.content).replace(TAGGED, '').trim();
  const tags = TAGS_BEHIND.exec(` ${line}`)?.[0] ?? '';
  const title = titleOf(` ${line}`.slice(0, tags === '' ? undefined : -tags.length), scale, true);
  const asked = `${title.text}\n${textOf(page, leaf.line + 1, below)}`.trim();
  const unit = {
    line: leaf.line,
    stars: title.stars,
    companies: title.companies,
    tags: tags.match(/[^\s#[\]]+/g) ?? [],
    path,
  };
  const answer = finishedAnswer(filled(textOf(page, below, end)));
  const gaps = answer === '' ? findGaps(asked, CLOZE) : [];
  if (gaps.length > 0) return gapCards(asked, gaps).map((card) => ({ ...unit, ...card }));
  return [{ ...unit, question: filled(asked), answer }];
}

const filled = (text: string) => text.replaceAll(CLOZE, '$1');

/** The lines `[from, to)` without properties and without blocks that say nothing. */
function textOf(page: Page, from: number, to: number): string {
  const kept = page.lines.slice(from, to).filter((line, index) => {
    const kind = page.leafAt(from + index)?.kind;
    return kind === 'fence' || kind === 'code' || !(isProperty(line) || EMPTY_BLOCK.test(line));
  });
  return dedent(kept.join('\n')).trim();
}
