import { countEach } from '../../../model/groups.js';
import type { DetailsTag } from '../../text/details-rule.js';
import { lineAt, type Source } from '../../text/source.js';
import { ANSWER_WORDS } from '../words/names.js';

/** A `<details>`: its tags and what is between them. Offsets into the text. */
export interface DetailsFold {
  readonly start: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly end: number;
  readonly line: number;
  /** Its words in lower case, without tags and marks. */
  readonly label: string;
  /** What stands between its `<summary>` tags. */
  readonly summary: string;
  /** How many folds it stands in. */
  readonly depth: number;
  readonly isClosed: boolean;
}

/** The folds of a page, in order. */
export interface DetailsFolds {
  readonly all: readonly DetailsFold[];
  /** Those of the outermost level that begin in the lines `[from, to)`. */
  within(from: number, to: number): DetailsFold[];
  /** Is its label the one that the page's folds share? */
  isAnswer(fold: DetailsFold): boolean;
}

const ANSWER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ANSWER_WORDS}|solutions?|explanation|lösung)(?![\\p{L}\\p{N}])|ответ|відповідь|答|정답|คำตอบ|الإجابة|đáp án|përgjigje|odgovor|antwoord|view|show|reveal`,
  'iu',
);

/** What a fold may give away before the answer. */
const HINT =
  /^(?:hints?|tips?|clues?|hinweis|pista|dica|подсказка|提示|ヒント|힌트)(?: \d{1,2})?$/u;

const isAnswerLabel = (label: string) => ANSWER.test(label) && label.length < 40;

/** Does a summary only say that an answer is in the fold? */
export function saysAnswer(summary: string): boolean {
  return isAnswerLabel(labelOf(summary));
}

/** Puts the tags of a page together as folds. */
export function foldsOf(source: Source, tags: readonly DetailsTag[]): DetailsFolds {
  const all = pair(source, tags);
  const shared = sharedLabels(all);
  return {
    all,
    isAnswer: ({ label }) => shared.has(label) || isAnswerLabel(label),
    within(from, to) {
      const found: DetailsFold[] = [];
      for (let at = firstFrom(all, from); (all[at]?.line ?? to) < to; at++) {
        const fold = all[at];
        if (fold !== undefined && fold.depth === 0) found.push(fold);
      }
      return found;
    },
  };
}

function firstFrom(all: readonly DetailsFold[], line: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts each tag together with its partner. A fold that nothing closes is taken to end at the next one. */
function pair(source: Source, tags: readonly DetailsTag[]): DetailsFold[] {
  const partners = partnersOf(tags);
  const openers = tags.filter(({ opens }) => opens);
  const ends: number[] = [];
  return openers.map((tag, index): DetailsFold => {
    const close = partners.get(tag);
    const limit = openers[index + 1]?.start ?? source.text.length;
    const summary = summaryOf(source, tag, limit);
    while ((ends.at(-1) ?? Number.POSITIVE_INFINITY) <= tag.start) ends.pop();
    const depth = ends.length;
    if (close !== undefined) ends.push(close.end);
    return {
      start: tag.start,
      bodyStart: summary.end,
      bodyEnd: close?.start ?? limit,
      end: close?.end ?? limit,
      line: lineAt(source, tag.start),
      summary: summary.text,
      label: labelOf(summary.text),
      depth,
      isClosed: close !== undefined,
    };
  });
}

/** The summary of a fold; one of many lines is longer than the tag's own rule looks. */
function summaryOf(source: Source, tag: DetailsTag, limit: number): { text: string; end: number } {
  const none = { text: tag.summary, end: tag.end };
  if (tag.summary !== '') return none;
  const open = /^\s{0,100}<summary(?:\s[^<>]{0,200})?>/i.exec(
    source.text.slice(tag.end, tag.end + 400),
  );
  const inside = source.text.slice(tag.end, limit);
  const close = open === null ? -1 : inside.indexOf('</summary>');
  if (open === null || close < 0) return none;
  const text = inside.slice(open[0].length, close).trim();
  return { text, end: tag.end + close + '</summary>'.length };
}

/** Tags pair as brackets do. */
function partnersOf(tags: readonly DetailsTag[]): Map<DetailsTag, DetailsTag> {
  const partners = new Map<DetailsTag, DetailsTag>();
  const open: DetailsTag[] = [];
  for (const tag of tags) {
    if (tag.opens) open.push(tag);
    else {
      const opener = open.pop();
      if (opener !== undefined) partners.set(opener, tag);
    }
  }
  return partners;
}

function labelOf(summary: string): string {
  return summary
    .slice(0, 200)
    .replaceAll(/<[^<>]{0,200}>/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Labels that at least a third of all folds have. */
function sharedLabels(folds: readonly DetailsFold[]): Set<string> {
  const outer = folds.filter(({ depth }) => depth === 0);
  const counts = countEach(outer.map(({ label }) => label));
  return new Set(
    [...counts]
      .filter(([label, count]) => !HINT.test(label) && count >= 3 && count * 3 >= outer.length)
      .map(([label]) => label),
  );
}
