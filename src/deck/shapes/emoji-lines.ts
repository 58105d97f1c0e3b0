import { lineStart } from '../text/source.js';
import type { Page } from './page/page.js';
import { asks } from './words/asks.js';
import { prefixOf } from './words/prefix.js';

/** A line behind an emoji, as an item of a list, a heading, in bold or bare. */
const LINE =
  /^[ \t>]*(?:(?:[-*+]|\d{1,4}[.)])[ \t]+)?(?:#{1,6}[ \t]+)?(\*\*|__)?(\p{Extended_Pictographic}(?:\uFE0F|\u200D[♂♀]\uFE0F?)*)[ \t]*(\*\*|__)?[ \t]*(?=\S)/u;
/** What such a line begins with: no emoji is among the characters of ASCII. */
const MAY_BEGIN = /^[ \t>*+_#\d.)-]*[^\x00-\x7f]/;
const ASKING = /^[❓❔⁉🤔🙋🧐🔹🔸🔷🔶🔵📌👉🅠]/u;
const ANSWERING = /^[✅☑✔💡📝🗣💬🅰➡👉📖🎯🟢⭐✨🔑🧠📘👍]/u;

/** Of the questions so many must be answered behind the other emoji. */
const MIN_ANSWERED = 0.6;
/** So many of the lines behind an emoji must ask, where it is none that means asking. */
const MIN_ASKING = 0.5;

/** A line that an emoji begins. */
export interface EmojiLine {
  readonly line: number;
  readonly emoji: string;
  /** Offset behind the emoji. */
  readonly textStart: number;
  /** The mark of emphasis that is still open behind it. */
  readonly bold: string;
  readonly asks: boolean;
}

/** The two emoji of a list: behind the one it asks, behind the other it answers. */
export interface EmojiPair {
  readonly asking: string;
  readonly answering: string;
  readonly questions: number;
  readonly answered: number;
}

/** Finds the lines of a page that begin with an emoji. */
export function findEmojiLines(page: Page): EmojiLine[] {
  const found: EmojiLine[] = [];
  for (const leaf of page.leaves) {
    if (leaf.kind !== 'paragraph' && leaf.kind !== 'heading') continue;
    for (let line = leaf.line; line < leaf.end; line++) {
      const own = emojiLineAt(page, line);
      if (own !== null) found.push(own);
    }
  }
  return found;
}

function emojiLineAt(page: Page, line: number): EmojiLine | null {
  const text = page.lines[line] ?? '';
  const match = MAY_BEGIN.test(text) ? LINE.exec(text) : null;
  if (match === null) return null;
  const rest = text.slice(match[0].length);
  return {
    line,
    emoji: (match[2] ?? '').replaceAll('\uFE0F', ''),
    textStart: lineStart(page.source, line) + match[0].length,
    bold: match[3] ?? match[1] ?? '',
    asks: asks(prefixOf(rest)?.rest ?? rest.replaceAll('**', '')),
  };
}

/** What is known of the lines behind one emoji. */
interface EmojiKind {
  lines: number;
  asking: number;
  /** How often a line behind another emoji is the next. */
  readonly next: Map<string, number>;
}

/** Returns the two emoji that most likely ask and answer; null where none do. */
export function likeliestPair(lines: readonly EmojiLine[]): EmojiPair | null {
  const kinds = kindsOf(lines);
  let best: EmojiPair | null = null;
  for (const [asking, kind] of kinds) {
    const [answering, answered] = [...kind.next].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
    if (!isPair(asking, answering, kind, kinds.get(answering))) continue;
    const pair = { asking, answering, questions: kind.lines, answered };
    if (best === null || answered > best.answered) best = pair;
  }
  return best;
}

function kindsOf(lines: readonly EmojiLine[]): Map<string, EmojiKind> {
  const kinds = new Map<string, EmojiKind>();
  for (const [index, { emoji, asks: isAsking }] of lines.entries()) {
    const kind = kinds.get(emoji) ?? { lines: 0, asking: 0, next: new Map<string, number>() };
    kinds.set(emoji, kind);
    kind.lines++;
    if (isAsking) kind.asking++;
    const next = lines[index + 1]?.emoji ?? emoji;
    if (next !== emoji) kind.next.set(next, (kind.next.get(next) ?? 0) + 1);
  }
  return kinds;
}

function isPair(
  asking: string,
  answering: string,
  { lines, asking: few, next }: EmojiKind,
  answer: EmojiKind | undefined,
): boolean {
  const answered = next.get(answering) ?? 0;
  const isMeant = ASKING.test(asking) && ANSWERING.test(answering);
  if (answer === undefined || answered < lines * MIN_ANSWERED) return false;
  if (answered < 2 && !isMeant) return false;
  const isAlternating = isMeant && lines >= 3 && answered >= lines * 0.9;
  // Lines that ask themselves are no answers.
  const doAnswer = answer.asking <= answer.lines * MIN_ASKING;
  return isAlternating || (few >= lines * MIN_ASKING && doAnswer);
}
