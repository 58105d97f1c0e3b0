import { mapOf, type PlainValue } from './edn.js';

const MAX_DEPTH = 100;
/** Strings that were said are said again by a code of two or three characters. */
const CODE_BASE = 44;
const FIRST_CODE = 48;
const MIN_CACHED = 4;
const MAX_CACHED = CODE_BASE * CODE_BASE;

/** Reads data in Transit over JSON, as it is written short or at length. Returns undefined where it is none. */
export function parseTransit(text: string): PlainValue | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  try {
    return new TransitReader().read(json, 0);
  } catch (error) {
    if (error instanceof TransitError) return undefined;
    throw error;
  }
}

class TransitError extends Error {}

class TransitReader {
  private readonly cache: string[] = [];

  read(value: unknown, depth: number): PlainValue {
    if (depth > MAX_DEPTH) throw new TransitError();
    if (typeof value === 'string') return this.text(value, false);
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
    if (Array.isArray(value)) return this.array(value, depth + 1);
    if (typeof value !== 'object') throw new TransitError();
    const entries = Object.entries(value).map(
      ([key, own]) => [this.text(key, true), this.read(own, depth + 1)] as const,
    );
    const [only] = entries;
    // A tag alone, `{"~#list": […]}`, stands for its value.
    return entries.length === 1 && only?.[0].startsWith('#') ? only[1] : mapOf(entries.flat());
  }

  private array(items: readonly unknown[], depth: number): PlainValue {
    const [first] = items;
    if (first === '^ ') {
      return mapOf(
        items
          .slice(1)
          .map((item, index) =>
            typeof item === 'string' ? this.text(item, index % 2 === 0) : this.read(item, depth),
          ),
      );
    }
    const read = items.map((item) => this.read(item, depth));
    const isTagged = items.length === 2 && typeof read[0] === 'string' && read[0].startsWith('#');
    return isTagged ? (read[1] ?? null) : read;
  }

  /** A string without Transit's mark; codes are looked up, and what gets a code is kept. */
  private text(written: string, isKey: boolean): string {
    const isCode = written.startsWith('^') && written !== '^ ';
    const whole = isCode ? this.cache[codeOf(written)] : written;
    if (whole === undefined) throw new TransitError();
    const isCached = !isCode && whole.length >= MIN_CACHED && (isKey || /^~[#$:]/.test(whole));
    if (isCached) {
      if (this.cache.length === MAX_CACHED) this.cache.length = 0;
      this.cache.push(whole);
    }
    if (/^~[:$]/.test(whole)) return whole.slice(2);
    return whole.startsWith('~') ? whole.slice(1) : whole;
  }
}

function codeOf(code: string): number {
  const [high, low] = [code.charCodeAt(1) - FIRST_CODE, code.charCodeAt(2) - FIRST_CODE];
  return code.length === 2 ? high : high * CODE_BASE + low;
}
