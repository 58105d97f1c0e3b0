import type { FullReport } from '../../app/interview/interview.js';
import { counted } from '../../model/counted.js';
import { RATING_NAMES, type Rating } from '../../model/rating.js';
import { starText } from '../../model/star-text.js';
import type { ReportedQuestion, WeakArea } from '../../review/interview-report.js';
import { left, name, right } from '../stats/cells.js';

import { type Ink, makePen, type Pen } from '../stats/pen.js';
import { clockText } from './clock.js';

/** Columns from which a question has one line with its figures. */
const ROOMY = 64;
const FIGURES = 33;
const RATING_INKS: Readonly<Record<Rating, Ink>> = { 1: 'red', 2: 'yellow', 3: 'green', 4: 'blue' };
const KIND_NAMES: Readonly<Record<WeakArea['kind'], string>> = {
  part: 'Part',
  module: 'Module',
  company: 'Company',
  stars: 'Difficulty',
};

/** The report in lines of at most `width` columns. */
export function reportLines(
  report: FullReport,
  look: { readonly width: number; readonly colors: boolean },
): string[] {
  const pen = makePen(look);
  return [
    ...headLines(report, pen),
    '',
    ...questionLines(report.questions, pen),
    ...weakLines(report, pen),
    ...pointLines(report, pen),
    ...sunkLines(report, pen),
    '',
    ...nextLines(report, pen),
  ];
}

function headLines(report: FullReport, pen: Pen): string[] {
  const { questions, notReached, rated, good, overTime } = report;
  const total = questions.length + notReached;
  const asked =
    notReached === 0 ? counted(total, 'question') : `${questions.length} of ${total} questions`;
  const over = overTime === 0 ? '' : `, ${overTime} over time`;
  return [
    pen.paint('bold', `${asked}, ${rated} rated, ${good} of them Good or Easy${over}`),
    pen.paint(
      'dim',
      `answering ${clock(report.spentMs)} of ${clock(report.plannedAskedMs)}${unused(report)}`,
    ),
  ];
}

function unused({ notReached, plannedMs }: FullReport): string {
  return notReached === 0 ? '' : ` (the whole interview ${clock(plannedMs)})`;
}

function questionLines(questions: readonly ReportedQuestion[], pen: Pen): string[] {
  const isRoomy = pen.width >= ROOMY;
  const figures = `${left('stars', 7)}${left('rating', 10)}${right('time', 6)}${right('of', 7)}`;
  const head = isRoomy ? `${left('question', pen.width - FIGURES)}   ${figures}` : figures;
  return [
    pen.paint('dim', head.trimEnd()),
    ...questions.flatMap((question, at) => oneQuestion(question, at, pen, isRoomy)),
  ];
}

function oneQuestion(question: ReportedQuestion, at: number, pen: Pen, isRoomy: boolean): string[] {
  const number = `${right(String(at + 1), 2)} `;
  const title = firstLine(question.card.question);
  if (isRoomy) {
    return [`${number}${name(title, pen.width - FIGURES - 3)}   ${figuresOf(question, pen)}`];
  }
  return [figuresOf(question, pen), `${number}${name(title, pen.width - 3)}`.trimEnd()];
}

function figuresOf(
  { card, outcome, rating, spentMs, plannedMs }: ReportedQuestion,
  pen: Pen,
): string {
  const stars = pen.paint('yellow', left(starText(card.stars), 7));
  const word =
    rating === null ? (outcome === 'open' ? 'not rated' : 'skipped') : RATING_NAMES[rating];
  const said = pen.paint(rating === null ? 'dim' : RATING_INKS[rating], left(word, 10));
  const isOver = spentMs > plannedMs;
  const spent = right(clock(spentMs), 6);
  const time = isOver ? pen.paint('red', spent) : spent;
  return `${stars}${said}${time}${pen.paint('dim', right(clock(plannedMs), 7))}`;
}

function noWeakArea({ weakCards }: FullReport): string {
  return weakCards.length === 0
    ? 'No weak area: all went Good or Easy.'
    : 'No weak area: none had two cards that went badly, and half of its cards.';
}

function pointLines({ pointAreas }: FullReport, pen: Pen): string[] {
  if (pointAreas.length === 0) return [];
  return [
    '',
    pen.paint('bold', 'Points named'),
    ...pointAreas.map(({ kind, name: text, named, of }, at) => {
      const width = Math.max(10, Math.min(44, pen.width - 28));
      const label = pointAreas[at - 1]?.kind === kind ? '' : KIND_NAMES[kind];
      return `  ${left(label, 11)} ${name(text, width)} ${named} of ${of}`;
    }),
  ];
}

function sunkLines({ sunk }: FullReport, pen: Pen): string[] {
  if (sunk.length === 0) return [];
  return [
    '',
    pen.paint('bold', 'What sank an answer'),
    ...sunk.map(({ text }) =>
      pen.paint('red', `  ✗ ${name(text, Math.max(10, pen.width - 4)).trimEnd()}`),
    ),
  ];
}

function weakLines(report: FullReport, pen: Pen): string[] {
  const { weakAreas, rated } = report;
  if (rated === 0) return [];
  if (weakAreas.length === 0) return ['', pen.paint('green', noWeakArea(report))];
  return [
    '',
    pen.paint('bold', left('Weak areas', pen.width).trimEnd()),
    ...weakAreas.map((area, at) => weakLine(area, weakAreas[at - 1]?.kind === area.kind, pen)),
  ];
}

function weakLine({ kind, name: text, weak, rated }: WeakArea, isSame: boolean, pen: Pen): string {
  const shown = kind === 'stars' ? starText(Number(text)) : text;
  const width = Math.max(10, Math.min(44, pen.width - 28));
  const count = `${weak} of ${rated} weak`;
  return `  ${left(isSame ? '' : KIND_NAMES[kind], 11)} ${name(shown, width)} ${count}`;
}

function nextLines({ nextSteps, isRecording, recorded, rated }: FullReport, pen: Pen): string[] {
  const next = nextSteps.flatMap(({ why, command }, at) => [
    `${at === 0 ? 'Next: ' : '      '}${pen.paint('cyan', command)}`,
    pen.paint('dim', `        ${why}`),
  ]);
  const kept = isRecording
    ? `${counted(recorded, 'rating')} recorded as reviews${recorded < rated ? `, ${rated - recorded} not` : ''}.`
    : 'Not recorded: no schedule has changed.';
  return [...next, pen.paint('dim', kept)];
}

function clock(ms: number): string {
  return clockText(Math.round(ms / 1000));
}

function firstLine(question: string): string {
  return question.trim().split('\n')[0] ?? '';
}
