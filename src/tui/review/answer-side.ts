import type { AnswerParts, FollowUp, Point } from '../../model/answer-parts.js';
import type { CardSource } from '../../model/card-source.js';
import { RATING_NAMES } from '../../model/rating.js';
import { styled } from '../../model/text/ansi.js';
import { suggestedRating, tickedPoints } from '../../review/points.js';
import { padEnd } from '../components/text.js';
import { type RenderOptions, renderMarkdown, renderPlain } from '../markdown/render.js';
import { judgeLines, pointOpinion } from './opinion.js';
import type { ScreenState } from './screen-state.js';

/** A digit ticks a point; 0 is the tenth. */
export const MAX_TICKED = 10;

/** The answer of a card, as the screen shows it. */
export interface AnswerSide {
  /** Markdown. */
  readonly answer: string;
  /** Null where it has none. */
  readonly parts: AnswerParts | null;
  /** Is the answer shown as it stands, and not its short form and points first? */
  readonly isWhole: boolean;
  /** Where the card was read, for one without an answer; left out where that is not shown. */
  readonly source?: CardSource | null | undefined;
}

/** What is known of the points beside the card. */
export type PointMarks = Pick<ScreenState, 'ticks' | 'named' | 'judged'>;

export const NO_MARKS: PointMarks = { ticks: null, named: null, judged: null };

/** The answer in lines: in short and its points first, or the whole as it stands. */
export function answerLines(
  side: AnswerSide,
  marks: PointMarks,
  options: RenderOptions,
  withPoints = true,
): string[] {
  const { answer, parts, isWhole } = side;
  if (answer === '') return unansweredLines(side, options);
  const judge = withPoints ? judgeLines(marks.judged, options) : [];
  if (parts === null || isWhole) {
    const whole = renderMarkdown(answer, options);
    return judge.length === 0 ? whole : [...judge, '', ...whole];
  }
  const { short, points, rest, trap } = parts;
  const sections = [
    short === null ? [] : renderMarkdown(`**In short:** ${short}`, options),
    withPoints ? pointLines(points, marks, options) : [],
    judge,
    rest === '' ? [] : renderMarkdown(rest, options),
    trap === null ? [] : renderMarkdown(`**Trap:** ${trap}`, options),
  ];
  const shown = sections.filter((lines) => lines.length > 0);
  if (shown.length === 0 && withPoints)
    return [styled('(nothing but follow-ups)', 'dim', options.colors)];
  return shown.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}

function unansweredLines({ source }: AnswerSide, options: RenderOptions): string[] {
  const hint = styled('(no answer yet: press e to write one)', 'dim', options.colors);
  if (!source) return [hint];
  const opens = source.kind === 'copy' ? '' : ' · o opens it';
  return [hint, '', ...renderPlain(`From ${source.text}${opens}`, options)];
}

const MARKS: Readonly<Record<Point['kind'], string>> = { good: '•', extra: '+', wrong: '✗' };

/**
 * Points in lines: with boxes from the first tick on, before that with a hook at those that the
 * typed answer seems to name.
 */
export function pointLines(
  points: readonly Point[],
  { ticks, named, judged }: PointMarks,
  options: RenderOptions,
): string[] {
  return points.flatMap((point, at) => {
    const hook = named === null ? '' : named.includes(at) ? '✓ ' : '  ';
    const box = ticks === null ? hook : `${keyOf(at)} [${ticks.includes(at) ? 'x' : ' '}] `;
    const head = `${box}${MARKS[point.kind]} `;
    const lines = indented(head, point.text, options);
    return [...lines, ...pointOpinion(judged, at, padEnd('', head.length), options)];
  });
}

function keyOf(at: number): string {
  return at < MAX_TICKED ? String((at + 1) % 10) : ' ';
}

function indented(head: string, markdown: string, options: RenderOptions): string[] {
  const width = Math.max(10, options.width - head.length);
  const lines = renderMarkdown(markdown, { ...options, width });
  return lines.map((line, at) => `${at === 0 ? head : padEnd('', head.length)}${line}`);
}

/** A step of the chain of follow-ups: odd ones ask, even ones answer; steps count from 1. */
export function followUpLines(
  { question, answer }: FollowUp,
  isAnswered: boolean,
  options: RenderOptions,
): string[] {
  const asked = renderMarkdown(question, options);
  return isAnswered ? [...asked, '', ...renderMarkdown(answer, options)] : asked;
}

/** The follow-up of a step. */
export function followUpAt(parts: AnswerParts | null, step: number): FollowUp | undefined {
  return step === 0 ? undefined : parts?.followUps[Math.ceil(step / 2) - 1];
}

/**
 * What the ticks say, with the rating that they suggest: `3/5 points · 2 Hard?`; before any, what the
 * typed answer seems to name: `about 3/5 points · p corrects`. Null without either.
 */
export function tickNote(
  parts: AnswerParts | null,
  { ticks, named }: Pick<PointMarks, 'ticks' | 'named'>,
): string | null {
  if (parts === null || parts.points.length === 0) return null;
  if (ticks === null) {
    if (named === null) return null;
    const { good, goodOf } = tickedPoints(parts.points, named);
    return `about ${good.length}/${goodOf} points · p corrects`;
  }
  const points = tickedPoints(parts.points, ticks);
  const rating = suggestedRating(points);
  const beyond = points.extra.length > 0 ? ` +${points.extra.length}` : '';
  const sunk = points.wrong.length > 0 ? ` ✗${points.wrong.length}` : '';
  const suggestion = rating === null ? '' : ` · ${rating} ${RATING_NAMES[rating]}?`;
  return `${points.good.length}/${points.goodOf} points${beyond}${sunk}${suggestion}`;
}

/** The keys while points are ticked or a follow-up shows; null otherwise. */
export function stepKeys(
  parts: AnswerParts | null,
  { isTicking, followUp }: Pick<ScreenState, 'isTicking' | 'followUp'>,
): readonly (readonly [string, string])[] | null {
  if (parts === null) return null;
  if (isTicking) {
    return [
      [digitsOf(parts.points.length), 'tick'],
      ['Enter', 'back'],
    ];
  }
  if (followUp === 0) return null;
  const isLast = followUp === 2 * parts.followUps.length;
  const next = followUp % 2 === 1 ? 'its answer' : isLast ? 'back' : 'next';
  return [
    ['m', next],
    ['1-4', 'rate'],
    ['Esc', 'back'],
  ];
}

function digitsOf(points: number): string {
  if (points === 1) return '1';
  return points < MAX_TICKED ? `1-${points}` : '1-9 0';
}
