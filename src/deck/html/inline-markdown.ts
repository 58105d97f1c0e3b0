import { encodeAddress, encodePath, webAddress } from './address.js';
import { isFlanked, needsUnderscore } from './emphasis.js';
import { codeSpan, escapeMarkdown } from './escape-markdown.js';
import { mathsPiece, splitMaths, type TextPiece } from './maths-text.js';
import { BLOCKS, DRAWINGS, type HtmlElement, type HtmlNode, textOf } from './tree.js';

/** A `<br>` while a paragraph is put together; text holds no such character. */
export const BREAK = '\u0001';
const BREAKS = new RegExp(`(${BREAK}(?:\\s?${BREAK})+)`);
/** An element's neighbours are looked at only so far: many may be empty. */
const MAX_NEIGHBOURS = 5;

/** What the conversion gathers by the way. */
export interface Gathered {
  /** Names of pictures, sounds and films that the HTML refers to. */
  readonly media: Set<string>;
  /** Pictures that have other names here, by those in the HTML. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** What Markdown writes around the text of an element. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ...['b', 'strong'].map((name) => [name, '**'] as const),
  ...['i', 'em', 'cite', 'dfn'].map((name) => [name, '*'] as const),
  ...['s', 'del', 'strike'].map((name) => [name, '~~'] as const),
]);
/** What Markdown has no sign for stays an element, which viva draws as what it means. */
const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ...['sub', 'sup', 'kbd', 'mark'].map((name) => [name, name] as const),
  ...['u', 'ins'].map((name) => [name, 'u'] as const),
]);
const CODE = new Set(['code', 'samp', 'tt', 'var']);

/**
 * Puts inline HTML together as Markdown, from left to right. No two blanks
 * follow each other in it, so that patterns over it take no long time.
 */
export class InlineMarkdown {
  readonly #parts: string[] = [];
  /** The last characters of the parts. */
  #tail = '';
  /** Emphasis that is open: a second of a kind adds nothing. */
  readonly #marks: ReadonlySet<string>;
  readonly #gathered: Gathered;

  /** Takes the last characters of what it will follow. */
  constructor(gathered: Gathered, marks: ReadonlySet<string> = new Set(), tail = '') {
    this.#gathered = gathered;
    this.#marks = marks;
    this.#tail = tail;
  }

  get text(): string {
    return this.#parts.join('');
  }

  /** Adds nodes; `after` is the text that will follow them. */
  add(nodes: readonly HtmlNode[], after = ''): this {
    nodes.forEach((node, at) => {
      if (typeof node === 'string') this.#addText(node);
      else if (BLOCKS.has(node.name)) this.#addBlock(node);
      else this.#addElement(node, () => followingText(nodes, at + 1) || after);
    });
    return this;
  }

  /** Where there is but one line, as in the cell of a table, a block is parted from what is beside it. */
  #addBlock({ children }: HtmlElement): void {
    if (this.#tail !== '' && !this.#tail.endsWith(BREAK)) this.#append(BREAK);
    this.add(children);
    if (!this.#tail.endsWith(BREAK)) this.#append(BREAK);
  }

  #append(text: string): void {
    const fresh = /\s$/.test(this.#tail) ? text.replace(/^\s/, '') : text;
    if (fresh === '') return;
    this.#parts.push(fresh);
    this.#tail = (this.#tail + fresh.slice(-8)).slice(-8);
  }

  #addText(text: string): void {
    for (const piece of splitMaths(text)) this.#addPiece(piece);
  }

