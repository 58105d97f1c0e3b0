import { parseMarkdown, type Token } from '../../markdown/parse.js';
import { escapeHtml } from './escape.js';

/** Elements that a question is shown with. */
const SHOWN: ReadonlySet<string> = new Set('strong em s u sub sup kbd mark'.split(' '));
/** What stands behind so many characters is in no table. */
const MAX_PARSED = 500;

/**
 * Returns the first of a question's Markdown on one line, at most `length` characters, as HTML
 * that shows what it means: bold, code, raised letters. Pictures and links leave their words, and
 * nothing in it has an attribute.
 */
export function questionHtml(markdown: string, length: number): string {
  const line = new HtmlLine(length);
  for (const token of parseMarkdown(markdown.slice(0, MAX_PARSED))) {
    if (token.children !== null) for (const child of token.children) line.add(child);
    else if (token.content !== '') line.addText(token.content.trim(), 'code');
    if (token.nesting < 0 || token.nesting === 0) line.addBlank();
  }
  return line.end();
}

class HtmlLine {
  readonly #parts: string[] = [];
  readonly #open: string[] = [];
  #left: number;
  #isBlank = true;

  constructor(length: number) {
    this.#left = length;
  }

  add({ type, tag, content, nesting }: Token): void {
    if (type === 'code_inline' || type === 'maths') this.addText(content, 'code');
    else if (type === 'image') this.addText(`[${content || 'image'}]`);
    else if (/^(?:soft|hard)break$/.test(type)) this.addBlank();
    else if (SHOWN.has(tag)) this.#addTag(tag, nesting);
    else this.addText(content);
  }

  addText(text: string, tag: string | null = null): void {
    const line = text.replaceAll(/\s+/g, ' ');
    const characters = [...(this.#isBlank ? line.trimStart() : line)];
    if (characters.length === 0 || this.#left < 0) return;
    const kept = characters.slice(0, this.#left).join('');
    const shown = escapeHtml(characters.length > this.#left ? `${kept}…` : kept);
    this.#parts.push(tag === null ? shown : `<${tag}>${shown}</${tag}>`);
    this.#left -= characters.length;
    this.#isBlank = characters.at(-1) === ' ';
  }

  /** A blank, where none stands before it. */
  addBlank(): void {
    this.addText(' ');
  }

  end(): string {
    const closing = this.#open.toReversed().map((tag) => `</${tag}>`);
    return [...this.#parts, ...closing].join('').trim();
  }

  #addTag(tag: string, nesting: number): void {
    if (this.#left < 0) return;
    if (nesting > 0) this.#open.push(tag);
    else if (this.#open.at(-1) !== tag) return;
    else this.#open.pop();
    this.#parts.push(nesting > 0 ? `<${tag}>` : `</${tag}>`);
  }
}
