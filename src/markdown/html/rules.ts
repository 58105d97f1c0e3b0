import type { MarkdownIt, StateBlock, StateCore, StateInline } from 'markdown-it';
import { commentRule } from './comment-rule.js';
import { isBlockElement } from './elements.js';
import { FINDINGS, Findings, findingsOf } from './findings.js';
import { meaningOf } from './meaning.js';
import { type Decode, readPiece, readTag, sourceOf } from './tag.js';

/** No name of an element is longer. */
const MAX_NAME = 20;
const BLOCK_START = /^<\/?([a-z][a-z0-9]*)(?=[\s/>]|$)/i;

/** Teaches a parser the HTML that is drawn as what it means. */
export function withHtml(parser: MarkdownIt): void {
  parser.block.ruler.before('heading', 'html_source', blockRule, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
  parser.block.ruler.before('html_source', 'html_comment', commentRule, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
  parser.inline.ruler.before('html_inline', 'html_piece', inlineRule);
  parser.core.ruler.push('html_meaning', meaningRule);
}

/**
 * Parses a text. Where a block of HTML has a tag without its other half it is none: it is
 * read once more as text.
 */
export function parseWithHtml(parser: MarkdownIt, text: string) {
  const first = new Findings(new Set());
  const tokens = parser.parse(text, { [FINDINGS]: first });
  if (first.unpaired.size === 0) return tokens;
  return parser.parse(text, { [FINDINGS]: new Findings(first.unpaired) });
}

/** Returns what turns entities into characters, as markdown-it knows them. */
function decoderOf({ md }: { readonly md: MarkdownIt }): Decode {
  // Its function takes backslashes that escape away as well; HTML has none.
  return (text) =>
    text.includes('&') ? md.utils.unescapeAll(text.replaceAll('\\', '\\\\')) : text;
}

/** Reads a tag or a comment within a line, or an element of code with all that it holds. */
function inlineRule(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '<') return false;
  const findings = findingsOf(state);
  const piece = readPiece(src, pos, decoderOf(state), findings.unclosedIn(src));
  if (piece === null) return false;
  const source = sourceOf(piece);
  if (pos + source.length > posMax) return false;
  state.pos += source.length;
  if (silent) return true;
  findings.found = true;
  const token = state.push('html_piece', '', 0);
  token.content = source;
  token.meta = piece;
  return true;
}

/** Reads from a line that begins with a block's tag to the next blank one (CommonMark 0.31, 4.6). */
function blockRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src[start] !== '<' || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4)
    return false;
  const findings = findingsOf(state);
  if (findings.asText.has(startLine)) return false;
  const name = BLOCK_START.exec(state.src.slice(start, start + MAX_NAME))?.[1]?.toLowerCase() ?? '';
  if (!isBlockElement(name)) return false;
  const after =
    name === 'pre'
      ? preEnd(state, startLine, endLine, findings)
      : blankLine(state, startLine, endLine);
  if (after === null) return false;
  const content = textFrom(state, startLine, after);
  if (readTag(content, 0, decoderOf(state)) === null) return false;
  if (silent) return true;
  findings.found = true;
  const token = state.push('html_source', '', 0);
  token.content = content;
  token.map = [startLine, after];
  state.line = after;
  return true;
}

function textFrom(state: StateBlock, from: number, to: number): string {
  return state.getLines(from, to, state.blkIndent, true).trimStart();
}

function blankLine(state: StateBlock, startLine: number, endLine: number): number {
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) >= state.blkIndent) {
    line++;
  }
  return line;
}

/** Code may hold blank lines: its block ends with the line that closes it. Null where none does. */
function preEnd(
  state: StateBlock,
  startLine: number,
  endLine: number,
  { unclosed }: Findings,
): number | null {
  if (unclosed.has('pre')) return null;
  for (let line = startLine; line < endLine; line++) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return null;
    if (/<\/pre\s*>/i.test(state.src.slice(state.bMarks[line], state.eMarks[line]))) {
      return line + 1;
    }
  }
  unclosed.add('pre');
  return null;
}

function meaningRule(state: StateCore): void {
  const findings = findingsOf(state);
  if (!findings.found) return;
  state.tokens = meaningOf(state.tokens, state.Token, decoderOf(state), findings.unpaired);
}
