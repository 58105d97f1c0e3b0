import type { Token } from 'markdown-it';
import { MAX_NESTING, readTokens } from './block-tokens.js';
import type { DetailsTag } from './details-rule.js';
import { isClosedFence, swallowedFrom } from './fences.js';
import { LiveTags } from './live-tags.js';
import { missingHtmlClose } from './open-html.js';
import { lineStart, type Source } from './source.js';

type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'fence'
  | 'code'
  | 'quote'
  | 'list'
  | 'html'
  | 'comment'
  | 'rule';

/** A block of the top level; offsets are those of whole lines. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** Line within the source, from 0. */
  readonly line: number;
  /** 1..6 for a heading, else 0. */
  readonly level: number;
  /** A heading's text. */
  readonly content: string;
}

/** Offsets of a stretch of the source. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface BlockStructure {
  readonly blocks: readonly Block[];
  /** Tags of `<details>` that are markup, not code or text. */
  readonly tags: readonly DetailsTag[];
  /** Fences that nothing closes, and what they take in. */
  readonly openFences: readonly Stretch[];
  /** HTML that nothing closes, what it takes in, and what would close it. */
  readonly openHtml: readonly (Stretch & { readonly close: string })[];
  /** Offset of the first block beyond the depth that is read, or null. */
  readonly tooDeep: number | null;
}

/** How often a module's fences are mended before the rest is taken as it stands. */
const MAX_MENDINGS = 10;

const LEAVES: Readonly<Record<string, BlockKind>> = {
  inline: 'paragraph',
  fence: 'fence',
  code_block: 'code',
  html_block: 'html',
  details: 'html',
  hr: 'rule',
};
const CONTAINERS: Readonly<Record<string, BlockKind>> = {
  blockquote_open: 'quote',
  blockquote_close: 'quote',
  bullet_list_open: 'list',
  bullet_list_close: 'list',
  ordered_list_open: 'list',
  ordered_list_close: 'list',
};

/**
 * Reads the block structure of a source from a line on. Inline Markdown is not
 * read, so the time is linear in the size.
 */
export function parseBlocks(source: Source, fromLine: number): BlockStructure {
  const walk = new Walk(source);
  let from: number | null = fromLine;
  for (let round = 0; from !== null; round++) {
    walk.begin(from, round < MAX_MENDINGS);
    readTokens(source.text.slice(lineStart(source, from)), (token) => walk.take(token));
    from = walk.resume;
  }
  return { ...walk.found, tags: walk.live.tags };
}

/** Collects what the structure needs from the tokens as they come. */
class Walk {
  readonly live: LiveTags;
  readonly found = {
    blocks: [] as Block[],
    openFences: [] as Stretch[],
    openHtml: [] as (Stretch & { close: string })[],
    tooDeep: null as number | null,
  };
  /** The line from which the source is to be parsed again; null when it is done. */
  resume: number | null = null;
  private base = 0;
  private mends = true;
  private heading: Token | null = null;
  private container: Token | null = null;

  constructor(private readonly source: Source) {
    this.live = new LiveTags(source);
  }

  begin(base: number, mends: boolean): void {
    this.base = base;
    this.mends = mends;
    this.resume = null;
  }

  take(token: Token): void {
    if (this.resume !== null) return;
    if (token.nesting === 1) this.open(token);
    else if (token.nesting === -1) this.close(token);
    else this.leaf(token);
  }

  private open(token: Token): void {
    if (token.type === 'heading_open') this.heading = token;
    const kind = CONTAINERS[token.type];
    if (kind === undefined) return;
    if (kind === 'quote') this.live.enterQuote();
    // Its last line is known when it is closed.
    if (token.level === 0) this.container = token;
    if (token.level >= MAX_NESTING - 2) this.found.tooDeep ??= this.extent(token).start;
  }

  private close(token: Token): void {
    const kind = CONTAINERS[token.type];
    if (kind === 'quote') this.live.leaveQuote();
    if (kind === undefined || token.level > 0 || this.container === null) return;
    this.addBlock(kind, this.extent(this.container));
  }

  private leaf(token: Token): void {
    const { heading } = this;
    this.heading = null;
    if (token.type === 'fence') this.checkFence(token);
    if (token.type === 'html_block') this.checkHtml(token);
    const extent = this.extent(token);
    const isTop = token.level === (token.type === 'inline' ? 1 : 0);
    if (isTop && heading !== null) {
      const level = Number(heading.tag.slice(1));
      this.addBlock('heading', this.extent(heading), level, token.content);
    } else if (isTop) {
      const kind = LEAVES[token.type];
      const isRemark = kind === 'html' && isComment(token.content);
      if (kind !== undefined) this.addBlock(isRemark ? 'comment' : kind, extent);
    }
    if (this.resume === null) this.live.visit(token, extent.start, extent.end);
  }

  private checkFence(token: Token): void {
    const { first, behind, start, end } = this.extent(token);
    const isClosed = isClosedFence(this.source, token, first, behind);
    const canMend = this.mends && token.level === 0;
    this.resume = canMend ? swallowedFrom(token.content, first, isClosed) : null;
    if (isClosed && this.resume === null) return;
    const mark = this.source.text.indexOf(token.markup, start);
    this.found.openFences.push({ start: mark, end: this.resume === null ? end : mark });
  }

  private checkHtml(token: Token): void {
    const close = missingHtmlClose(token.content);
    if (close === null) return;
    const { start, end } = this.extent(token);
    this.found.openHtml.push({ start: this.source.text.indexOf('<', start), end, close });
  }

  /** The lines of a token and their offsets; a fence that is mended ends where it should. */
  private extent(token: Token): Extent {
    const first = this.base + (token.map?.[0] ?? 0);
    const behind = this.resume ?? this.base + (token.map?.[1] ?? 0);
    const start = lineStart(this.source, first);
    return { first, behind, start, end: lineStart(this.source, behind) };
  }

  private addBlock(kind: BlockKind, extent: Extent, level = 0, content = ''): void {
    const { first: line, start, end } = extent;
    this.found.blocks.push({ kind, start, end, line, level, content });
  }
}

interface Extent {
  readonly first: number;
  readonly behind: number;
  readonly start: number;
  readonly end: number;
}

const isComment = (html: string) => /^\s*<!--/.test(html) && html.trimEnd().endsWith('-->');
