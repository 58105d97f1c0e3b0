import { maskFences, maskInlineCode } from './prose.js';
import type { Edit } from './rewrite.js';

export interface ResidueRepair {
  readonly edits: readonly Edit[];
  /** How many leftovers the edits take out. */
  readonly count: number;
  /** Where the first of them begins; null for none. */
  readonly first: number | null;
}

const NOTHING: ResidueRepair = { edits: [], count: 0, first: null };
const STRING = String.raw`\{\s{0,9}(?:"[^"{}\n\0]{0,300}"|'[^'{}\n\0]{0,300}')\s{0,9}\}`;
const COMMENT = String.raw`\{\s{0,9}\/\*(?:(?!\*\/|\{\/\*)[\s\S]){0,2000}\*\/\s{0,9}\}`;
const JSX_TAG = String.raw`<[A-Za-z][\w.]{0,50}\s(?:[^<>\n]{0,300}\s)?(?:(?:className|key|onClick)=[{"']|style=\{)[^<>\n]{0,300}>|<\/>`;
// A stripped tag whose attribute held a ">" leaves the end of the tag behind.
const TAG_TAIL = String.raw`(?<!<[^<>\n]{0,300})"[ \t]?\/>`;
const EMPTY = String.raw`\{[ \t]{0,9}\}`;
// Each name costs a look through the whole text.
const MAX_TAG_NAMES = 50;
// A pattern that repeats a choice runs out of stack on megabytes of it.
const MAX_IN_A_ROW = 200;
const EMPTY_BRACES = new RegExp(EMPTY, 'g');
// A string with words may be a Python set, an empty brace a JSON object: these show nothing.
const EVIDENCE = new RegExp(
  String.raw`\{\s{0,9}(?:"[^\p{L}\p{N}"{}]{1,4}"|'[^\p{L}\p{N}'{}]{1,4}')\s{0,9}\}|${COMMENT}|${JSX_TAG}`,
  'u',
);
const CLOSING_TAG = /<\/([A-Za-z][\w.]{0,50})\s{0,9}>/g;
// A sign that a stripped tag or formula left with a blank before it.
const AFTER_WORD = '(?<=[\\w)\\]%"”’])';
const BLANK = '[ \\t\u00a0]';
const STRANDED = String.raw`${AFTER_WORD}[ \t](?=[.,;](?:\s|$))`;

/**
 * Finds what JSX left in the prose of a text (`{" "}`, `{'"'}`, comments, tags
 * with `className`) and returns the edits that put in what it stood for, with the
 * blanks around it mended. Text without such leftovers gives none.
 */
export function repairResidue(text: string): ResidueRepair {
  if (!EVIDENCE.test(text)) return NOTHING;
  const unfenced = maskFences(text);
  if (!EVIDENCE.test(unfenced)) return NOTHING;
  const prose = maskInlineCode(unfenced);
  if (!EVIDENCE.test(prose)) return NOTHING;
  const pieces = [STRING, COMMENT, JSX_TAG, TAG_TAIL, ...strayClosings(prose)].join('|');
  const piece = new RegExp(pieces, 'g');
  const edits: Edit[] = [];
  let count = 0;
  let first: number | null = null;
  for (const match of prose.matchAll(clusterPattern(pieces))) {
    const [found, sign = ''] = match;
    const inner = found.slice(sign === '' ? 0 : 2);
    const leftovers = inner.match(piece)?.length ?? 0;
    if (leftovers > 0) first ??= match.index + found.length - inner.trimStart().length;
    count += leftovers;
    const bare = inner.replaceAll(piece, contentOf).replaceAll(EMPTY_BRACES, '');
    edits.push({ at: match.index, length: found.length, text: sign + joint(prose, match, bare) });
  }
  return { edits, count, first };
}

/** Leftovers side by side with the blanks around them, and a sign stranded before them. */
function clusterPattern(pieces: string): RegExp {
  const piece = `(?:${pieces})`;
  // Empty braces are looked through from the first of a row on, not again from each of them.
  const row = `(?<!${EMPTY}${BLANK}{0,9})(?:${EMPTY}${BLANK}{0,9}){1,${MAX_IN_A_ROW}}`;
  const lead = `(?:${AFTER_WORD}${BLANK}([.,;:?!]))?${BLANK}{0,9}(?:${row})?`;
  const rest = `(?:${BLANK}{0,9}(?:${piece}|${EMPTY})){0,${MAX_IN_A_ROW}}${BLANK}{0,9}`;
  return new RegExp(`${lead}${piece}${rest}|${STRANDED}`, 'g');
}

/** A string in braces stands for itself, anything else for nothing. */
function contentOf(piece: string): string {
  return /^\{\s*["']([\s\S]*)["']\s*\}$/.exec(piece)?.[1] ?? '';
}

/** Returns what is to stand between the text before and after a cluster. */
function joint(prose: string, match: RegExpExecArray, bare: string): string {
  const text = bare.replaceAll(/[ \t\u00a0]+/g, ' ');
  const end = match.index + match[0].length;
  const after = prose.slice(end, end + 2);
  const isFirst = /^[\n(]?$/.test(prose.charAt(match.index - 1));
  const isLast =
    /^(?:$|\n)/.test(after) || (text === ' ' && /^(?:[.,;:?!](?:\s|$)|[)\]])/.test(after));
  const opened = isFirst ? text.trimStart() : text;
  return isLast ? opened.trimEnd() : opened;
}

/** Closing tags whose opening tag is gone or is JSX itself. */
function strayClosings(prose: string): string[] {
  const names = new Set(Array.from(prose.matchAll(CLOSING_TAG), (match) => match[1] ?? ''));
  const plain = prose.replaceAll(new RegExp(JSX_TAG, 'g'), '');
  return [...names]
    .slice(0, MAX_TAG_NAMES)
    .filter((name) => !new RegExp(`<${escaped(name)}[\\s/>]`).test(plain))
    .map((name) => `<\\/${escaped(name)}\\s{0,9}>`);
}

function escaped(name: string): string {
  return name.replaceAll('.', '\\.');
}
