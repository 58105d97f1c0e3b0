import { counted } from '../../model/text/counted.js';
import type { Outline } from '../read/outline.js';
import type { Block } from '../text/blocks.js';
import type { Report } from '../text/report.js';
import { type Position, positionAt, type Source } from '../text/source.js';

// C0 and C1 except tab and newline, DEL, bidirectional overrides and isolates, and
// zero-width characters in a row (one alone joins emoji or Persian letters).
const CONTROL =
  /[\x00-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]|[\u200B-\u200D\u2060\uFEFF]{4,}/g;
// Most texts hold none of these characters, which one look tells.
const SUSPECT = /[\x00-\x08\x0B-\x1F\x7F-\x9F\u200B-\u200D\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
// What a page built with React leaves behind: {" "} and {/* a comment */}.
const RESIDUE = /\{ ?(?:"\s{0,9}"|'\s{0,9}'|`\s{0,9}`|\/\*[^*\n]{0,200}\*\/) ?\}/g;

/** Reports characters that could disturb a terminal: one finding, at the first of them. */
export function reportControlCharacters(source: Source, report: Report): void {
  if (!SUSPECT.test(source.text)) return;
  const found = countMatches(source, CONTROL, () => true);
  if (found === null) return;
  const code = source.text.codePointAt(found.offset) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const message = `${counted(found.count, 'control or invisible character')}, the first ${name}: never shown as they are: delete them`;
  report('control-characters', found.at, message);
}

/** Reports JSX left in a module's text; code may hold it by right. */
export function reportResidue(outline: Outline, report: Report): void {
  const { source } = outline;
  if (!source.text.includes('{')) return;
  const code = outline.codeBlocks;
  let next = 0;
  const found = countMatches(source, RESIDUE, (offset) => {
    while ((code[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    return !contains(code[next], offset);
  });
  if (found === null) return;
  const message = `${counted(found.count, 'remnant')} of JSX such as {" "}: delete them or write a space`;
  report('jsx-residue', found.at, message);
}

/** Reports characters that an earlier conversion lost. */
export function reportLostCharacters(source: Source, report: Report): void {
  if (!source.text.includes('\uFFFD')) return;
  const found = countMatches(source, /\uFFFD/g, () => true);
  if (found === null) return;
  const message = `${counted(found.count, 'character')} lost (U+FFFD): restore what was there`;
  report('encoding-lost', found.at, message);
}

const contains = (block: Pick<Block, 'start' | 'end'> | undefined, offset: number) =>
  block !== undefined && block.start <= offset && offset < block.end;

function countMatches(
  source: Source,
  pattern: RegExp,
  counts: (offset: number) => boolean,
): { count: number; offset: number; at: Position } | null {
  let count = 0;
  let offset = -1;
  for (const match of source.text.matchAll(pattern)) {
    if (!counts(match.index)) continue;
    count++;
    if (offset < 0) offset = match.index;
  }
  return count === 0 ? null : { count, offset, at: positionAt(source, offset) };
}
