import { CODE, isKnown, VOID } from './elements.js';

/** A tag of an element that is drawn as what it means. */
export interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'void';
  readonly attributes: ReadonlyMap<string, string>;
  /** As it was written. */
  readonly source: string;
}

/** A stretch of HTML: a tag, a comment, or text, of an element of code with what it holds. */
export type HtmlPiece =
  | { readonly kind: 'tag'; readonly tag: Tag }
  | { readonly kind: 'code'; readonly tag: Tag; readonly inner: string; readonly source: string }
  | { readonly kind: 'comment'; readonly source: string }
  | { readonly kind: 'text'; readonly text: string };

/** Longer tags are text; and a search far ahead for each of many openings would be quadratic. */
const MAX_TAG = 2500;
/** Longer code within a line is text. */
const MAX_CODE = 4000;

/** With what a comment begins. */
export const COMMENT = '<!--';
const NAME = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/iy;
const TAG =
  /<\/?[a-z][a-z0-9]*((?:\s+[a-z_:@][\w.:@-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*)\s*\/?>/iy;
const ATTRIBUTE = /([a-z_:@][\w.:@-]*)(?:\s*=\s*(?:([^\s"'=<>`]+)|'([^']*)'|"([^"]*)"))?/gi;

/** Turns entities into the characters that they stand for. */
export type Decode = (text: string) => string;

/** Returns the tag that begins at `at`, or null where there is none that means anything here. */
export function readTag(text: string, at: number, decode: Decode): Tag | null {
  NAME.lastIndex = at;
  const head = NAME.exec(text);
  const name = (head?.[2] ?? '').toLowerCase();
  if (head === null || !isKnown(name)) return null;
  TAG.lastIndex = 0;
  const whole = TAG.exec(text.slice(at, at + MAX_TAG));
  if (whole === null) return null;
  const [source, written = ''] = whole;
  if (head[1] === '/') {
    if (VOID.has(name) || written !== '') return null;
    return { name, kind: 'close', attributes: new Map(), source };
  }
  const attributes = attributesOf(written, decode);
  if (name === 'img' && !attributes.get('src')) return null;
  return { name, kind: VOID.has(name) ? 'void' : 'open', attributes, source };
}

function attributesOf(written: string, decode: Decode): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', bare, single, double] of written.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decode(bare ?? single ?? double ?? ''));
  }
  return attributes;
}

/** Where no end of an element was found before, by its name: it need not be looked for again. */
export type Unclosed = Set<string>;

/** What begins with `<`. */
type Piece = Exclude<HtmlPiece, { kind: 'text' }>;
type Comment = Extract<HtmlPiece, { kind: 'comment' }>;

/** Returns a piece as it was written. */
export function sourceOf(piece: Piece): string {
  return piece.kind === 'tag' ? piece.tag.source : piece.source;
}

/**
 * Returns what begins at `at`: a comment, a tag, or where that begins an element of code
 * the whole of it. Null where none begins there.
 */
export function readPiece(
  text: string,
  at: number,
  decode: Decode,
  unclosed: Unclosed,
): Piece | null {
  if (text.startsWith(COMMENT, at)) return readComment(text, at, unclosed);
  const tag = readTag(text, at, decode);
  if (tag === null) return null;
  if (tag.kind !== 'open' || !(tag.name === 'pre' || CODE.has(tag.name))) {
    return { kind: 'tag', tag };
  }
  const from = at + tag.source.length;
  const end = unclosed.has(tag.name) ? null : endOf(tag.name, text, from);
  if (end === null) {
    // Within a line there may be an end yet, after what was looked through.
    if (tag.name === 'pre') unclosed.add(tag.name);
    return { kind: 'tag', tag };
  }
  const source = text.slice(at, end.after);
  return { kind: 'code', tag, inner: text.slice(from, end.at), source };
}

/**
 * Returns the comment that begins at `at`: it ends with the first `-->`, which may share its dashes
 * with the beginning. Null where it is never closed.
 */
export function readComment(text: string, at: number, unclosed: Unclosed): Comment | null {
  const end = unclosed.has(COMMENT) ? -1 : text.indexOf('-->', at + 2);
  if (end < 0) {
    unclosed.add(COMMENT);
    return null;
  }
  return { kind: 'comment', source: text.slice(at, end + 3) };
}

function endOf(name: string, text: string, from: number): { at: number; after: number } | null {
  const ahead = name === 'pre' ? text.slice(from) : text.slice(from, from + MAX_CODE);
  const found = new RegExp(`</${name}\\s*>`, 'i').exec(ahead);
  if (found === null) return null;
  return { at: from + found.index, after: from + found.index + found[0].length };
}

/** Splits HTML into its tags, its code, and the text between. */
export function readPieces(html: string, decode: Decode): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  const unclosed: Unclosed = new Set();
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const piece = readPiece(html, at, decode, unclosed);
    if (piece === null) {
      at++;
      continue;
    }
    if (at > from) pieces.push({ kind: 'text', text: html.slice(from, at) });
    pieces.push(piece);
    at += sourceOf(piece).length;
    from = at;
  }
  if (from < html.length) pieces.push({ kind: 'text', text: html.slice(from) });
  return pieces;
}
