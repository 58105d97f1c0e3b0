import type { Stars } from '../../../model/card.js';
import type { Leaf } from '../../text/leaves.js';
import { joinTexts } from '../../text/passage.js';
import { lineStart } from '../../text/source.js';
import { type DetailsFold, saysAnswer } from '../page/folds.js';
import type { QuestionSpan } from '../page/layout.js';
import { firstFrom, type Page } from '../page/page.js';
import { labelled, looselyLabelled, mayBeLabel, withoutPlaceholder } from '../words/labels.js';
import { divideChoices, offersChoices } from './choices.js';
import { commentStars } from './comment-marks.js';
import { withoutSources } from './source-links.js';
import { cut, unframed } from './text.js';

/** How the answers of a file begin: behind a fold, behind a label, at the first code, or at once. */
export type BodyStyle =
  | 'fold'
  | 'label'
  | 'choices'
  | 'some-labels'
  | 'loose-label'
  | 'code'
  | 'plain';

/** Sources and empty headings that stand one behind the other. */
const MAX_ROUNDS = 5;

export interface QuestionBody {
  /** What belongs to the question beside its title. */
  readonly question: string;
  readonly answer: string;
  readonly stars: Stars | null;
}

/** What most of a file's bodies must show before it counts as its style. */
const MAJORITY = 0.5;
/** A label that fewer have is a word of the answer. */
const MIN_LABELS = 0.1;

/** Finds the style that most bodies of a file share. */
export function bodyStyle(page: Page, spans: readonly QuestionSpan[]): BodyStyle {
  const { style, labels, unmarked } = markedBodies(page, spans);
  if (style !== null) return style;
  const hasBoxes = page.source.text.includes('[ ]');
  const hasChoices = (from: number, to: number) =>
    hasBoxes && offersChoices(linesOf(page, from, to));
  let choices = 0;
  let loose = 0;
  for (const { from, to } of unmarked) {
    if (hasChoices(from, to)) choices++;
    else if (beginsLoosely(page, from, to)) loose++;
  }
  if (choices > spans.length * MAJORITY) return 'choices';
  if (loose > spans.length * MAJORITY) return 'loose-label';
  // Of questions without answers the person has written the few that there are.
  const least = page.isBare ? 0 : spans.length * MIN_LABELS;
  return labels >= least && labels > 0 ? 'some-labels' : 'plain';
}

/** Is anything on a page, a fold or a label, that may mark where answers begin? */
export function mayMarkAnswers(page: Page): boolean {
  return page.folds.all.length > 0 || labelsOf(page).length > 0;
}

/** Returns what marks where most bodies' answers begin; null where neither folds nor labels do. */
export function markedStyle(page: Page, spans: readonly QuestionSpan[]): 'fold' | 'label' | null {
  return markedBodies(page, spans).style;
}

function markedBodies(page: Page, spans: readonly QuestionSpan[]) {
  if (!mayMarkAnswers(page)) return { style: null, labels: 0, unmarked: spans };
  let folds = 0;
  let labels = 0;
  const unmarked = spans.filter(({ from, to }) => {
    if (answerFold(page, from, to) !== undefined) folds++;
    else if (labelLine(page, from, to) !== null) labels++;
    else return true;
    return false;
  });
  const isMost = (count: number) => count > spans.length * MAJORITY;
  const style = isMost(folds) ? 'fold' : isMost(labels) ? 'label' : null;
  return { style, labels, unmarked } as const;
}

