import type { MarkdownIt, StateBlock } from 'markdown-it';

// Lengths are bounded so that a file full of unfinished tags takes linear time.
// The summary of another fold is none of this one's, whose own is not closed.
const INSIDE = String.raw`(?:(?!<summary[\s>])[^]){0,1000}?`;
const SUMMARY = String.raw`<summary(?:\s[^<>]{0,500})?>(${INSIDE})<\/summary\s*>`;
const OPEN = String.raw`<details(?:\s[^<>]{0,500})?>(?:\s{0,100}${SUMMARY})?`;
const CLOSE = String.raw`<\/details\s{0,100}>`;
const AT_START = new RegExp(`${OPEN}|${CLOSE}`, 'iy');
const ANYWHERE = new RegExp(`(?<!\\\\)(?:${OPEN}|${CLOSE})`, 'gi');

/** A `<details>` tag with its `<summary>`, or a `</details>` tag. Offsets into the text. */
export interface DetailsTag {
  readonly opens: boolean;
  readonly start: number;
  readonly end: number;
  readonly summary: string;
}

/** Finds every tag in a text, those within code included. */
export function findDetailsTags(text: string): DetailsTag[] {
  if (!/<\/?details/i.test(text)) return [];
  return Array.from(text.matchAll(ANYWHERE), (match) => ({
    opens: match[0][1] !== '/',
    start: match.index,
    end: match.index + match[0].length,
    summary: (match[1] ?? '').trim(),
  }));
}

/**
 * Adds a block rule by which a line that starts with `<details>` or
 * `</details>` is a block of its own. CommonMark lets such a line swallow all
 * lines up to the next blank one, fences and headings included; people leave
 * the blank line out.
 */
export function addDetailsRule(md: MarkdownIt): void {
  md.block.ruler.before('html_block', 'details', detailsRule, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}

function detailsRule(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const begin = state.bMarks[line];
  const shift = state.tShift[line];
  const indent = state.sCount[line];
  if (begin === undefined || shift === undefined || indent === undefined) return false;
  if (indent - state.blkIndent >= 4 || state.src.charCodeAt(begin + shift) !== 60) return false;
  AT_START.lastIndex = begin + shift;
  if (!AT_START.test(state.src)) return false;
  if (silent) return true;
  // Within a list or a quote the lines have marks in front: left to the ordinary rule.
  if (state.level > 0) return false;
  const end = AT_START.lastIndex;
  let last = line;
  while (last + 1 < endLine && (state.bMarks[last + 1] ?? end) < end) last++;
  state.line = last + 1;
  const token = state.push('details', '', 0);
  token.map = [line, state.line];
  return true;
}
