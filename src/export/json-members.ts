import { archiveError, parseJson } from './archive-record.js';
import { createPending } from './pending-bytes.js';

/** What a JSON object holds, as it is read: its values, and what its lists hold one by one. */
export type JsonMember =
  | { readonly kind: 'value'; readonly name: string; readonly value: unknown }
  | {
      readonly kind: 'element';
      readonly name: string;
      /** From 0. */
      readonly index: number;
      readonly value: unknown;
    }
  /** Behind the last element of a list. */
  | { readonly kind: 'list'; readonly name: string };

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** How deep a byte stands: in the document's object, in one of its lists, or within an element. */
const TOP = 1;
const LIST = 2;

/**
 * Reads a JSON document that is an object, from its bytes, holding one value
 * of it at a time: it only looks for where a value ends, and leaves the value
 * to JSON.parse. Throws VivaError 'import-failed' for what is no such document.
 */
export function* jsonMembers(chunks: Iterable<Uint8Array>, file: string): Generator<JsonMember> {
  const reader = createReader(file);
  for (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const cut = reader.look(chunk[at] ?? 0);
      if (cut === 0) continue;
      yield* reader.end(cut, chunk.subarray(from, at));
      from = at + 1;
    }
    reader.keep(chunk.subarray(from));
  }
  reader.finish();
}

interface Reader {
  /** Takes the next byte; gives it back where a value ends with it, else 0. */
  look(byte: number): number;
  /** Takes the byte that `look` gave back and the bytes before it. */
  end(byte: number, bytes: Uint8Array): Generator<JsonMember>;
  keep(bytes: Uint8Array): void;
  finish(): void;
}

function createReader(file: string): Reader {
  const place = { file, what: 'the archive' };
  const pending = createPending(place);
  let depth = 0;
  /** How deep the commas stand that are between values now. */
  let level = TOP;
  let inText = false;
  let escaped = false;
  let list: string | null = null;
  let index = 0;
  let began = false;
  let first = true;
  /** A list or the document has just ended: only a comma or the end may come. */
  let closed = false;

  function lookInText(byte: number): number {
    if (escaped) escaped = false;
    else if (byte === BACKSLASH) escaped = true;
    else if (byte === QUOTE) inText = false;
    return 0;
  }

  function look(byte: number): number {
    if (inText) return lookInText(byte);
    switch (byte) {
      case QUOTE:
        inText = true;
        return 0;
      case COMMA:
        return depth === level ? byte : 0;
      case OPEN:
      case OPEN_LIST:
        return lookAtOpening(byte);
      case CLOSE:
      case CLOSE_LIST:
        depth -= 1;
        return depth < level ? byte : 0;
      default:
        return 0;
    }
  }

  function lookAtOpening(byte: number): number {
    depth += 1;
    if (depth === TOP) return byte;
    return depth === LIST && level === TOP && byte === OPEN_LIST ? byte : 0;
  }

  function* end(byte: number, bytes: Uint8Array): Generator<JsonMember> {
    pending.add(bytes);
    const text = pending.take();
    if (byte === OPEN && depth === TOP) begin(text);
    else if (byte === OPEN_LIST) openList(text);
    else if (list === null) yield* topValue(text, byte);
    else yield* elementOf(text, list, byte);
  }

  function begin(text: string): void {
    if (began) throw archiveError(place, 'it is not JSON');
    expectNothing(text);
    began = true;
  }

  function openList(text: string): void {
    if (depth !== LIST || closed) throw archiveError(place, 'it is no JSON object');
    first = false;
    list = memberOf(`${text}null`).name;
    index = 0;
    level = LIST;
  }

  function* topValue(text: string, byte: number): Generator<JsonMember> {
    if (byte === CLOSE_LIST || depth < 0) throw archiveError(place, 'it is not JSON');
    if (closed || (first && byte === CLOSE && text.trim() === '')) expectNothing(text);
    else yield { kind: 'value', ...memberOf(text) };
    first = false;
    closed = byte === CLOSE;
  }

  function* elementOf(text: string, name: string, byte: number): Generator<JsonMember> {
    if (byte === CLOSE) throw archiveError(place, 'it is not JSON');
    const isEmpty = index === 0 && byte === CLOSE_LIST && text.trim() === '';
    if (!isEmpty) {
      const what = `"${name}", number ${index + 1}`;
      yield { kind: 'element', name, index, value: parseJson(text, { file, what }) };
      index += 1;
    }
    if (byte !== CLOSE_LIST) return;
    yield { kind: 'list', name };
    list = null;
    level = TOP;
    closed = true;
  }

  function memberOf(text: string): { name: string; value: unknown } {
    const [member, ...more] = Object.entries(parseJson(`{${text}}`, place) ?? {});
    if (member === undefined || more.length > 0) throw archiveError(place, 'it is not JSON');
    return { name: member[0], value: member[1] };
  }

  function expectNothing(text: string): void {
    if (text.replace(/^\ufeff/, '').trim() !== '') throw archiveError(place, 'it is not JSON');
  }

  return {
    look,
    end,
    keep: (bytes) => pending.add(bytes),
    finish() {
      if (!began) throw archiveError(place, 'it is no JSON object');
      if (depth !== 0 || inText || !closed) throw archiveError(place, 'its end is missing');
      expectNothing(pending.take());
    },
  };
}
