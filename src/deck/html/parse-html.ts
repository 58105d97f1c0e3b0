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
  'iframe',
  'object',
  'textarea',
  'select',
]);

/** Elements that show something without holding anything. */
const SHOWN_EMPTY = new Set(['img', 'audio', 'video', 'source', 'svg']);

/** Deeper elements become part of the one around them: hostile HTML must not fill the stack. */
const MAX_DEPTH = 60;

/** Beyond, the rest is read as text: the parser's time grows with the square of the depth. */
const ABSURD_DEPTH = 1000;
const CHUNK = 10_000;

/** Reads HTML as a browser would, more or less: it never throws. Returns the nodes at the top. */
export function parseHtml(html: string): HtmlNode[] {
  const root: HtmlElement = { name: '', attributes: {}, children: [] };
  const open: HtmlElement[] = [root];
  let depth = 0;
  let hidden = 0;
  /** Of a drawing only its title is kept. */
  let drawing: HtmlElement | null = null;
  let isTitle = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (hidden > 0 || UNSHOWN.has(name)) hidden++;
        if (hidden === 1 && name === 'svg') {
          drawing = { name, attributes: {}, children: [] };
          open.at(-1)?.children.push(drawing);
        }
        isTitle = name === 'title';
        if (hidden > 0) return;
        depth++;
        if (depth > MAX_DEPTH) return;
        const element = { name, attributes: cleaned(attributes), children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        const parent = hidden === 0 ? (open.at(-1) ?? root) : isTitle ? drawing : null;
        if (parent !== null) addText(parent, withoutControls(text));
      },
      onclosetag() {
        isTitle = false;
        if (hidden === 1) drawing = null;
        if (hidden > 0) hidden--;
        else if (depth-- <= MAX_DEPTH) open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  let at = 0;
  for (; at < html.length && depth < ABSURD_DEPTH; at += CHUNK) {
    parser.write(html.slice(at, at + CHUNK));
  }
  parser.end();
  if (at < html.length) {
    addText(root, withoutControls(html.slice(at).replaceAll(/<[^<>]*>?/g, ' ')));
  }
  return root.children;
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

/** Returns all text of nodes, a line break for each `<br>`. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      return node.name === 'br' ? '\n' : textOf(node.children);
    })
    .join('');
}

/** Returns whether nodes show anything: text or a picture. */
export function hasContent(nodes: readonly HtmlNode[]): boolean {
  return nodes.some((node) => {
    if (typeof node === 'string') return node.trim() !== '';
    return SHOWN_EMPTY.has(node.name) || hasContent(node.children);
  });
}
