import { FenceReader, LIST_MARKER } from '../text/lines.js';

/**
 * How a text ends: `whole` like a finished sentence, `cut` in mid-clause, or
 * `bare`: with a word and no punctuation, which only its neighbours can explain.
 */
export type Ending = 'whole' | 'bare' | 'cut';

/** What is said of a text that breaks off. */
export const CUTS = {
  'answer-truncated': 'the answer stops in mid-sentence: complete it, or end it with a full stop',
  'question-truncated':
    'the question stops in mid-sentence: complete it, or end it with a question mark',
} as const;
export type Cut = keyof typeof CUTS;

/** Words after which an English sentence goes on; stems are what an apostrophe leaves. */
const LEADING_WORDS = new Set(
  `a an the this these those my your his her its our their and or nor but so as at by for from in into of on onto
  over per than that then to under until up upon via vs when where which while who whose with without between among
  is are was were be been being am has have had do does did can could may might must shall should will would not
  if because since although though whereas whether both either neither each every such very more most less also only
  i you he she it we they what why how called
  don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn mustn ain let here there`.split(
    /\s+/,
  ),
);
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|approx|fig|eq|sec|resp|incl|al)\.$/i;
const CLOSERS = new Set([...'.!?…。！？｡؟।)]}"”’»›」』）】\'`$|%℃°']);
const SENTENCE_END = new Set([...'.!?…。！？｡؟।']);
const WORD = /\p{L}[\p{L}\p{M}\p{N}'’_-]*/gu;
/** Scripts that end sentences without a mark. */
const UNPUNCTUATED = /[\p{Script=Thai}\p{Script=Lao}]$/u;
const MARKUP = /^(?:[*_~\s]|\uFE0F|\p{Emoji_Presentation})$/u;
const MAX_ITEM_WORDS = 14;
const MAX_FORMULA_WORDS = 3;

/**
 * Returns whether a Markdown text breaks off in mid-sentence: it ends without
 * closing punctuation, or within an open bracket, quote or fence. A short list
 * item, a table row, a formula and an address are whole as they stand.
 */
export function isTruncated(markdown: string): boolean {
  return endingOf(markdown) !== 'whole';
}

/** An answer of so few words needs no full stop. */
const MAX_ANSWER_WORDS = 3;

/** Returns whether an answer is whole: it ends like one, or is a word or a few. */
export function isWholeAnswer(markdown: string): boolean {
  const ending = endingOf(markdown);
  if (ending === 'whole') return true;
  const words = markdown.trim().split(/\s+/);
  return ending === 'bare' && words.length <= MAX_ANSWER_WORDS;
}

const DEFINITION = /^ {0,3}\[[^\]\n]{1,100}\]:/;
const GOES_ON = /^(?:[ \t]+\S|[ \t]*$)/;

/** Takes off the definitions of footnotes and links, which stand behind the text that names them. */
function withoutDefinitions(text: string): string {
  if (!text.includes(']:')) return text;
  const lines = text.split('\n');
  let end = lines.length;
  for (let at = end - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (DEFINITION.test(line)) end = at;
    else if (!GOES_ON.test(line)) break;
  }
  return lines.slice(0, end).join('\n').trimEnd() || text;
}

/** Says how a Markdown text ends. An empty text is whole. */
export function endingOf(markdown: string): Ending {
  const text = withoutDefinitions(markdown.trimEnd());
  if (text === '') return 'whole';
  const fence = fenceState(text);
  if (fence !== 'none') return fence === 'closed' ? 'whole' : 'cut';
  const paragraph = lastParagraph(text);
  const lastLine = paragraph.slice(paragraph.lastIndexOf('\n') + 1);
  if (isWholeLine(lastLine)) return 'whole';
  return endingOfProse(paragraph, lastLine, text);
}

/** Returns whether the last line closes a code fence, stands within an open one, or neither. */
function fenceState(text: string): 'none' | 'closed' | 'open' {
  if (!text.includes('```') && !text.includes('~~~')) return 'none';
  const fences = new FenceReader();
  let isCode = false;
  for (const line of text.split('\n')) isCode = fences.isCode(line);
  if (fences.isOpen) return 'open';
  return isCode ? 'closed' : 'none';
}

function lastParagraph(text: string): string {
  const blank = text.lastIndexOf('\n\n');
  return blank < 0 ? text : text.slice(blank + 2);
}

/** Lines that are no sentence: table rows, HTML, rules, addresses. */
function isWholeLine(line: string): boolean {
  const bare = line.trim();
  if (bare.startsWith('|') && bare.endsWith('|') && bare.length > 1) return true;
  if (
    /^<\/?[a-z][^<>]*>$/i.test(bare) ||
    bare.endsWith('-->') ||
    /^(?:[-*_]\s*){3,200}$/.test(bare)
  )
    return true;
  return /(?:^|\s)<?https?:\/\/\S+$/.test(bare);
}

