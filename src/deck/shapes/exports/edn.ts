/** A value of EDN or Transit as plain data: keywords are strings without their colon, sets and lists arrays. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

const MAX_DEPTH = 100;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const BLANK = /(?:[\s,]|;[^\n]*)*/y;
const STRING = /"([^"\\]*(?:\\[\s\S][^"\\]*)*)"/y;
const ATOM = /[^\s,;"()[\]{}]+/y;
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Reads data in EDN, Clojure's notation; no value in it is evaluated. Returns undefined where it is none. */
export function parseEdn(text: string): PlainValue | undefined {
  try {
    return new EdnReader(text).whole();
  } catch (error) {
    if (error instanceof EdnError) return undefined;
    throw error;
  }
}

class EdnError extends Error {}

class EdnReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  whole(): PlainValue {
    const value = this.value();
    this.match(BLANK);
    if (this.at < this.text.length) throw new EdnError();
    return value;
  }

  private value(): PlainValue {
    this.match(BLANK);
    const first = this.text.charAt(this.at);
    if (first === '"') return unescaped(this.match(STRING)?.[1]);
    if (first === '#') return this.tagged();
    const closer = CLOSERS[first];
    if (closer !== undefined) {
      const items = this.items(closer);
      return closer === '}' ? mapOf(items) : items;
    }
    return atomOf(this.match(ATOM)?.[0]);
  }

  /** A set, `#{…}`, or a value behind a tag, `#inst "…"`, which is taken without it. */
  private tagged(): PlainValue {
    this.at++;
    if (this.text.charAt(this.at) === '{') return this.items('}');
    if (this.match(ATOM) === null) throw new EdnError();
    return this.value();
  }

  private items(closer: string): PlainValue[] {
    if (++this.depth > MAX_DEPTH) throw new EdnError();
    this.at++;
    const items: PlainValue[] = [];
    for (this.match(BLANK); this.text.charAt(this.at) !== closer; this.match(BLANK)) {
      items.push(this.value());
    }
    this.at++;
    this.depth--;
    return items;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }
}

function unescaped(inner: string | undefined): string {
  if (inner === undefined) throw new EdnError();
  return inner.replaceAll(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code, sign) =>
    code === undefined ? (ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function atomOf(atom: string | undefined): PlainValue {
  if (atom === undefined) throw new EdnError();
  if (atom === 'nil') return null;
  if (atom === 'true' || atom === 'false') return atom === 'true';
  if (/^[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?[NM]?$/.test(atom)) return Number.parseFloat(atom);
  return atom.startsWith(':') ? atom.slice(1) : atom;
}

/** Keys and values by turns as an object that inherits nothing, without what a list or a map is the key of. */
export function mapOf(items: readonly PlainValue[]): { readonly [key: string]: PlainValue } {
  const map: Record<string, PlainValue> = Object.create(null);
  for (let at = 0; at + 1 < items.length; at += 2) {
    const key = items[at] ?? null;
    if (typeof key !== 'object' || key === null) map[String(key)] = items[at + 1] ?? null;
  }
  return map;
}
