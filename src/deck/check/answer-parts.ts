import type { Point } from '../../model/answer-parts.js';
import {
  ENDS_ASKING,
  followUpOf,
  type LabelledPart,
  labelledParts,
  type PartName,
  pointsOf,
} from '../read/answer-parts.js';
import { type Passage, startOf } from '../text/passage.js';
import type { Report } from '../text/report.js';

/** What can be said in half a minute. */
const MAX_SHORT_WORDS = 75;
const MIN_POINTS = 3;
const MAX_POINTS = 6;
const LABELS: Readonly<Record<PartName, string>> = {
  short: 'In short',
  points: 'Points',
  'follow-up': 'Follow-up',
  trap: 'Trap',
};

/** Reports each part of an answer that is not as the format has it, at the line of its label. */
export function reportAnswerParts(answer: Passage, report: Report): void {
  const { parts } = labelledParts(answer.text);
  const seen = new Set<PartName>();
  for (const part of parts) {
    const isAgain = part.name !== 'follow-up' && seen.has(part.name);
    seen.add(part.name);
    const label = LABELS[part.name];
    const message = isAgain ? `a second ${label}: merge it with the first` : mistakeOf(part);
    if (message === null) continue;
    report('answer-part', { line: startOf(answer).line + part.line, column: 1 }, message);
  }
}

function mistakeOf(part: LabelledPart): string | null {
  switch (part.name) {
    case 'short':
      return shortMistake(part.lead);
    case 'points':
      return pointsMistake(part);
    case 'follow-up':
      return followUpMistake(part);
    case 'trap':
      return part.lead === '' && part.blocks.length === 0
        ? 'the Trap is empty: write it or remove the label'
        : null;
  }
}

function shortMistake(text: string): string | null {
  if (text === '') return 'In short is empty: write it after the label, in the same paragraph';
  const words = text.split(/\s+/).length;
  if (words <= MAX_SHORT_WORDS) return null;
  return `In short has ${words} words, and ${MAX_SHORT_WORDS} fit in half a minute: shorten it`;
}

function pointsMistake(part: LabelledPart): string | null {
  if (part.lead !== '')
    return 'text follows the label Points on its line: put each point on a line with "- "';
  const points = pointsOf(part);
  if (points.length === 0) return 'Points has no list: write lines that begin with "- "';
  if (points.some(({ text }) => text === '')) return 'a point is empty: write it or remove it';
  const good = points.filter(({ kind }: Point) => kind === 'good').length;
  if (good >= MIN_POINTS && good <= MAX_POINTS) return null;
  return `an answer has ${MIN_POINTS} to ${MAX_POINTS} good points, and this one has ${good}`;
}

function followUpMistake(part: LabelledPart): string | null {
  const { question, answer } = followUpOf(part);
  if (!ENDS_ASKING.test(question)) return 'the Follow-up asks nothing: end its question with ?';
  return answer === '' ? 'the Follow-up has no answer: write it below its question' : null;
}