function endingOfProse(paragraph: string, lastLine: string, text: string): Ending {
  const end = stripMarkup(paragraph);
  const last = lastCharacter(end, end.length);
  if (UNPUNCTUATED.test(end)) return 'whole';
  if (CLOSERS.has(last) && last !== '%') return closedEnding(end);
  if (!/[\p{L}\p{N}%+#²³ᵀ⁰-⁹₀-₉]/u.test(last)) return /\p{So}|\p{Sm}/u.test(last) ? 'bare' : 'cut';
  if (isFormula(lastLine)) return 'whole';
  if (isLeadingWord(end) || hasOpenBracket(end)) return 'cut';
  return isWholeItem(lastLine, text) ? 'whole' : 'bare';
}

/** Takes emphasis, emoji and a footnote mark off the end of a text. */
function stripMarkup(text: string): string {
  const tail = text.slice(-2000);
  let end = tail.length - footnotesAt(tail.slice(-200)).length;
  for (let last = lastCharacter(tail, end); MARKUP.test(last); last = lastCharacter(tail, end)) {
    end -= last.length;
  }
  return tail.slice(0, end);
}

/** The footnote marks at the end of a text: `[^1]`, or raised digits behind a sentence. */
function footnotesAt(text: string): string {
  return /(?:[ ]?\[\^[^\]\n]{1,40}\]){1,9}$|(?<=[.!?…。"”)])[¹²³⁰⁴-⁹]{1,3}$/u.exec(text)?.[0] ?? '';
}

/** The last character before an offset, both halves of a surrogate pair together. */
function lastCharacter(text: string, end: number): string {
  const isPair = /[\uDC00-\uDFFF]/.test(text.charAt(end - 1)) && end > 1;
  return text.slice(isPair ? end - 2 : Math.max(0, end - 1), end);
}

/** A closing mark is trusted, but not after an abbreviation or with a bracket still open. */
function closedEnding(text: string): Ending {
  if (ABBREVIATION.test(text)) return hasOpenBracket(text) || !/al\.$/.test(text) ? 'cut' : 'whole';
  if (text.endsWith('"') && (text.match(/"/g)?.length ?? 0) % 2 === 1 && /[\s(]"$/.test(text))
    return 'cut';
  return SENTENCE_END.has(text.slice(-1)) || !hasOpenBracket(text) ? 'whole' : 'cut';
}

/** Brackets of the last sentence count together, so that the interval [0, 1) is whole. */
function hasOpenBracket(text: string): boolean {
  const prose = text.replaceAll(/`[^`\n]*`|\$\$[^$]*\$\$|\$[^$\n]*\$/g, '');
  const sentence = prose.slice(Math.max(0, prose.search(/[.!?]\s(?=[^.!?]*[.!?]?$)/)));
  const opened = sentence.match(/[([{“«]/g)?.length ?? 0;
  const shut = sentence.match(/[)\]}”»]/g)?.length ?? 0;
  // "1)" and "a)" number the points of a sentence.
  const points = sentence.match(/(?:^|[\s;,:])(?:\d{1,2}|[a-z])\)/g)?.length ?? 0;
  return opened > shut - Math.min(points, shut);
}

function isLeadingWord(text: string): boolean {
  const word = /([\p{L}]+)$/u.exec(text.slice(-40))?.[1];
  return word !== undefined && LEADING_WORDS.has(word.toLowerCase()) && !/^[A-Z]{2,}$/.test(word);
}

/** A line with a number or a relation and hardly a word: `d_k = 64`, `42`, `O(n)`. */
function isFormula(line: string): boolean {
  const bare = line.replace(LIST_MARKER, '').trim();
  const words = (bare.match(WORD) ?? []).filter((word) => /^\p{Lu}?\p{Ll}{2,}$/u.test(word));
  if (/[=≈≤≥<>∝→]/.test(bare)) return words.length <= MAX_FORMULA_WORDS;
  return words.length === 0 && /\d/.test(bare);
}

/** A short list item without a full stop, where its list ends no item with one. */
function isWholeItem(line: string, text: string): boolean {
  if (!LIST_MARKER.test(line)) return false;
  const item = line.replace(LIST_MARKER, '');
  if ((item.match(WORD)?.length ?? 0) > MAX_ITEM_WORDS) return false;
  if (/[.!?]\s/.test(item)) return false;
  const before = text.slice(0, -line.length).trimEnd();
  const previous = before.slice(before.lastIndexOf('\n') + 1);
  return !LIST_MARKER.test(previous) || !SENTENCE_END.has(stripMarkup(previous).slice(-1));
}
