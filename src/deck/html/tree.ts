import { Parser } from 'htmlparser2';

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}
export type HtmlNode = HtmlElement | string;

/** Elements whose content is no text for a person. */
const UNSHOWN = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'canvas',
  'iframe',
  'object',
  'textarea',
  'select',
  'button',
]);

/** Elements that draw something: their names, and what they name, are all that can come of them. */
export const DRAWINGS: ReadonlySet<string> = new Set([
  'svg',
  'canvas',
  'iframe',
  'object',
  'embed',
]);

/** Elements that show something without holding anything. */
const SHOWN_EMPTY = new Set(['img', 'audio', 'video', 'source', ...DRAWINGS]);

/** Elements that begin on a line of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote center dd details div dl dt fieldset figcaption figure footer
   form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul`.split(/\s+/),
);

/** Deeper elements become part of the one around them: hostile HTML must not fill the stack. */
const MAX_DEPTH = 60;

/** Beyond, the rest is read as text: the parser's time grows with the square of the depth. */
const MAX_PARSED_DEPTH = 1000;
const CHUNK = 10_000;

/** Reads HTML as a browser would, more or less: it never throws. Returns the nodes at the top. */
export function parseHtml(html: string): HtmlNode[] {
  const tree = new TreeBuilder();
  const parser = new Parser(tree, { decodeEntities: true, lowerCaseTags: true });
  let at = 0;
  for (; at < html.length && tree.depth < MAX_PARSED_DEPTH; at += CHUNK) {
    parser.write(html.slice(at, at + CHUNK));
  }
  parser.end();
  if (at < html.length) {
    addText(tree.root, withoutControls(html.slice(at).replaceAll(/<[^<>]*>?/g, ' ')));
  }
  return tree.root.children;
}

/** Builds the tree of what is shown from what the parser meets. */
class TreeBuilder {
  readonly root: HtmlElement = { name: '', attributes: {}, children: [] };
  depth = 0;
  readonly #open: HtmlElement[] = [this.root];
  /** Elements that are open and not shown. */
  #hidden = 0;
  /** Of a drawing only its title is kept. */
  #drawing: HtmlElement | null = null;
  #isTitle = false;

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#hidden > 0 || UNSHOWN.has(name)) this.#hidden++;
    if (this.#hidden === 1 && DRAWINGS.has(name)) this.#drawing = this.#add(name, attributes);
    this.#isTitle = name === 'title';
    if (this.#hidden > 0) return;
    this.depth++;
    if (this.depth <= MAX_DEPTH) this.#open.push(this.#add(name, attributes));
  }

  ontext(text: string): void {
    const around = this.#isTitle ? this.#drawing : null;
    const parent = this.#hidden === 0 ? this.#innermost : around;
    if (parent !== null) addText(parent, withoutControls(text));
  }

  onclosetag(): void {
    this.#isTitle = false;
    if (this.#hidden === 1) this.#drawing = null;
    if (this.#hidden > 0) this.#hidden--;
    else if (this.depth-- <= MAX_DEPTH) this.#open.pop();
  }

  #add(name: string, attributes: Readonly<Record<string, string>>): HtmlElement {
    const element = { name, attributes: cleaned(attributes), children: [] };
    this.#innermost.children.push(element);
    return element;
  }

  get #innermost(): HtmlElement {
    return this.#open.at(-1) ?? this.root;
  }
}

// Entities can name control characters, which no text of a card has.
function withoutControls(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g, '\ufffd');
}

function cleaned(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(attributes);
  return Object.fromEntries(entries.map(([name, value]) => [name, withoutControls(value)]));
}

// The parser gives a text in pieces wherever it met an entity.
function addText(parent: HtmlElement, text: string): void {
  const last = parent.children.at(-1);
  if (typeof last === 'string') parent.children[parent.children.length - 1] = last + text;
  else parent.children.push(text);
}

/** Returns all text of nodes, a line break for each `<br>` and between a block and what is beside it. */
export function textOf(nodes: readonly HtmlNode[]): string {
  let text = '';
  let isAtEdge = false;
  const add = (piece: string) => {
    if (piece === '') return;
    if (isAtEdge && text !== '' && !text.endsWith('\n')) text += '\n';
    isAtEdge = false;
    text += piece;
  };
  const visit = (node: HtmlNode) => {
    if (typeof node === 'string' || node.name === 'br') {
      add(typeof node === 'string' ? node : '\n');
      return;
    }
    const isBlock = BLOCKS.has(node.name);
    isAtEdge ||= isBlock;
    for (const child of node.children) visit(child);
    isAtEdge ||= isBlock;
  };
  for (const node of nodes) visit(node);
  return text;
}

/** Returns whether nodes show anything: text or a picture. */
export function hasContent(nodes: readonly HtmlNode[]): boolean {
  return nodes.some((node) => {
    if (typeof node === 'string') return node.trim() !== '';
    return SHOWN_EMPTY.has(node.name) || hasContent(node.children);
  });
}
