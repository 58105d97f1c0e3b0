import type { Leaf } from '../text/leaves.js';
import { lineStart } from '../text/source.js';
import type { Page } from './page/page.js';
import { ANSWER_WORDS, QUESTION_WORDS } from './words/names.js';

/** Names of the two sides that count only in pairs: many a text has one of them. */
const PAIRS = {
  question: 'front|term|interviewer|P|В',
  answer: 'back|definition|candidate|interviewee|R|О',
};
const QUESTION = `${QUESTION_WORDS}|questions|Ques?|Q|问|問|${PAIRS.question}`;
const ANSWER = `${ANSWER_WORDS}|Ans|A|答|답|${PAIRS.answer}`;
const NAME = `(?:(${QUESTION})|(${ANSWER})|(C|Cloze))`;
const NUMBER = '[ ]?[#№-]?\\d{0,4}';
const OPENING = '^(\\*\\*|__)?[[(]?';
/** `Q:`, `**Answer 2:**`, `[A]:`. */
const STRICT = new RegExp(
  `${OPENING}${NAME}${NUMBER}[\\])]?\\s?(?:[:：]\\s?\\1|\\1\\s?[:：]|[:：])`,
  'iu',
);
/** `Q1.`, `Ans -`, `A)`, or a word alone on its line: they count only in pairs. */
const LOOSE = new RegExp(
  `${OPENING}${NAME}${NUMBER}[\\])]?(?:\\s?[.)](?:\\1(?=\\s)|(?=\\s))|\\s?[-–—]{1,2}(?:\\1\\s|\\s)|\\1\\s[-–—]{1,2}\\s|\\1\\s?$)`,
  'iu',
);
/** What a line with a marker begins with: most have none, and what tells all of it is dear to compile. */
const MAY_MARK = new RegExp(
  `^[ \\t]*(?:(?:[-*+•]|\\d{1,4}[.)])[ \\t]+)?(?:>[ \\t]?)?(?:<(?:b|strong)>)?(?:\\*\\*|__)?[[(]?(?:${QUESTION}|${ANSWER}|C|Cloze)${NUMBER}[\\])]?\\s?(?:[:：.)*_–—-]|$)`,
  'iu',
);
/** "Pregunta", "Вопрос", "Respuesta", "Ответ" cut short: with a colon alone, for choices have letters too. */
const INITIAL = /^[PВRО]$/iu;
const IN_PAIRS = new RegExp(`^(?:${PAIRS.question}|${PAIRS.answer})$`, 'i');
const ALONE = /^(?:\*\*|__)?(?:Q|A|C|Qu?e?s?)\s?$/i;
const HTML_BOLD = /^<(b|strong)>/i;
const DRESS = /^([ \t]*)((?:[-*+•]|\d{1,4}[.)])[ \t]+)?(>[ \t]?)?/;

/** How a marker's line begins: at once, as an item of a list, further in, or in a quote. */
type Dress = 'bare' | 'item' | 'inner' | 'quote';

/** Where a question, an answer or a text with gaps begins, or where a rule ends one. */
export interface QaMarker {
  readonly kind: 'q' | 'a' | 'c' | 'end';
  readonly line: number;
  /** Offset behind the marker. */
  readonly textStart: number;
  /** The mark of emphasis that is still open behind it. */
  readonly bold: string;
  /** It counts only where as many answers are marked. */
  readonly isLoose: boolean;
  /** Nothing else stands on its line. */
  readonly isAlone: boolean;
  readonly dress: Dress;
}

/** Finds the markers of a page, at the start of lines of text; a rule between them ends a card. */
export function findMarkers(page: Page): QaMarker[] {
  const found: QaMarker[] = [];
  for (const leaf of page.leaves) addMarkers(page, leaf, found);
  if (found.every(({ kind }) => kind === 'end')) return [];
  const dress = questionDress(found);
  const own = found.filter((marker) => marker.kind !== 'q' || marker.dress === dress);
  // Where a line of Obsidian's divides, words alone on theirs are what it divides.
  const isDivided = page.lines.some((line) => /^\?{1,2}[ \t]*$/.test(line));
  const fitting = own.filter(
    ({ kind, dress: its, isLoose, isAlone }) =>
      (kind !== 'c' || its === 'bare') && !(isDivided && isLoose && isAlone),
  );
  return paired(fitting.filter((marker) => marker.kind !== 'a' || !isChoice(page, marker)));
}