  #addPiece({ kind, text }: TextPiece): void {
    if (kind === 'maths') this.#append(`\\(${text}\\)`);
    else if (kind === 'display') this.#append(`$$${text}$$`);
    else if (kind === 'sound') {
      this.#gathered.media.add(text);
      this.#append(`♪ ${escapeMarkdown(text.replaceAll(/\s+/g, ' '), false)}`);
    } else this.#addPlain(text);
  }

  #addPlain(raw: string): void {
    const text = raw.replaceAll(/[^\S\n]+/g, ' ').replaceAll(/ ?\n[ \n]*/g, '\n');
    const isStart = this.#tail === '' || /[\n\u0001]\s?$/.test(this.#tail);
    this.#append(escapeMarkdown(isStart ? text.trimStart() : text, isStart));
  }

  #addElement(element: HtmlElement, after: () => string): void {
    const { name, children } = element;
    const mark = MARKS.get(name);
    const kept = ELEMENTS.get(name);
    if (mark !== undefined) this.#addMarked(mark, children, after());
    else if (kept !== undefined) this.#addKept(kept, children);
    else if (CODE.has(name)) this.#append(codeSpan(textOf(children)));
    else if (DRAWINGS.has(name)) this.#addDrawing(element);
    else if (!this.#addSpecial(element)) this.add(children, after());
  }

  /** Adds an element that is more than its text; false for any other. */
  #addSpecial(element: HtmlElement): boolean {
    const { name, attributes, children } = element;
    switch (name) {
      case 'br':
        this.#append(BREAK);
        return true;
      case 'img':
        this.#addPicture(attributes.src ?? '', attributes.alt ?? '');
        return true;
      case 'audio':
      case 'video':
      case 'source':
        this.#addMedia(element);
        return true;
      case 'a':
        this.#addLink(element);
        return true;
      case 'anki-mathjax':
        this.#addPiece(mathsPiece(textOf(children), attributes.block === 'true'));
        return true;
      case 'rt':
        this.#append(`(${this.#inner(children)})`);
        return true;
      default:
        return false;
    }
  }

  #inner(nodes: readonly HtmlNode[], mark = '', tail = ''): string {
    const marks = mark === '' ? this.#marks : new Set([...this.#marks, mark]);
    return new InlineMarkdown(this.#gathered, marks, tail).add(nodes).text;
  }

  /** Each paragraph is marked by itself: emphasis ends with it. */
  #addMarked(mark: string, children: readonly HtmlNode[], after: string): void {
    if (this.#marks.has(mark)) {
      this.add(children, after);
      return;
    }
    const parts = this.#inner(children, mark, this.#tail).split(BREAKS);
    parts.forEach((part, at) => {
      const isBreak = at % 2 === 1;
      if (isBreak) this.#append(part);
      else this.#addMarkedPart(mark, part, at === parts.length - 1 ? after : '');
    });
  }

  /** Adds an element as one, around each paragraph by itself. */
  #addKept(name: string, children: readonly HtmlNode[]): void {
    if (this.#marks.has(name)) {
      this.add(children);
      return;
    }
    for (const part of this.#inner(children, name, this.#tail).split(BREAKS)) {
      const { before, inner, behind } = parted(part);
      this.#append(before);
      if (inner !== '') this.#addSigned(`<${name}>`, inner, `</${name}>`);
      this.#append(behind);
    }
  }

  #addMarkedPart(mark: string, part: string, after: string): void {
    const { before, inner, behind } = parted(part);
    const next = behind === '' ? after : ' ';
    this.#append(before);
    if (!isFlanked(this.#tail, inner, next)) this.#append(inner);
    // Two in a row are one: `**a****b**` would not be read so.
    else if (this.#parts.at(-1) === mark) {
      this.#parts.pop();
      this.#addSigned('', inner, mark);
    } else {
      const isUnderscore = mark === '*' && needsUnderscore(this.#tail, inner, next);
      const sign = isUnderscore ? '_' : mark;
      this.#addSigned(sign, inner, sign);
    }
    this.#append(behind);
  }

  #addSigned(before: string, inner: string, behind: string): void {
    this.#append(before);
    this.#append(inner);
    this.#append(behind);
  }

  #addLink({ attributes, children }: HtmlElement): void {
    const text = this.#inner(children, '[').replaceAll(BREAK, ' ');
    const url = webAddress(attributes.href ?? '');
    if (attributes.class === 'image' && url !== null) this.#append(`![${text}](${url})`);
    else if (url === null || text.trim() === '' || this.#marks.has('[')) this.#append(text);
    else this.#append(`[${text}](${url})`);
  }

  #addPicture(source: string, alt: string): void {
    if (source === '') return;
    const isWeb = webAddress(source) !== null;
    if (!isWeb && !source.startsWith('data:')) this.#gathered.media.add(source);
    const text = escapeMarkdown((alt || source.slice(0, 80)).replaceAll(/[\s[\]]+/g, ' '), false);
    if (source.startsWith('data:')) this.#append(text.startsWith('data:') ? '(picture)' : text);
    else if (isWeb) this.#append(`![${text}](${encodeAddress(source)})`);
    else this.#append(`![${text}](${encodePath(this.#gathered.renamed.get(source) ?? source)})`);
  }

  /** What another program draws is named by its title, or by the file or page that it shows. */
  #addDrawing({ name, attributes, children }: HtmlElement): void {
    const source = attributes.data || attributes.src || '';
    const url = webAddress(source);
    const title = textOf(children).replaceAll(/\s+/g, ' ').trim() || attributes.title || '';
    const file = source.startsWith('data:') ? '' : source;
    const label = (title || file).slice(0, 80).replaceAll(/[()]/g, ' ');
    if (url === null) this.#gathered.media.add(file || title || `a drawing (${nameOf(name)})`);
    if (url !== null) this.#append(`[${escapeMarkdown(label, false)}](${url})`);
    else this.#append(label === '' ? '(picture)' : `(picture: ${escapeMarkdown(label, false)})`);
  }

  #addMedia({ attributes, children }: HtmlElement): void {
    const { src } = attributes;
    if (src !== undefined && src !== '') this.#addPiece({ kind: 'sound', text: src });
    this.add(children);
  }
}

/** A text without the blanks at its ends, and these. */
function parted(text: string): { before: string; inner: string; behind: string } {
  const inner = text.replace(/^[\s\u0001]{1,3}/, '').replace(/[\s\u0001]{1,3}$/, '');
  const start = text.indexOf(inner);
  return { before: text.slice(0, start), inner, behind: text.slice(start + inner.length) };
}

const nameOf = (name: string) => (name === 'svg' ? 'SVG' : name);

function followingText(nodes: readonly HtmlNode[], from: number): string {
  for (let at = from; at < Math.min(nodes.length, from + MAX_NEIGHBOURS); at++) {
    const node = nodes[at];
    if (node === undefined) continue;
    if (typeof node !== 'string' && node.name === 'br') return ' ';
    const text = typeof node === 'string' ? node : textOf([node]);
    if (text !== '') return text.slice(0, 2);
  }
  return '';
}
