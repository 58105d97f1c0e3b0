import type { Token } from 'markdown-it';
import { closesFence, type FenceMark, fenceMark } from './lines.js';
import { lineText, type Source } from './source.js';

const STAR_HEADING = /^ {0,3}#{1,6}[ \t][^\n]*[★☆⭐]/;
const SECTION_HEADING =
  /^ {0,3}#{1,6}[ \t]+(?:key insights|code examples|interview questions|further reading|related)\s*$/i;
const CLOSING_DETAILS = /^ {0,3}<\/details\s*>/i;

/** Returns whether a fence token's last line is its closing mark; `to` is the line behind it. */
export function isClosedFence(source: Source, token: Token, from: number, to: number): boolean {
  if (to - 1 <= from) return false;
  const last = fenceMark(lineText(source, to - 1));
  return last !== null && closesFence(last, { mark: token.markup, isBare: false });
}

/**
 * Returns what closes a fenced code block that was left open, a new line and the
 * mark; empty text for one that is closed. Takes the block's own text.
 */
export function missingClose(block: string): string {
  const [first = '', ...rest] = block.trimEnd().split('\n');
  const open = openMark(first, rest.at(-1) ?? '');
  return open === null ? '' : `\n${open.mark}`;
}

/** Returns the mark of a fence that its last line, empty where it has but one, does not close; null where it does. */
export function openMark(first: string, last: string): FenceMark | null {
  const open = fenceMark(first);
  if (open === null) return null;
  const close = fenceMark(last);
  return close !== null && closesFence(close, open) ? null : open;
}

/**
 * Finds the line at which a fence, left open by mistake, starts to swallow the
 * rest of the module: a `</details>` that nothing in the fence opened, or a
 * heading of the format itself. A fence that is closed all the same, by the
 * mark of the next code, needs both as evidence. Null where all is as it
 * should be; `from` is the fence's own line.
 */
export function swallowedFrom(content: string, from: number, closed: boolean): number | null {
  if (closed && !(/<\/details/i.test(content) && /[★☆⭐]/.test(content))) return null;
  const { stray, heading } = findStructure(content, closed);
  if (closed && (stray === null || heading === null)) return null;
  const first = stray ?? heading;
  return first === null ? null : from + 1 + first;
}

/** The first stray `</details>`, and the first heading of the format behind it or without one. */
function findStructure(content: string, closed: boolean) {
  let depth = 0;
  let stray: number | null = null;
  for (const [index, line] of content.split('\n').entries()) {
    if (depth === 0 && stray === null && CLOSING_DETAILS.test(line)) stray = index;
    depth = Math.max(0, depth + countTags(line));
    if (depth > 0 || (closed && stray === null)) continue;
    if (STAR_HEADING.test(line) || (!closed && SECTION_HEADING.test(line))) {
      return { stray, heading: index };
    }
  }
  return { stray, heading: null };
}

/** The `<details>` tags of a line less its `</details>` tags. */
function countTags(line: string): number {
  if (!line.includes('<')) return 0;
  const opened = line.match(/<details[\s>]/gi)?.length ?? 0;
  return opened - (line.match(/<\/details\s*>/gi)?.length ?? 0);
}
