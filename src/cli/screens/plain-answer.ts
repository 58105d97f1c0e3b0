import type { AnswerParts } from '../../model/answer-parts.js';
import type { Card } from '../../model/card.js';
import { RATING_NAMES, RATINGS, type Rating } from '../../model/rating.js';
import { intervalText } from '../../schedule/interval-text.js';
import type { Outcome } from '../../schedule/preview.js';
import { wrapLine } from '../../tui/components/wrap-line.js';
import { type RenderOptions, renderMarkdown } from '../../tui/markdown/render.js';
import {
  type AnswerSide,
  answerLines,
  followUpAt,
  followUpLines,
  NO_MARKS,
  pointLines,
  tickNote,
} from '../../tui/review/answer-side.js';
import { judgedBy, judgeLines, type SecondOpinion } from '../../tui/review/opinion.js';

/** What is said of the parts of an answer, line by line. */
export interface PlainAnswer {
  /** Places of the points ticked, from 0; null before any line ticked some. */
  ticks: readonly number[] | null;
  /** Step in the chain of follow-ups, as on the screen. */
  step: number;
  /** May the card's text have changed since it was shown? */
  isStale: boolean;
}

/** Nothing ticked, nothing asked. */
export function freshAnswer(): PlainAnswer {
  return { ticks: null, step: 0, isStale: false };
}

/** The answer with its points numbered, and how to go on. */
export function plainAnswerLines(side: AnswerSide, options: RenderOptions): string[] {
  const { parts } = side;
  const lines = answerLines(side, { ...NO_MARKS, ticks: parts && [] }, options);
  return [
    ...lines,
    ...(parts === null ? [] : hints(parts).flatMap((line) => wrapLine(line, options.width))),
  ];
}

/** The ratings with what each would do, where that is known, on one line. */
export function plainRatings(preview: Readonly<Record<Rating, Outcome>> | null): string {
  return RATINGS.map((rating) => {
    const interval = preview === null ? '' : ` ${intervalText(preview[rating])}`;
    return `${rating} ${RATING_NAMES[rating]}${interval}`;
  }).join(' · ');
}

function hints({ points, followUps }: AnswerParts): string[] {
  const tick = points.length === 0 ? [] : ['p and numbers, such as p 1 3: the points you named'];
  const more = followUps.length === 0 ? [] : ['m: a follow-up'];
  const all = [...tick, ...more];
  return all.length === 0 ? [] : ['', `(${all.join(' · ')})`];
}

/** Takes a line such as `p 1 3` or `p` for none; returns what is said of it, null for another line. */
export function tickPlainly(
  line: string,
  parts: AnswerParts | null,
  plain: PlainAnswer,
  options: RenderOptions,
): string[] | null {
  const given = /^p((?:[ ,]+\d+)*)$/.exec(line);
  if (given === null) return null;
  const points = parts?.points ?? [];
  if (points.length === 0) return ['This answer has no points to tick.'];
  const places = (given[1] ?? '').match(/\d+/g) ?? [];
  const ticks = [...new Set(places.map((place) => Number(place) - 1))];
  if (ticks.some((place) => place < 0 || place >= points.length)) {
    return [`Points are numbered 1 to ${points.length}.`];
  }
  plain.ticks = ticks;
  const marks = { ...NO_MARKS, ticks };
  return [...pointLines(points, marks, options), tickNote(parts, marks) ?? ''];
}

/** The next step of the chain of follow-ups in lines; the first again after the last. */
export function followUpPlainly(
  parts: AnswerParts | null,
  plain: PlainAnswer,
  options: RenderOptions,
): string[] {
  const { length } = parts?.followUps ?? [];
  if (length === 0) return ['This answer has no follow-ups.'];
  plain.step = plain.step < 2 * length ? plain.step + 1 : 1;
  const asked = followUpAt(parts, plain.step);
  if (asked === undefined) return [];
  const title =
    plain.step % 2 === 1 ? [`Follow-up ${Math.ceil(plain.step / 2)} of ${length}:`] : [];
  const { question, answer } = asked;
  return [...title, ...followUpLines({ question, answer }, plain.step % 2 === 0, options)];
}

/** What a typed answer names, what it may lack, and what the person's judge says of it. */
export async function comparedPlainly(
  { card, parts, typed }: { card: Card; parts: AnswerParts | null; typed: string },
  opinion: SecondOpinion,
  options: RenderOptions,
): Promise<string[]> {
  const { named, missing } = await opinion.compare(card, parts, typed);
  const note = tickNote(parts, { ticks: null, named });
  const items = missing.map((each) => `- ${each}`).join('\n');
  const lacks =
    missing.length === 0 ? [] : ['Possibly missing:', ...renderMarkdown(items, options)];
  const asked = opinion.judge(card, parts, typed);
  const judge = judgeLines(asked && (await judgedBy(asked.judgement)), options);
  return [...(note === null ? [] : [note]), ...lacks, ...judge];
}
