import { type Callout, readCallout, unquotedLine } from '../text/callout.js';
import { LIST_MARKER } from '../text/lines.js';
import { answerMarkers, type Marker, questionMarkers } from './markers.js';
import type { Fold, Item, Outline } from './outline.js';
import type { Range } from './range.js';

/** Something within the text under a heading that begins a question or an answer. */
export type Mark = { readonly start: number } & (
  | { readonly kind: 'question' | 'answer'; readonly marker: Marker; readonly textStart: number }
  | { readonly kind: 'fold'; readonly fold: Fold; readonly end: number }
  | {
      readonly kind: 'called-question' | 'called-answer';
      readonly callout: Callout;
      readonly end: number;
    }
);

/** Finds every mark in a range, in order. */
export function findMarks(range: Range): Mark[] {
  const marks: Mark[] = [];
  for (let index = range.from; index < range.to; index++) {
    const item = range.outline.items[index];
    if (item === undefined) continue;
    for (const mark of marksOf(range.outline, item)) marks.push(mark);
  }
  return marks;
}

/**
 * Returns whether some paragraph of a range starts a question: with a `**Q:**`, or
 * unless `boldOnly` with a plain `Q:`.
 */
export function hasQuestionMarker(range: Range, boldOnly: boolean): boolean {
  const { items, source } = range.outline;
  for (let index = range.from; index < range.to; index++) {
    const item = items[index];
    if (item === undefined) continue;
    const text = source.text.slice(item.start, item.end);
    if (item.kind === 'paragraph' && questionMarkers(text).some((m) => m.bold || !boldOnly)) {
      return true;
    }
    if (startsWithQuestion(item, text)) return true;
  }
  return false;
}

/** Returns whether a list or quote begins with a bold question marker. */
export function startsWithQuestion(item: Item, text: string): boolean {
  if (item.kind !== 'list' && item.kind !== 'quote') return false;
  const line = text.slice(0, 200).split('\n')[0] ?? '';
  const inner = item.kind === 'list' ? line.replace(LIST_MARKER, '') : unquotedLine(line);
  return questionMarkers(inner).some((marker) => marker.bold && marker.start === 0);
}

function marksOf(outline: Outline, item: Item): Mark[] {
  const { source } = outline;
  if (item.kind === 'fold') return [{ kind: 'fold', start: item.start, end: item.end, fold: item }];
  if (item.kind === 'paragraph') {
    return paragraphMarks(source.text.slice(item.start, item.end), item.start);
  }
  if (item.kind === 'list') {
    return listAnswer(source.text.slice(item.start, item.end), item.start);
  }
  if (item.kind !== 'quote') return [];
  const callout = readCallout(source, item);
  if (callout?.type !== 'answer' && callout?.type !== 'question') return [];
  return [{ kind: `called-${callout.type}`, start: item.start, end: item.end, callout }];
}

function paragraphMarks(text: string, offset: number): Mark[] {
  const toMark = (kind: 'question' | 'answer') => (marker: Marker) => ({
    kind,
    marker,
    start: offset + marker.start,
    textStart: offset + marker.textStart,
  });
  const questions = questionMarkers(text).map(toMark('question'));
  const answers = answerMarkers(text).map(toMark('answer'));
  if (answers.length === 0) return questions;
  return [...questions, ...answers].sort((a, b) => a.start - b.start);
}

/** `- **A:** …`, as outliners write an answer below its question. */
function listAnswer(text: string, offset: number): Mark[] {
  const skipped = LIST_MARKER.exec(text)?.[0].length ?? 0;
  const line = text.slice(skipped, skipped + 200).split('\n')[0] ?? '';
  const marker = answerMarkers(line).find((found) => found.bold && found.start === 0);
  if (marker === undefined) return [];
  return [
    { kind: 'answer', marker, start: offset, textStart: offset + skipped + marker.textStart },
  ];
}