function addMarkers(page: Page, leaf: Leaf, found: QaMarker[]): void {
  const { kind, line, quoted, end } = leaf;
  if (kind === 'rule') {
    const nothing = { textStart: 0, bold: '', isLoose: false, isAlone: true } as const;
    found.push({ kind: 'end', line, dress: 'bare', ...nothing });
  }
  if (kind !== 'paragraph' && kind !== 'heading') return;
  for (let at = line; at < end; at++) {
    const marker = markerAt(page, at);
    if (marker !== null && (!quoted || marker.dress === 'quote')) found.push(marker);
  }
}

function markerAt(page: Page, line: number): QaMarker | null {
  const whole = page.lines[line] ?? '';
  if (!MAY_MARK.test(whole)) return null;
  const [leading = '', indent = '', item, quote] = DRESS.exec(whole) ?? [];
  const tag = HTML_BOLD.exec(whole.slice(leading.length));
  const skipped = leading.length + (tag?.[0].length ?? 0);
  const match = markIn(whole.slice(skipped));
  if (match === null) return null;
  const { found, isLoose, kind } = match;
  const bold = found[1] ?? '';
  const isOpen = bold !== '' && found[0].split(bold).length === 2;
  return {
    kind,
    line,
    textStart: lineStart(page.source, line) + skipped + found[0].length,
    bold: tag === null ? (isOpen ? bold : '') : `</${tag[1]}>`,
    isLoose,
    isAlone: whole.slice(skipped + found[0].length).trim() === '',
    dress: dressOf(indent, item, quote),
  };
}

function markIn(text: string) {
  const strict = STRICT.exec(text);
  const found = strict ?? LOOSE.exec(text);
  if (found === null || (strict === null && ALONE.test(found[0]))) return null;
  const kind = found[2] !== undefined ? 'q' : found[3] !== undefined ? 'a' : 'c';
  const name = found[2] ?? found[3] ?? '';
  if (strict === null && INITIAL.test(name)) return null;
  const isLoose = strict === null || IN_PAIRS.test(name);
  return kind === 'c' && isLoose ? null : ({ found, isLoose, kind } as const);
}

function dressOf(indent: string, item: string | undefined, quote: string | undefined): Dress {
  if (quote !== undefined) return 'quote';
  if (item !== undefined) return 'item';
  return indent === '' ? 'bare' : 'inner';
}

/** Questions of one file begin alike: at once where any does, for then the others are parts of them. */
function questionDress(markers: readonly QaMarker[]): Dress {
  const strict = markers.filter(({ kind, isLoose }) => kind === 'q' && !isLoose);
  const questions = strict.length > 0 ? strict : markers.filter(({ kind }) => kind === 'q');
  if (questions.some(({ dress }) => dress === 'bare')) return 'bare';
  return questions[0]?.dress ?? 'bare';
}

/** An answer that is followed by a "B" is the first of several choices. */
function isChoice(page: Page, { line }: QaMarker): boolean {
  const first = /^([ \t]*(?:[-*+][ \t]+)?(?:\*\*)?)A(\s?[.:)-])/.exec(page.lines[line] ?? '');
  if (first === null) return false;
  for (let at = line + 1; at < Math.min(line + MAX_CHOICE_LINES, page.lines.length); at++) {
    const text = page.lines[at] ?? '';
    if (text.startsWith(`${first[1]}B${first[2]}`)) return true;
  }
  return false;
}

/** A choice has no more lines than this. */
const MAX_CHOICE_LINES = 6;

/** Leaves out answers that follow no question, and loose markers where they do not come in pairs. */
function paired(markers: readonly QaMarker[]): QaMarker[] {
  const answering = markers.filter((marker, index) => {
    if (marker.kind !== 'a') return true;
    const before = markers[index - 1];
    return before?.kind === 'q' || (before?.kind === 'end' && markers[index - 2]?.kind === 'q');
  });
  const loose = answering.filter(({ kind, isLoose }) => kind === 'q' && isLoose).length;
  const answered = answering.filter(
    ({ kind, isLoose }, index) => kind === 'q' && isLoose && answering[index + 1]?.kind === 'a',
  ).length;
  const isPaired = answered >= 2 && answered >= loose * MIN_PAIRED;
  return answering.filter(({ kind, isLoose }, index) => {
    if (!isLoose) return true;
    if (kind === 'q') return isPaired;
    const before = answering[index - 1];
    return isPaired || (before?.kind === 'q' && !before.isLoose);
  });
}

/** Of loose questions so many must have an answer that is marked. */
const MIN_PAIRED = 0.7;
