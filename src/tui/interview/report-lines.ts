import type { FullReport } from '../../app/interview/report.js';
import { RATING_NAMES, type Rating } from '../../model/rating.js';
import type { Style } from '../../model/text/ansi.js';
import { counted } from '../../model/text/counted.js';
import { starText } from '../../model/text/stars.js';
import type { ReportedQuestion, WeakArea } from '../../review/interview-report.js';
import { wrapLine } from '../components/wrap-line.js';
import { renderMarkdown } from '../markdown/render.js';
import { questionTitle } from '../markdown/title.js';
import { alignLeft, alignRight, nameCell } from '../stats/cells.js';
import { makePainter, type Painter } from '../stats/painter.js';
import { clockText } from './clock.js';

/** Columns from which a question has one line with its figures. */
const ROOMY = 64;
const FIGURES = 33;
const RATING_INKS: Readonly<Record<Rating, Style>> = {
  1: 'red',
  2: 'yellow',
  3: 'green',
  4: 'blue',
};
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
  const painter = makePainter(look);
  const lines = [
    ...headLines(report, painter),
    '',
    ...questionLines(report.questions, painter),
    ...weakLines(report, painter),
    ...pointLines(report, painter),
    ...sunkLines(report, painter),
    '',
    ...nextLines(report, painter),
  ];
  return lines.flatMap((line) => wrapLine(line, look.width));
}

function headLines(report: FullReport, painter: Painter): string[] {
  const { questions, notReached, rated, good, overTime } = report;
  const total = questions.length + notReached;
  const asked =
    notReached === 0 ? counted(total, 'question') : `${questions.length} of ${total} questions`;
  const over = overTime === 0 ? '' : `, ${overTime} over time`;
  return [
    painter.paint('bold', `${asked}, ${rated} rated, ${good} of them Good or Easy${over}`),
    painter.paint(
      'dim',
      `answering ${clock(report.spentMs)} of ${clock(report.plannedAskedMs)}${unused(report)}`,
    ),
  ];
}

function unused({ notReached, plannedMs }: FullReport): string {
  return notReached === 0 ? '' : ` (of ${clock(plannedMs)} for the whole interview)`;
}

function questionLines(questions: readonly ReportedQuestion[], painter: Painter): string[] {
  const isRoomy = painter.width >= ROOMY;
  const figures = `${alignLeft('stars', 7)}${alignLeft('rating', 10)}${alignRight('time', 6)}${alignRight('of', 7)}`;
  const head = isRoomy ? `${alignLeft('question', painter.width - FIGURES)}   ${figures}` : figures;
  return [
    painter.paint('dim', head.trimEnd()),
    ...questions.flatMap((question, at) => oneQuestion(question, at, painter, isRoomy)),
  ];
}

function oneQuestion(
  question: ReportedQuestion,
  at: number,
  painter: Painter,
  isRoomy: boolean,
): string[] {
  const number = `${alignRight(String(at + 1), 2)} `;
  const title = questionTitle(question.card.question);
  if (isRoomy) {
    return [
      `${number}${nameCell(title, painter.width - FIGURES - 3)}   ${figuresOf(question, painter)}`,
    ];
  }
  return [figuresOf(question, painter), `${number}${nameCell(title, painter.width - 3)}`.trimEnd()];
}

function figuresOf(
  { card, outcome, rating, spentMs, plannedMs }: ReportedQuestion,
  painter: Painter,
): string {
  const stars = painter.paint('yellow', alignLeft(starText(card.stars), 7));
  const word =
    rating === null ? (outcome === 'open' ? 'not rated' : 'skipped') : RATING_NAMES[rating];
  const said = painter.paint(rating === null ? 'dim' : RATING_INKS[rating], alignLeft(word, 10));
  const isOver = spentMs > plannedMs;
  const spent = alignRight(clock(spentMs), 6);
  const time = isOver ? painter.paint('red', spent) : spent;
  return `${stars}${said}${time}${painter.paint('dim', alignRight(clock(plannedMs), 7))}`;
}

function noWeakArea({ weakCards }: FullReport): string {
  return weakCards.length === 0
    ? 'No weak areas: everything was rated Good or Easy.'
    : 'No weak areas: in none did at least two cards, and half of them, go badly.';
}

function pointLines({ pointAreas }: FullReport, painter: Painter): string[] {
  if (pointAreas.length === 0) return [];
  return [
    '',
    painter.paint('bold', 'Points named'),
    ...pointAreas.map(({ kind, name: text, named, of }, at) => {
      const width = Math.max(10, Math.min(44, painter.width - 28));
      const label = pointAreas[at - 1]?.kind === kind ? '' : KIND_NAMES[kind];
      return `  ${alignLeft(label, 11)} ${nameCell(text, width)} ${named} of ${of}`;
    }),
  ];
}

/** What was said though it sinks an answer, whole, with the number of its question. */
function sunkLines({ sunk, questions }: FullReport, painter: Painter): string[] {
  if (sunk.length === 0) return [];
  const width = Math.max(10, painter.width - 5);
  return [
    '',
    painter.paint('bold', 'Disqualifying mistakes'),
    ...sunk.flatMap(({ card, text }) => {
      const number = questions.findIndex((question) => question.card.id === card.id) + 1;
      return renderMarkdown(text, { width, colors: false, hyperlinks: false }).map((line, at) =>
        painter.paint('red', `${at === 0 ? `${alignRight(String(number), 2)} ✗` : '    '} ${line}`),
      );
    }),
  ];
}

function weakLines(report: FullReport, painter: Painter): string[] {
  const { weakAreas, rated } = report;
  if (rated === 0) return [];
  if (weakAreas.length === 0) return ['', painter.paint('green', noWeakArea(report))];
  return [
    '',
    painter.paint('bold', alignLeft('Weak areas', painter.width).trimEnd()),
    ...weakAreas.map((area, at) => weakLine(area, weakAreas[at - 1]?.kind === area.kind, painter)),
  ];
}

function weakLine(
  { kind, name: text, weak, rated }: WeakArea,
  isSame: boolean,
  painter: Painter,
): string {
  const shown = kind === 'stars' ? starText(Number(text)) : text;
  const width = Math.max(10, Math.min(44, painter.width - 28));
  const count = `${weak} of ${rated} weak`;
  return `  ${alignLeft(isSame ? '' : KIND_NAMES[kind], 11)} ${nameCell(shown, width)} ${count}`;
}

function nextLines(
  { nextSteps, isRecording, recorded, rated }: FullReport,
  painter: Painter,
): string[] {
  const next = nextSteps.flatMap(({ why, command }, at) => [
    `${at === 0 ? 'Next: ' : '      '}${painter.paint('cyan', command)}`,
    painter.paint('dim', `        ${why}`),
  ]);
  const kept = isRecording
    ? `${counted(recorded, 'rating')} recorded as reviews${recorded < rated ? `, ${rated - recorded} not` : ''}.`
    : 'Not recorded: no schedule has changed.';
  return [...next, painter.paint('dim', kept)];
}

function clock(ms: number): string {
  return clockText(Math.round(ms / 1000));
}
