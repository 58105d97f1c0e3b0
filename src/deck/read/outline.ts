import type { Block, BlockStructure } from '../text/blocks.js';
import type { DetailsTag } from '../text/details-rule.js';
import type { Source } from '../text/source.js';

/** A `<details>` of the top level with all that is in it. */
export interface Fold {
  readonly kind: 'fold';
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly summary: string;
  readonly line: number;
  /** Its lines share the indentation of a list. */
  readonly inList: boolean;
}

export type Item = Block | Fold;

export interface Outline {
  readonly source: Source;
  /** What stands at the top level, in order; headings within a `<details>` are not among it. */
  readonly items: readonly Item[];
  /** Offsets of all `<details>` tags that are markup. */
  readonly details: readonly number[];
  /** Offsets of `<details>` tags that nothing closes. */
  readonly openDetails: readonly number[];
  /** Code blocks of the top level, those within a `<details>` included. */
  readonly codeBlocks: readonly Block[];
}

interface Region {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly summary: string;
}

/** Puts the blocks of a source in order, each `<details>` with its content being one item. */
export function outlineOf(source: Source, structure: BlockStructure): Outline {
  const { blocks, tags } = structure;
  const partners = pairTags(tags);
  const regions = findRegions(source, blocks, tags, partners);
  const openDetails = tags.filter((tag) => tag.opens && !partners.has(tag)).map((tag) => tag.start);
  const codeBlocks = blocks.filter((block) => block.kind === 'fence' || block.kind === 'code');
  const details = tags.filter((tag) => tag.opens).map((tag) => tag.start);
  return { source, items: carve(source, blocks, regions), details, openDetails, codeBlocks };
}

/** Pairs tags as brackets pair: each close with the nearest open one before it. */
function pairTags(tags: readonly DetailsTag[]): Map<DetailsTag, DetailsTag> {
  const partners = new Map<DetailsTag, DetailsTag>();
  const open: DetailsTag[] = [];
  for (const tag of tags) {
    if (tag.opens) {
      open.push(tag);
      continue;
    }
    const opener = open.pop();
    if (opener !== undefined) partners.set(opener, tag);
  }
  return partners;
}

function findRegions(
  source: Source,
  blocks: readonly Block[],
  tags: readonly DetailsTag[],
  partners: ReadonlyMap<DetailsTag, DetailsTag>,
): Region[] {
  const regions: Region[] = [];
  const headings = blocks.filter((block) => block.kind === 'heading');
  let behind = 0;
  let heading = 0;
  for (let index = 0; index < tags.length; index++) {
    const tag = tags[index];
    if (tag === undefined || !tag.opens || tag.start < behind) continue;
    while ((headings[heading]?.start ?? Number.POSITIVE_INFINITY) <= tag.start) heading++;
    const { start, end: bodyStart, summary } = tag;
    const close = partners.get(tag) ?? closeOfUnclosed(source, tags, index, headings, heading);
    behind = close.end;
    regions.push({ start, end: close.end, bodyStart, bodyEnd: close.start, summary });
  }
  return regions;
}

/**
 * A `<details>` that nothing closes ends at the last `</details>` before the
 * next heading of the level it stands under, or at that heading.
 */
function closeOfUnclosed(
  source: Source,
  tags: readonly DetailsTag[],
  from: number,
  headings: readonly Block[],
  nextHeading: number,
): { start: number; end: number } {
  const level = headings[nextHeading - 1]?.level ?? 6;
  let at = nextHeading;
  while ((headings[at]?.level ?? 0) > level) at++;
  const limit = headings[at]?.start ?? source.text.length;
  let last = { start: limit, end: limit };
  for (let index = from + 1; index < tags.length; index++) {
    const tag = tags[index];
    if (tag === undefined || tag.start >= limit) break;
    if (!tag.opens) last = tag;
  }
  return last;
}

/** Cuts the regions out of the blocks; what is left of a block on either side stays text. */
function carve(source: Source, blocks: readonly Block[], regions: readonly Region[]): Item[] {
  const items: Item[] = [];
  let next = 0;
  let behind = 0;
  for (const block of blocks) {
    let at = Math.max(block.start, behind);
    let region = regions[next];
    while (region !== undefined && region.start < block.end) {
      pushPiece(items, source, block, at, region.start);
      items.push({ kind: 'fold', line: block.line, inList: block.kind === 'list', ...region });
      behind = region.end;
      at = behind;
      region = regions[++next];
    }
    pushPiece(items, source, block, at, block.end);
  }
  return items;
}

function pushPiece(items: Item[], source: Source, block: Block, from: number, to: number): void {
  if (from === block.start && to === block.end) {
    items.push(block);
    return;
  }
  const isText = block.kind === 'html' || block.kind === 'heading';
  // A rule right below "…</details>" makes a heading of that line; the rule is no text.
  const hasText = block.kind === 'heading' ? /[^\s=-]/ : /\S/;
  if (from >= to || !hasText.test(source.text.slice(from, to))) return;
  items.push({ ...block, kind: isText ? 'paragraph' : block.kind, start: from, end: to });
}
