import type { Card, Stars } from '../model/card.js';
import type { TickedPoints } from '../model/event.js';
import type { Rating } from '../model/rating.js';
import { type Interview, plannedInAllMs, questionAt, type Verdict } from './interview.js';

/** A question that was asked. */
export interface ReportedQuestion {
  readonly card: Card;
  /** `open`: at hand when the person ended the interview. */
  readonly outcome: 'rated' | 'skipped' | 'open';
  readonly rating: Rating | null;
  /** Is the rating in the journal? */
  readonly recorded: boolean;
  readonly typed: string | null;
  readonly plannedMs: number;
  readonly spentMs: number;
  /** The points that the answer named; null where none were ticked off. */
  readonly points: TickedPoints | null;
  /** Follow-ups that were asked. */
  readonly followUps: number;
}

/** Good points of a part's or module's answers that were named, of all that they had. */
interface PointArea {
  readonly kind: 'part' | 'module';
  /** As decks spell it. */
  readonly name: string;
  readonly named: number;
  readonly of: number;
}

/** Two cards or more of one part, module, company or difficulty that went badly: rated Again or Hard. */
export interface WeakArea {
  readonly kind: 'part' | 'module' | 'company' | 'stars';
  /** As decks spell it; the number of stars for `stars`. */
  readonly name: string;
  readonly weak: number;
  readonly rated: number;
}

/** What an interview came to. */
export interface InterviewReport {
  readonly questions: readonly ReportedQuestion[];
  /** Questions drawn and never shown. */
  readonly notReached: number;
  readonly rated: number;
  /** Ratings Good or Easy. */
  readonly good: number;
  /** Questions whose answer took longer than planned. */
  readonly overTime: number;
  /** Ratings that are in the journal. */
  readonly recorded: number;
  /** Time planned for all questions drawn, and for those asked; time spent answering them. */
  readonly plannedMs: number;
  readonly plannedAskedMs: number;
  readonly spentMs: number;
  /** The worst of each kind first. */
  readonly weakAreas: readonly WeakArea[];
  /** Where good points were missed, most of them first. */
  readonly pointAreas: readonly PointArea[];
  /** Cards rated Again or Hard, the worst first. */
  readonly weakCards: readonly Card[];
}

/** One card that went badly says nothing of its area. */
const MIN_WEAK = 2;
const MAX_OF_A_KIND = 3;

/** Reports on an interview; `cards` are those of its questions, in their order. */
export function interviewReport(interview: Interview, cards: readonly Card[]): InterviewReport {
  const questions = reportedQuestions(interview, cards);
  const sum = (of: (question: ReportedQuestion) => number) =>
    questions.reduce((total, question) => total + of(question), 0);
  return {
    questions,
    notReached: interview.questions.length - questions.length,
    rated: questions.filter(({ rating }) => rating !== null).length,
    good: questions.filter(({ rating }) => rating !== null && rating >= 3).length,
    overTime: questions.filter(({ spentMs, plannedMs }) => spentMs > plannedMs).length,
    recorded: questions.filter(({ recorded }) => recorded).length,
    plannedMs: plannedInAllMs(interview),
    plannedAskedMs: sum(({ plannedMs }) => plannedMs),
    spentMs: sum(({ spentMs }) => spentMs),
    weakAreas: weakAreas(questions),
    pointAreas: [
      ...pointAreas('part', questions, ({ module }) => module.part),
      ...pointAreas('module', questions, ({ module }) => moduleName(module)),
    ],
    weakCards: questions
      .filter(isWeak)
      .toSorted((a, b) => (a.rating ?? 0) - (b.rating ?? 0))
      .map(({ card }) => card),
  };
}

function reportedQuestions(interview: Interview, cards: readonly Card[]): ReportedQuestion[] {
  const isOpen = interview.phase !== 'finished' || interview.quitIn !== null;
  const asked = interview.questions.slice(0, questionAt(interview) + (isOpen ? 1 : 0));
  return asked.flatMap(({ plannedMs }, at) => {
    const card = cards[at];
    if (card === undefined) return [];
    const verdict = interview.verdicts[at];
    const spentMs = interview.spentMs[at] ?? 0;
    return [{ card, plannedMs, spentMs, ...outcomeOf(verdict, interview.typed) }];
  });
}

function outcomeOf(verdict: Verdict | undefined, typed: string | null) {
  if (verdict === undefined) {
    const nothing = { points: null, followUps: 0 };
    return { outcome: 'open', rating: null, recorded: false, typed, ...nothing } as const;
  }
  const outcome = verdict.rating === null ? 'skipped' : 'rated';
  return {
    outcome,
    rating: verdict.rating,
    recorded: verdict.recorded,
    typed: verdict.typed,
    points: verdict.points,
    followUps: verdict.followUps,
  } as const;
}

function isWeak({ rating }: ReportedQuestion): boolean {
  return rating !== null && rating <= 2;
}

function weakAreas(questions: readonly ReportedQuestion[]): WeakArea[] {
  return [
    ...areasOf('part', questions, ({ module }) => (module.part === '' ? [] : [module.part])),
    ...areasOf('module', questions, ({ module }) => [moduleName(module)]),
    ...areasOf('company', questions, ({ companies }) => companies),
    ...areasOf('stars', questions, ({ stars }) => [starsName(stars)]),
  ];
}

function moduleName({ number, title }: Card['module']): string {
  return number === null ? title : `${number} ${title}`;
}

function starsName(stars: Stars): string {
  return String(stars);
}

function pointAreas(
  kind: PointArea['kind'],
  questions: readonly ReportedQuestion[],
  nameOf: (card: Card) => string,
): PointArea[] {
  const areas = new Map<string, { named: number; of: number }>();
  for (const { card, points } of questions) {
    if (points === null || nameOf(card) === '') continue;
    const { named, of } = areas.get(nameOf(card)) ?? { named: 0, of: 0 };
    areas.set(nameOf(card), { named: named + points.good.length, of: of + points.goodOf });
  }
  return [...areas]
    .map(([name, counts]) => ({ kind, name, ...counts }))
    .filter(({ named, of }) => named < of)
    .toSorted((a, b) => b.of - b.named - (a.of - a.named));
}

/** Areas where half of the ratings or more are weak: the largest share first, then the most cards. */
function areasOf(
  kind: WeakArea['kind'],
  questions: readonly ReportedQuestion[],
  namesOf: (card: Card) => readonly string[],
): WeakArea[] {
  const areas = new Map<string, { weak: number; rated: number }>();
  for (const question of questions) {
    if (question.rating === null) continue;
    for (const name of new Set(namesOf(question.card))) {
      const { weak, rated } = areas.get(name) ?? { weak: 0, rated: 0 };
      areas.set(name, { weak: weak + (isWeak(question) ? 1 : 0), rated: rated + 1 });
    }
  }
  return [...areas]
    .map(([name, counts]) => ({ kind, name, ...counts }))
    .filter(({ weak, rated }) => weak >= MIN_WEAK && weak * 2 >= rated)
    .toSorted((a, b) => b.weak * a.rated - a.weak * b.rated || b.weak - a.weak)
    .slice(0, MAX_OF_A_KIND);
}
