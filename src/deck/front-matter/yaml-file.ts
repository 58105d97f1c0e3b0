import { type Document, isMap, isScalar, LineCounter, type Pair, parseDocument, visit } from 'yaml';
import type { Position } from '../text/source.js';
import { FrontMatterError } from './error.js';
import { explainMistake } from './yaml-mistakes.js';

/** The values of a YAML mapping, and where its keys stand. */
export interface YamlFile {
  readonly data: Readonly<Record<string, unknown>>;
  /** The place of a top-level key; line 1, column 1 for one that is not there. */
  placeOf(key: string): Position;
}

const MAX_ALIASES = 50;
/** Keys whose numbers are text: `title: 007` is no spy if it becomes 7. */
const TEXT_KEYS = new Set(['title', 'part', 'emoji', 'subtitle']);

/**
 * Reads YAML as gray-matter hands it over: from the end of the opening line, so
 * that line 1 is that line. Throws FrontMatterError with the place of the first
 * mistake.
 */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const document = readDocument(text, lines);
  return {
    data: valuesOf(document, lines),
    placeOf: (key) => placeOfKey(document, lines, key),
  };
}

function readDocument(text: string, lines: LineCounter): Document {
  const document = parseDocument(text, {
    lineCounter: lines,
    logLevel: 'error',
    prettyErrors: false,
    schema: 'core',
    // Else !!binary, !!set and the like make objects that are neither text nor JSON.
    resolveKnownTags: false,
    stringKeys: true,
    // It compares each key with each other one; checkKeys does so in linear time.
    uniqueKeys: false,
  });
  const error = document.errors[0];
  if (error !== undefined) {
    const { message, offset } = explainMistake(document, error);
    throw new FrontMatterError(message, place(lines, offset));
  }
  if (document.contents !== null && !isMap(document.contents)) {
    const at = place(lines, document.contents.range?.[0] ?? 0);
    throw new FrontMatterError('write it as lines of key: value', at);
  }
  checkKeys(document, lines);
  return document;
}

/** Refuses keys given twice, and the one key that would change an object's nature. */
function checkKeys(document: Document, lines: LineCounter): void {
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const pair of map.items) {
        const key = keyOf(pair);
        const at = place(lines, keyOffset(pair));
        if (key === '__proto__') throw new FrontMatterError('the key __proto__ is not allowed', at);
        if (seen.has(key)) {
          throw new FrontMatterError(`the key ${key} occurs twice: keep one of them`, at);
        }
        seen.add(key);
      }
    },
  });
}

function valuesOf(document: Document, lines: LineCounter): Record<string, unknown> {
  if (!isMap(document.contents)) return {};
  const data = plainData(document, lines);
  for (const pair of document.contents.items) {
    const key = keyOf(pair);
    if (!TEXT_KEYS.has(key) || !isScalar(pair.value)) continue;
    if (typeof pair.value.value === 'number')
      data[key] = pair.value.source ?? `${pair.value.value}`;
  }
  return data;
}

function plainData(document: Document, lines: LineCounter): Record<string, unknown> {
  try {
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    // An alias within its own anchor makes a circle, which no store can hold.
    JSON.stringify(data);
    return Object.fromEntries(Object.entries(data ?? {}));
  } catch (error) {
    const isUnknown = String(error).includes('Unresolved alias');
    const message = isUnknown
      ? 'a value cannot start with *: put it in quotes'
      : 'its aliases (*name) nest too deep: write the values out';
    throw new FrontMatterError(message, place(lines, aliasOffset(document)));
  }
}

function aliasOffset(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias: (_, alias) => {
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function placeOfKey(document: Document, lines: LineCounter, key: string): Position {
  const map = document.contents;
  const pair = isMap(map) ? map.items.find((item) => keyOf(item) === key) : undefined;
  return pair === undefined ? { line: 1, column: 1 } : place(lines, keyOffset(pair));
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

const keyOffset = (pair: Pair): number => (isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0);

function place(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