/** Divides the lines `[from, to)` below a question's title. */
export function bodyOf(
  page: Page,
  style: BodyStyle,
  title: string,
  from: number,
  to: number,
): QuestionBody {
  const begin = lineStart(page.source, from);
  const end = lineStart(page.source, to);
  const stars = commentStars(page, from, to);
  const fold = style === 'fold' ? answerFold(page, from, to) : undefined;
  if (fold !== undefined) {
    const inside = cut(page, fold.bodyStart, Math.min(fold.bodyEnd, end));
    const behind = cut(page, Math.min(fold.end, end), end);
    const above = cut(page, begin, fold.start);
    // Checked boxes above a fold would give the answer away.
    const asked = offersChoices(above) ? divideChoices(above) : { question: above, answer: '' };
    const said = finishedAnswer(joinTexts([inside, behind]));
    const answer = joinTexts([asked.answer, said]);
    return { question: asked.question, answer, stars };
  }
  const label = style === 'plain' ? null : labelLine(page, from, to);
  const isOfAnother = style === 'some-labels' && label !== null && asksBefore(page, from, label);
  const line = isOfAnother ? null : label;
  if (line !== null) {
    const at = lineStart(page.source, line);
    return { question: cut(page, begin, at), answer: finishedAnswer(cut(page, at, end)), stars };
  }
  if (style === 'choices' && offersChoices(linesOf(page, from, to))) {
    const { question, answer } = divideChoices(cut(page, begin, end));
    return { question, answer: finishedAnswer(answer), stars };
  }
  if (page.isBare) return { question: cut(page, begin, end), answer: '', stars };
  const split = style === 'code' ? firstCode(page, from, to) : promisedCode(page, title, from, to);
  const at = lineStart(page.source, split);
  const answer = cut(page, at, end);
  const said = style === 'loose-label' ? looselyLabelled(answer) : answer;
  return { question: cut(page, begin, at), answer: finishedAnswer(said), stars };
}

/** Is a label the answer to a `Q:` that stands within an answer? */
const asksBefore = (page: Page, from: number, label: number) =>
  /^[*_]{0,3}(?:Q|Question)[ ]?\d{0,4}[:：]/im.test(linesOf(page, from, label));

/** A heading with a link and a picture that links: what a page says of itself at its end. */
const FOOTER =
  /\n {0,3}#{1,6}[ \t][^\n]{0,300}\]\(https?:[^\n]{0,300}\n(?:\s|<br\s?\/?>){0,30}<a\s[^<>]{0,300}>\s{0,20}<img\s[^<>]{0,500}>\s{0,20}<\/a>\s{0,20}$/i;

/** Takes off what is no part of an answer. */
export function finishedAnswer(given: string): string {
  let text = given.trimEnd().endsWith('>') ? given.replace(FOOTER, '') : given;
  for (let round = 0, before = ''; before !== text && round < MAX_ROUNDS; round++) {
    before = text;
    text = unframed(labelled(withoutSources(unfolded(text))));
  }
  return withoutPlaceholder(withoutArrow(text));
}

const FOLD =
  /^<details(?:\s[^<>]{0,200})?>\s{0,50}<summary(?:\s[^<>]{0,200})?>([^\n]{0,200}?)<\/summary>([\s\S]*)<\/details\s?>$/i;

/** What is in the fold that an answer is as a whole, where its summary only says so. */
function unfolded(text: string): string {
  const fold = text.startsWith('<details') ? FOLD.exec(text) : null;
  if (fold === null || /<details[\s>]/i.test(fold[2] ?? '')) return text;
  return saysAnswer(fold[1] ?? '') ? (fold[2] ?? '').trim() : text;
}

/** `-> It.`, `: It.`; where several lines have it, it is a bullet. */
const ARROW = /^(?:-{1,2}>|=>|→|➜|➡\uFE0F?|⇒|:)[ \t]+(?=\S)/;
const withoutArrow = (text: string) =>
  !ARROW.test(text) || /\n[ \t]*(?:-{1,2}>|=>|→|➜|➡|⇒|:[ \t])/.test(text)
    ? text
    : text.replace(ARROW, '');

const linesOf = (page: Page, from: number, to: number) =>
  page.source.text.slice(lineStart(page.source, from), lineStart(page.source, to));

function beginsLoosely(page: Page, from: number, to: number): boolean {
  const text = linesOf(page, from, to).trimStart();
  return looselyLabelled(text) !== text;
}

/** The first fold of a body whose summary most folds of the page have. */
function answerFold(page: Page, from: number, to: number): DetailsFold | undefined {
  return page.folds.within(from, to).find((fold) => page.folds.isAnswer(fold));
}

