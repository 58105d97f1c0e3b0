import type { Edit } from './rewrite.js';

/** What tells that a text went through JSX. */
const EVIDENCE = /\{\s*(["'])\s*\1\s*\}/;
const PROTECTED = /`[^`\n]+`/;
const BLANK = /[^\S\n]*\{\s*(?:"\s*"|'\s*')\s*\}[^\S\n]*(?:\{\s*(?:"\s*"|'\s*')\s*\}[^\S\n]*)*/;
const COMMENT = /[^\S\n]*\{\/\*.{0,500}?\*\/\}/;
const STRING = /\{"([^"{}\n]{1,300})"\}|\{'([^'{}\n]{1,300})'\}/;
const EMPTY = /[^\S\n]+\{\s*\}(?=[\s.,;:])/;
const ANY = new RegExp(
  [PROTECTED, BLANK, COMMENT, STRING, EMPTY].map(({ source }) => `(?:${source})`).join('|'),
  'g',
);
const FENCE = /^\s{0,3}(`{3,}|~{3,})/;

/**
 * Finds what JSX left in a text (`{" "}`, comments, quoted strings in braces)
 * outside code, and gives the edits that take it out. One edit is one leftover.
 */
export function residueEdits(text: string): Edit[] {
  if (!EVIDENCE.test(text)) return [];
  const edits: Edit[] = [];
  let base = 0;
  let fence: string | null = null;
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1]?.charAt(0) ?? null;
    if (mark !== null && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    else if (fence === null && line.includes('{')) edits.push(...lineEdits(line, base));
    base += line.length + 1;
  }
  return edits;
}

function lineEdits(line: string, base: number): Edit[] {
  const edits: Edit[] = [];
  for (const match of line.matchAll(ANY)) {
    const [found, double, single] = match;
    if (found.startsWith('`')) continue;
    const end = match.index + found.length;
    const text = double ?? single ?? gap(found, line.slice(0, match.index), line.slice(end));
    edits.push({ at: base + match.index, length: found.length, text });
  }
  return edits;
}

/** What is to stand between the text before and after a leftover that held none itself. */
function gap(found: string, before: string, after: string): string {
  const isSpace = /["']/.test(found);
  if (!isSpace || after === '' || before.trim() === '') return '';
  return /^[.,;:!?)\]]/.test(after) ? '' : ' ';
}
