import MarkdownIt, { type Token } from 'markdown-it';
import { addDetailsRule, type DetailsTag } from './details-rule.js';
import { isClosedFence, swallowedFrom } from './fences.js';
import { LiveTags } from './live-tags.js';
import { lineStart, type Source } from './source.js';

export type BlockKind =
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

export interface BlockStructure {
  readonly blocks: readonly Block[];
  /** Tags of `<details>` that are markup, not code or text. */
  readonly tags: readonly DetailsTag[];
  /** Offsets of fences that nothing closes. */
  readonly openFences: readonly number[];
  /** Offset of the first block beyond the depth that is read, or null. */
  readonly tooDeep: number | null;
}

/** Lists and quotes deeper than this are not looked into; a list counts twice. */
const MAX_NESTING = 40;
/** How often a module's fences are mended before the rest is taken as it stands. */
const MAX_MENDINGS = 50;

const md = new MarkdownIt({ html: true, maxNesting: MAX_NESTING });
// Neither matters to the structure, and both cost time on hostile input.
md.block.ruler.disable(['table', 'reference']);
addDetailsRule(md);

const KINDS: Readonly<Record<string, BlockKind>> = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  fence: 'fence',
  code_block: 'code',
  blockquote_open: 'quote',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  html_block: 'html',
  details: 'html',
  hr: 'rule',
};

/**
 * Reads the block structure of a source from a line on. Inline Markdown is not
 * read, so the time is linear in the size.
 */
export function parseBlocks(source: Source, fromLine: number): BlockStructure {
  const walk = new Walk(source);
  let from: number | null = fromLine;
  for (let round = 0; from !== null; round++) {
    const tokens: Token[] = [];
    md.block.parse(source.text.slice(lineStart(source, from)), md, {}, tokens);
    from = walk.add(tokens, from, round < MAX_MENDINGS);
  }
  return { ...walk.found, tags: walk.live.tags };
}

/** Collects what the structure needs while it passes over the tokens once. */
class Walk {
  readonly live: LiveTags;
  readonly found: { blocks: Block[]; openFences: number[]; tooDeep: number | null } = {
    blocks: [],
    openFences: [],
    tooDeep: null,
  };

  constructor(private readonly source: Source) {
    this.live = new LiveTags(source);
  }

  /** Gives the line from which the source is to be parsed again; null when it is done. */
  add(tokens: readonly Token[], base: number, mend: boolean): number | null {
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (token === undefined) continue;
      if (token.type === 'blockquote_close') this.live.leaveQuote();
      if (token.map === null) continue;
      const from = base + token.map[0];
      const to = base + token.map[1];
      const resume = token.type === 'fence' ? this.checkFence(token, from, to, mend) : null;
      if (token.level === 0) this.addBlock(token, from, resume ?? to, tokens[index + 1]);
      if (resume !== null) return resume;
      this.live.visit(token, lineStart(this.source, from), lineStart(this.source, to));
      this.checkDepth(token, from);
    }
    return null;
  }

  private checkFence(token: Token, from: number, to: number, mend: boolean): number | null {
    const isClosed = isClosedFence(this.source, token, from, to);
    const canMend = mend && token.level === 0;
    const resume = canMend ? swallowedFrom(token.content, from, isClosed) : null;
    if (!isClosed || resume !== null) this.found.openFences.push(lineStart(this.source, from));
    return resume;
  }

  private addBlock(token: Token, from: number, to: number, next: Token | undefined): void {
    const kind = KINDS[token.type];
    if (kind === undefined) return;
    const isHeading = kind === 'heading';
    this.found.blocks.push({
      kind: kind === 'html' && isComment(token.content) ? 'comment' : kind,
      start: lineStart(this.source, from),
      end: lineStart(this.source, to),
      line: from,
      level: isHeading ? Number(token.tag.slice(1)) : 0,
      content: isHeading ? (next?.content ?? '') : '',
    });
  }

  private checkDepth(token: Token, from: number): void {
    if (this.found.tooDeep !== null || token.level < MAX_NESTING - 2) return;
    const kind = KINDS[token.type];
    if (kind === 'list' || kind === 'quote') this.found.tooDeep = lineStart(this.source, from);
  }
}

const isComment = (html: string) => /^\s*<!--/.test(html) && html.trimEnd().endsWith('-->');