/** The line of a label that begins an answer. */
interface Label {
  readonly line: number;
}

/** Every shape asks for them, and several times. */
const LABELS = new WeakMap<Page, readonly Label[]>();

function labelsOf(page: Page): readonly Label[] {
  const known = LABELS.get(page);
  if (known !== undefined) return known;
  const labels: Label[] = [];
  for (const leaf of page.leaves) {
    const line = labelLineOf(leaf);
    if (line !== null) labels.push({ line });
  }
  LABELS.set(page, labels);
  return labels;
}

/** The line of the first label that begins an answer; null where there is none. */
function labelLine(page: Page, from: number, to: number): number | null {
  const labels = labelsOf(page);
  const label = labels[firstFrom(labels, from)];
  return label !== undefined && label.line < to ? label.line : null;
}

function labelLineOf({ kind, content, line }: Leaf): number | null {
  if (kind !== 'paragraph' && kind !== 'heading') return null;
  if (labelled(content, kind === 'heading') !== content) return line;
  if (kind === 'heading') return null;
  let own = line;
  for (let at = content.indexOf('\n'); at >= 0; at = content.indexOf('\n', at + 1)) {
    own++;
    if (mayBeLabel(content, at + 1) && isLabelled(content, at + 1)) return own;
  }
  return null;
}

/** Does the line of a text that begins at an offset begin with a label? */
function isLabelled(text: string, at: number): boolean {
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end < 0 ? text.length : end);
  return labelled(line) !== line;
}

function firstCode(page: Page, from: number, to: number): number {
  for (const leaf of page.leavesWithin(from, to)) if (leaf.kind === 'fence') return leaf.line;
  return to;
}

const PROMISES =
  /\b(?:following|below|outputs?|snippets?|this (?:code|function|program|class|script|query|expression))\b/i;

/** "The code below", "this program", "the output of the following query". */
const NAMES_CODE =
  /\b(?:code|snippet|program|function|class|script|query) (?:below|given|shown)\b|\b(?:following|below|this|given) (?:\w{1,20} ){0,2}(?:code|snippet|program|script|query)\b|\boutput of\b/i;
/** Whoever is to write code finds it below as the answer. */
const SETS_TASK = /^\W*(?:write|implement|create|build|complete|convert|refactor|how)\b/i;

/** What is said of the code above it: `**Output:**`, "Explanation". */
const OF_CODE =
  /^(?:#{1,6}[ \t]+)?[*_]{0,3}(?:outputs?|explanations?|results?|reason|prints)[*_]{0,3}[ \t]*(?:[:：]|[*_]{0,3}$)/im;

/**
 * The line behind the code right below a title: where more follows, and the title speaks of the
 * code or what follows says what comes of it; where nothing follows, and the title asks of the code.
 */
function promisedCode(page: Page, title: string, from: number, to: number): number {
  let behind = from;
  let below = '';
  for (const { kind, end, content } of page.leavesWithin(from, to)) {
    if (kind === 'fence' && behind === from) behind = end;
    else if (kind !== 'rule' && kind !== 'comment') {
      below = content;
      break;
    }
  }
  if (behind === from) return from;
  const isMeant = PROMISES.test(title) || OF_CODE.test(below);
  const isAsked = NAMES_CODE.test(title) && !SETS_TASK.test(title);
  return (hasText(page, behind, to) ? isMeant : isAsked) ? behind : from;
}

const FIRST_FENCE = /^(`{3,}|~{3,})[^\n]*\n(?:[\s\S]*?\n)?\1[ \t]*(?:\n|$)/;

/** The code that a text begins with, where a title speaks of it and more follows; else none. */
export function promisedIn(title: string, text: string): { code: string; behind: string } {
  const code = PROMISES.test(title) ? (FIRST_FENCE.exec(text)?.[0] ?? '') : '';
  const behind = text.slice(code.length).trim();
  return code === '' || behind === '' ? { code: '', behind: text } : { code: code.trim(), behind };
}

const hasText = (page: Page, from: number, to: number) =>
  cut(page, lineStart(page.source, from), lineStart(page.source, to)) !== '';
