import { fencedLines } from '../../text/lines.js';
import { ANSWER_WORDS } from '../words/names.js';
import { prefixOf } from '../words/prefix.js';
import type { Unnoted } from './footnotes.js';

const HEADING = new RegExp(
  `^(?:#{1,6}[ \\t]+)?(?:\\*\\*|__)?(?:(?:${ANSWER_WORDS}|solutions?)(?:[ \\t]key)?)(?:\\*\\*|__)?[ \\t]*[:：]?(?:\\*\\*|__)?[ \\t]*#*$`,
  'iu',
);
/** The same anywhere in a text: most have none. */
const MAY_STAND = new RegExp(`^[#*_ \\t]{0,12}(?:${ANSWER_WORDS}|solutions?)[^\\n]{0,12}$`, 'imu');
/** What a numbered line begins with. */
const LINE_MARKS = /^[ \t]*(?:#{1,6}[ \t]+)?[*_]{0,3}/;
/** `A) it`, `- [ ] it`: what a question has below it without being answered. */
const CHOICE = /^[ \t]*(?:[-*+][ \t]+(?:\[[ xX]?\][ \t]*)?|[([]?[a-h][.):\]][ \t]*|\[[ xX]?\])/i;
const MIN_ANSWERS = 2;

/** A line with a number, and where what belongs to it ends. */
interface Numbered {
  readonly line: number;
  readonly end: number;
  readonly number: number;
  /** What stands behind the number. */
  readonly rest: string;
}

/**
 * Takes the answers off the end of a text, where a heading says that they stand there, and
 * gives each to the question of its number; questions that have something other than choices
 * below them are answered already.
 */
export function unkeyed(text: string): Unnoted {
  const untouched = { text, answers: new Map<number, string>() };
  if (!MAY_STAND.test(text)) return untouched;
  const lines = text.split('\n');
  const from = lines.findLastIndex((line) => line.length < 60 && HEADING.test(line.trim()));
  if (from <= 0) return untouched;
  const isCode = fencedLines(lines);
  const answers = numbered(lines, isCode, from + 1, lines.length);
  const questions = numbered(lines, isCode, 0, from).filter(({ rest }) => rest !== '');
  const isCounted = (all: readonly Numbered[]) =>
    all.every(({ number }, at) => number === (all[0]?.number ?? 0) + at);
  const fits =
    answers.length >= MIN_ANSWERS &&
    answers.length === questions.length &&
    answers[0]?.number === questions[0]?.number;
  if (!fits || !isCounted(answers) || !isCounted(questions)) return untouched;
  if (!questions.every((own) => isUnanswered(lines, isCode, own))) return untouched;
  const found = answers.map(({ line, end, rest }, at): [number, string] => [
    questions[at]?.line ?? 0,
    [rest, ...lines.slice(line + 1, end)].join('\n').trim(),
  ]);
  return { text: lines.slice(0, from).join('\n'), answers: new Map(found) };
}

function numbered(
  lines: readonly string[],
  isCode: readonly boolean[],
  from: number,
  to: number,
): Numbered[] {
  const starts: Omit<Numbered, 'end'>[] = [];
  for (let line = from; line < to; line++) {
    const text = lines[line] ?? '';
    if (isCode[line] || /^(?: {4}|\t)/.test(text)) continue;
    const prefix = prefixOf(text.replace(LINE_MARKS, ''));
    if (prefix?.number == null) continue;
    starts.push({ line, number: prefix.number, rest: prefix.rest.replace(/^[*_]{1,3}[ \t]*/, '') });
  }
  return starts.map((start, at) => ({ ...start, end: starts[at + 1]?.line ?? to }));
}

/** Has a question nothing but choices and code below it? Headings group what follows. */
function isUnanswered(
  lines: readonly string[],
  isCode: readonly boolean[],
  { line, end }: Numbered,
): boolean {
  for (let at = line + 1; at < end; at++) {
    const text = lines[at] ?? '';
    if (/^#{1,6}[ \t]/.test(text)) return true;
    const isQuiet = text.trim() === '' || isCode[at] || CHOICE.test(text);
    if (!isQuiet && !/^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/.test(text)) return false;
  }
  return true;
}
