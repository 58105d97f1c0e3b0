import type { Token } from 'markdown-it';
import { readTokens } from './block-tokens.js';
import type { DetailsTag } from './details-rule.js';
import { isClosedFence } from './fences.js';
import { htmlSections } from './html-headings.js';
import { LiveTags } from './live-tags.js';
import { lineStart, lineText, type Source } from './source.js';

type LeafKind =
  | 'heading'
  | 'paragraph'
  | 'fence'
  | 'code'
  | 'html'
  | 'comment'
  | 'details'
  | 'rule';

/** A block that holds no other block, at whatever depth it stands. Lines count from 0. */
export interface Leaf {
  readonly kind: LeafKind;
  readonly line: number;
  /** The line behind it. */
  readonly end: number;
  /** 1..6 for a heading, else 0. */
  readonly level: number;
  /** Text of a heading, paragraph or HTML block, content of code. */
  readonly content: string;
  /** How many lists it stands in. */
  readonly depth: number;
  readonly quoted: boolean;
  /** The marker of the list item that it begins, such as `7.` or `*`; empty where it begins none. */
  readonly marker: string;
}

type LeafPlace = Omit<Leaf, 'kind' | 'level' | 'content'>;

/** How often a fence that was left open is ended where the list goes on. */
const MAX_MENDINGS = 10;
/** What stands between questions and in no code: a link back to the top. */
const BETWEEN_QUESTIONS = /^[ \t>]*(?:<[^>\n]{0,200}>|[*_\s])*\[.{0,40}back to top.{0,20}\]\(#/im;

/** The leaves of a source, in order, and the tags of `<details>` in it that are markup. */
export interface Leaves {
  readonly leaves: readonly Leaf[];
  readonly tags: readonly DetailsTag[];
}

/** Reads the leaves of a source from a line on. Takes time linear in its size. */
export function leavesOf(source: Source, fromLine: number): Leaves {
  const leaves: Leaf[] = [];
  const live = new LiveTags(source);
  let from: number | null = fromLine;
  for (let round = 0; from !== null; round++) {
    const walk: LeafWalk = new LeafWalk(source, leaves, live, from, round < MAX_MENDINGS);
    readTokens(source.text.slice(lineStart(source, from)), (token) => walk.take(token));
    from = walk.resume;
  }
  return { leaves, tags: live.tags };
}

const KINDS: Readonly<Record<string, LeafKind>> = {
  inline: 'paragraph',
  fence: 'fence',
  code_block: 'code',
  html_block: 'html',
  details: 'details',
  hr: 'rule',
};

const LISTS = new Set([
  'bullet_list_open',
  'bullet_list_close',
  'ordered_list_open',
  'ordered_list_close',
]);
const QUOTES = new Set(['blockquote_open', 'blockquote_close']);

class LeafWalk {
  /** The line from which the source is to be read again; null when it is done. */
  resume: number | null = null;
  private heading: Token | null = null;
  private lists = 0;
  private quotes = 0;
  /** The number of the last item of a list. */
  private number = 0;
  private item: { readonly line: number; readonly marker: string } | null = null;

  constructor(
    private readonly source: Source,
    private readonly leaves: Leaf[],
    private readonly live: LiveTags,
    private readonly base: number,
    private readonly mends: boolean,
  ) {}

  take(token: Token): void {
    if (this.resume !== null) return;
    if (token.nesting === 0) this.leaf(token);
    else if (token.type === 'heading_open') this.heading = token;
    else if (token.type === 'list_item_open') this.openItem(token);
    else if (LISTS.has(token.type)) this.lists += token.nesting;
    else if (QUOTES.has(token.type)) this.turnQuote(token.nesting);
  }

  private turnQuote(step: number): void {
    this.quotes += step;
    if (step > 0) this.live.enterQuote();
    else this.live.leaveQuote();
  }

  private openItem(token: Token): void {
    this.item = { line: token.map?.[0] ?? 0, marker: `${token.info}${token.markup}` };
    if (token.info !== '') this.number = Number(token.info);
  }

  private leaf(token: Token): void {
    const { heading, item } = this;
    this.heading = null;
    const kind = KINDS[token.type];
    const [first, behind] = (heading ?? token).map ?? [0, 0];
    if (kind === undefined || first === behind) return;
    const swallowed = kind === 'fence' && this.mends ? this.swallowed(token, first, behind) : null;
    if (swallowed !== null) this.resume = this.base + first + 1 + swallowed;
    const place = {
      line: this.base + first,
      end: this.resume ?? this.base + behind,
      depth: this.lists,
      quoted: this.quotes > 0,
      marker: item !== null && item.line === first ? item.marker : '',
    };
    this.item = null;
    this.visit(token, place);
    if (heading !== null) this.pushHeading(heading, token.content, place);
    else this.push(kind, token.content, place);
  }

  private push(kind: LeafKind, content: string, place: LeafPlace): void {
    if (kind === 'html' && this.resume === null) this.pushHtml(content, place);
    else if (kind === 'paragraph' && !RULE.test(content)) this.pushParagraph(content, place);
    else this.leaves.push(leafOf(sortOf(kind, content), 0, content, place));
  }

  /** The first line of a fence, from 0, that goes on with the list around it; null where none does. */
  private swallowed(token: Token, from: number, to: number): number | null {
    const isClosed = isClosedFence(this.source, token, this.base + from, this.base + to);
    return swallowedLine(token.content, isClosed);
  }

  private pushHeading({ markup, tag }: Token, content: string, place: LeafPlace): void {
    if (markup === '-' && this.isSeparator(place.end - 1)) {
      const end = place.end - 1;
      this.leaves.push({ kind: 'paragraph', level: 0, content, ...place, end });
      this.leaves.push({ kind: 'rule', level: 0, content: '', ...place, line: end, marker: '' });
    } else {
      this.leaves.push(leafOf('heading', Number(tag.slice(1)), content, place));
    }
  }

  /**
   * A line that counts on from the last item begins the next one. Markdown lets none but
   * "1." interrupt a paragraph; people leave the blank line out.
   */
  private pushParagraph(content: string, place: LeafPlace): void {
    let rest = leafOf('paragraph', 0, content, place);
    for (let next = this.nextItem(rest); next !== null; next = this.nextItem(rest)) {
      const above = rest.content.slice(0, next.at);
      const line = rest.line + above.split('\n').length;
      this.leaves.push({ ...rest, content: above, end: line });
      this.number++;
      const depth = Math.max(1, place.depth);
      const behind = rest.content.slice(next.textAt);
      rest = { ...rest, content: behind, line, depth, marker: `${this.number}${next.stop}` };
    }
    this.leaves.push(rest);
  }

  /** Where in a paragraph a line counts on from the last item; null where none does. */
  private nextItem({ content, quoted }: { content: string; quoted: boolean }) {
    if (this.number === 0 || quoted || !content.includes('\n')) return null;
    for (const stop of ['.', ')']) {
      const begin = `\n${this.number + 1}${stop}`;
      const at = content.indexOf(begin);
      const text =
        at < 0
          ? null
          : /^[ \t]{1,4}(?=\S)/.exec(content.slice(at + begin.length, at + begin.length + 9));
      if (text !== null) return { at, stop, textAt: at + begin.length + text[0].length };
    }
    return null;
  }

  /** Headings in HTML are headings like any other. */
  private pushHtml(html: string, place: LeafPlace): void {
    for (const { line, end, level, content } of htmlSections(html)) {
      const kind = level > 0 ? 'heading' : sortOf('html', content);
      const marker = line === 0 ? place.marker : '';
      const own = { line: place.line + line, end: Math.min(place.end, place.line + end), marker };
      this.leaves.push({ kind, level, content, ...place, ...own });
    }
  }

  private visit(token: Token, { line, end }: { line: number; end: number }): void {
    if (this.resume !== null) return;
    this.live.visit(token, lineStart(this.source, line), lineStart(this.source, end));
  }

  /** Three dashes right below a text are meant to divide; those who underline draw more. */
  private isSeparator(line: number): boolean {
    return /^[ \t>]*---[ \t]*$/.test(lineText(this.source, line));
  }
}

/** Lines that are drawn with signs of their own. */
const RULE = /^(?:⸻|[━─═—]{3,})$/;

/** There are tens of thousands of them: copying one object into another would take several times as long. */
function leafOf(kind: LeafKind, level: number, content: string, place: LeafPlace): Leaf {
  const { line, end, depth, quoted, marker } = place;
  return { kind, level, content, line, end, depth, quoted, marker };
}

function sortOf(kind: LeafKind, content: string): LeafKind {
  const isComment =
    kind === 'html' && /^\s*<!--/.test(content) && content.trimEnd().endsWith('-->');
  if (isComment) return 'comment';
  return kind === 'paragraph' && RULE.test(content) ? 'rule' : kind;
}

/** A numbered question behind a blank line; one hash alone is a comment of many languages. */
const NUMBERED_QUESTION =
  /(?:^|\n)[ \t]*\n {0,3}#{2,6}[ \t]+(?:Q(?:uestion)?\.?[ \t]?)?\d{1,4}[.):][ \t]/i;
/** What opens the next code, so that a fence around it was left open. */
const NEXT_FENCE = /\n {0,3}(?:```|~~~)\w/;

function swallowedLine(content: string, isClosed: boolean): number | null {
  const between = BETWEEN_QUESTIONS.exec(content);
  if (between !== null) return content.slice(0, between.index).split('\n').length - 1;
  if (isClosed && !NEXT_FENCE.test(content)) return null;
  const question = NUMBERED_QUESTION.exec(content);
  if (question === null) return null;
  return content.slice(0, question.index + question[0].length).split('\n').length - 1;
}
