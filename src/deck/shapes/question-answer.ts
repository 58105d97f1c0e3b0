import { counted } from '../../model/text/counted.js';
import { BRACKET_GAP, findGaps, gapCards } from '../text/gaps.js';
import { lineStart } from '../text/source.js';
import { groupsAbove } from './page/groups.js';
import type { Page } from './page/page.js';
import { findMarkers, type QaMarker } from './qa-markers.js';
import type { Shape, Unit } from './shape.js';
import { finishedAnswer } from './unit/body.js';
import { commentStars } from './unit/comment-marks.js';
import { cutBehind, unframed } from './unit/text.js';
import { titleOf } from './unit/title.js';
import { pathFinder } from './unit/units.js';
import { starScale } from './words/difficulty.js';
import { isStructure } from './words/structure.js';

const MAX_PROSE = 3;

/** `Q:` and `A:` at the start of a line, `C:` with gaps, as hashcards and repeater have them. */
export const questionAnswer: Shape = {
  name: 'question-answer',
  mayBeBare: true,
  summary: 'lines that begin with Q: and A:, or C: with [gaps] (hashcards, repeater)',
  example:
    'Q: What is kept in a KV cache?\nA: Keys and values.\n\nC: A cache grows with the [length] of the text.',
  vote(page) {
    const markers = findMarkers(page);
    const questions = markers.filter(({ kind }) => kind === 'q').length;
    const answers = markers.filter(
      (marker, index) =>
        marker.kind === 'a' ||
        (marker.kind === 'q' && isOnOneLine(page, marker, markers[index + 1])),
    ).length;
    const below = answers > 0 ? answers : answeredBelow(page, markers);
    const gapped = markers.filter((marker) => marker.kind === 'c' && isGapped(page, marker)).length;
    const first = markers.find(({ kind }) => kind === 'q' || kind === 'c');
    if (first === undefined || questions + gapped === 0) return null;
    const prose = page.leaves.filter(
      ({ kind, line }) => kind === 'paragraph' && line < first.line,
    ).length;
    const isMain = prose <= MAX_PROSE + questions + gapped;
    const isPaired = below * 2 >= questions || questions >= 3;
    return {
      confidence: isMain && isPaired ? 0.95 : 0.4,
      why: `${counted(questions, 'line')} with Q:, ${answers} with A:, ${gapped} with C: and a gap`,
      line: first.line,
      read: () => readMarkers(page, markers),
    };
  },
};

function isGapped(page: Page, { textStart, line }: QaMarker): boolean {
  const end = lineStart(page.source, line + 20);
  return findGaps(page.source.text.slice(textStart, end), BRACKET_GAP).length > 0;
}

function readMarkers(page: Page, markers: readonly QaMarker[]): Unit[] {
  const pathAt = pathFinder(groupsAbove(page, [], 6));
  const scale = starScale(markers.map(({ line }) => page.lines[line] ?? ''));
  // Where no answer is marked, it is what stands below the question.
  const undivided = markers.some(({ kind }) => kind === 'a') ? onOneLine : onOneLineOrBelow;
  const textOf = (at: number) => markerText(page, markers[at], markers[at + 1]);
  const units = markers.flatMap((marker, index): Unit[] => {
    const place = { line: marker.line, companies: [], path: pathAt(marker.line) };
    if (marker.kind === 'q') {
      const answerAt = answerOf(markers, index);
      const own = textOf(index);
      const [asked, said] = answerAt === null ? undivided(own) : [own, textOf(answerAt)];
      const title = titleOf(asked, scale, false);
      const until = markers[index + 1]?.line ?? page.lines.length;
      const stars = title.stars ?? commentStars(page, marker.line + 1, until);
      const { text: question, companies } = title;
      return [{ ...place, question, answer: finishedAnswer(said), stars, companies }];
    }
    if (marker.kind !== 'c') return [];
    const text = textOf(index);
    const gaps = gapCards(text, findGaps(text, BRACKET_GAP));
    return gaps.map((card): Unit => ({ ...place, ...card, stars: null }));
  });
  return units.filter(({ question }) => question !== '');
}

/** The text from a marker to the next. */
function markerText(page: Page, own: QaMarker | undefined, next: QaMarker | undefined): string {
  if (own === undefined) return '';
  const { source } = page;
  const limit = next?.line ?? page.lines.length;
  // "Contributing" and the like are parts of the page.
  const behind = page
    .leavesWithin(own.line + 1, limit)
    .find(({ kind, level, content }) => kind === 'heading' && level < 3 && isStructure(content));
  const end = lineStart(source, behind?.line ?? limit);
  const whole = own.dress === 'quote' ? unquoted(source.text.slice(own.textStart, end)) : null;
  const text = whole ?? cutBehind(page, own.textStart, end);
  // `**Q: …**` closes its mark behind the text.
  return own.bold === '' ? text : text.replace(own.bold, '').trim();
}

const unquoted = (text: string) => unframed(text.replaceAll(/^[ \t]{0,8}> ?/gm, '')).trim();

/** The marker of a question's answer: the next one, or the one behind a rule. */
function answerOf(markers: readonly QaMarker[], index: number): number | null {
  if (markers[index + 1]?.kind === 'a') return index + 1;
  const isBehindRule = markers[index + 1]?.kind === 'end' && markers[index + 2]?.kind === 'a';
  return isBehindRule ? index + 2 : null;
}

/** `Q: What is it? A: This.` */
const ON_ONE_LINE =
  /^([^\n]{1,500}?)(?:[ \t]+|<br\s?\/?>[ \t]*)(?:[-–—|][ \t]+)?(?:\*\*|__)?(?:A|Ans|Answer)[ \t]?[:：](?:\*\*|__)?[ \t]+/i;

function isOnOneLine({ lines }: Page, { line }: QaMarker, next: QaMarker | undefined): boolean {
  return next?.kind !== 'a' && ON_ONE_LINE.test(lines[line] ?? '');
}

/** How many questions have a text below them that no marker begins; one alone is no way to write. */
function answeredBelow(page: Page, markers: readonly QaMarker[]): number {
  const texts = markers.flatMap((marker, index) =>
    marker.kind === 'q' ? [markerText(page, marker, markers[index + 1])] : [],
  );
  const answered = texts.filter((text) => onOneLineOrBelow(text)[1] !== '').length;
  return answered < 2 ? 0 : answered;
}

function onOneLineOrBelow(text: string): [string, string] {
  const [asked, said] = onOneLine(text);
  const end = said === '' ? text.search(/\n[ \t]*\n/) : -1;
  // What ends in a colon announces a part of the question.
  const isAsked = end > 0 && !/[:：][*_]{0,3}[ \t]*$/.test(text.slice(0, end));
  return isAsked
    ? [text.slice(0, end), text.slice(end).replace(/^(?:[ \t]*\n)+/, '')]
    : [asked, said];
}

function onOneLine(text: string): [string, string] {
  const found = ON_ONE_LINE.exec(text);
  return found === null ? [text, ''] : [found[1] ?? '', text.slice(found[0].length)];
}
