import { countEach } from '../../model/groups.js';
import { counted } from '../../model/text/counted.js';
import { percent } from '../../model/text/figures.js';
import type { Leaf } from '../text/leaves.js';
import { plainTitle } from './page/groups.js';
import type { Anchor, QuestionGroup, QuestionSpan } from './page/layout.js';
import type { Page } from './page/page.js';
import type { Ballot } from './shape.js';
import { markedStyle, mayMarkAnswers } from './unit/body.js';
import { isBareLabel } from './unit/title.js';
import { unitsOf } from './unit/units.js';
import { asks, isQuestion } from './words/asks.js';
import { labelled } from './words/labels.js';
import { visibleWords } from './words/navigation.js';
import { type Prefix, prefixOf, withoutAnchor } from './words/prefix.js';
import { isManualPart, isStructure } from './words/structure.js';

/** A heading that may be a question. */
interface Candidate {
  readonly leaf: Leaf;
  readonly prefix: Prefix | null;
  readonly asks: boolean;
  /** It asks without the text below it. */
  readonly asksItself: boolean;
  readonly listed: boolean;
}

/** Headings that could be a file's questions together, and what speaks for that. */
interface Choice {
  readonly headings: readonly Candidate[];
  readonly level: number;
  readonly isNumbered: boolean;
  readonly confidence: number;
  readonly why: string;
}

/** From here on it counts that other files of a collection are of this shape. */
const BESIDE_OTHERS = 0.2;

/**
 * Votes for headings as questions. Their level is that of a shared prefix, else
 * that which the table of contents links to, else that on which most ask.
 */
export function voteForHeadings(page: Page): Ballot | null {
  const candidates = findCandidates(page);
  const choice = best(page, candidates);
  if (choice === null) return null;
  const first = choice.headings[0]?.leaf.line ?? 0;
  return {
    confidence: choice.confidence,
    besideOthers: choice.confidence >= BESIDE_OTHERS ? 0.75 : 0,
    why: choice.why,
    line: first,
    read: () =>
      unitsOf(page, {
        anchors: choice.headings.map(({ leaf }) => anchorOf(leaf)),
        ...endsOf(candidates, choice),
        isNumbered: choice.isNumbered,
      }),
  };
}

function findCandidates(page: Page): Candidate[] {
  const found: Candidate[] = [];
  for (let index = 0; index < page.leaves.length; index++) {
    const leaf = page.leaves[index];
    if (leaf?.kind !== 'heading' || leaf.quoted || leaf.depth > 0) continue;
    if (page.isFolded(leaf.line) || page.isNavigation(leaf.line)) continue;
    const text = withoutAnchor(leaf.content);
    const prefix = prefixOf(text) ?? countingPrefix(text);
    const bare = prefix?.rest ?? text;
    if (!/[a-z\d]/i.test(bare) && !/[\p{L}\p{N}]/u.test(bare)) continue;
    const asksItself = asks(bare);
    found.push({
      leaf,
      prefix,
      asksItself,
      asks: asksItself || asksBelow(page.leaves[index + 1]),
      listed: page.contents.lists(text),
    });
  }
  return found;
}

/** "Question 1" alone counts like a prefix. */
function countingPrefix(text: string): Prefix | null {
  if (!isBareLabel(text)) return null;
  const kind = /^[\p{L}]/u.test(text) ? 'letter' : 'number';
  return { kind, number: Number(/\d+/.exec(text)?.[0] ?? 0), rest: text };
}

/** Does the text below a heading ask, as where the heading only names the question? */
const asksBelow = (leaf: Leaf | undefined) =>
  leaf?.kind === 'paragraph' &&
  leaf.depth === 0 &&
  leaf.content.length < 500 &&
  /[?？]\s*$/.test(leaf.content);

function best(page: Page, candidates: readonly Candidate[]): Choice | null {
  const choices = [1, 2, 3, 4, 5, 6].flatMap((level) => {
    const here = candidates.filter(({ leaf }) => leaf.level === level);
    const numbered = [prefixed(page, here, 'letter'), prefixed(page, here, 'number')];
    const most = Math.max(...numbered.map((choice) => choice?.headings.length ?? 0));
    // Where all of a level are numbered, they are no different without their numbers.
    return most > 0 && most === here.length
      ? numbered
      : [...numbered, plain(page, candidates, here)];
  });
  return [
    ...choices,
    lettered(page, candidates),
    acrossLevels(page, candidates),
  ].reduce<Choice | null>((winner, choice) => {
    if (choice === null) return winner;
    return winner === null || weight(choice) > weight(winner) ? choice : winner;
  }, null);
}

/** Of two that are as likely, the one with more questions. */
const weight = ({ confidence, headings }: Choice) =>
  confidence + Math.min(0.2, Math.log10(headings.length) / 20);

function prefixed(page: Page, here: readonly Candidate[], kind: Prefix['kind']): Choice | null {
  const headings = here.filter(({ prefix }) => prefix?.kind === kind);
  if (headings.length === 0) return null;
  const share = headings.length / here.length;
  const style = bodyShare(page, headings);
  const asking = shareOf(headings, (each) => each.asks);
  const level = here[0]?.leaf.level ?? 0;
  // "Problem" without a number may be a part of each question.
  const letter = headings.some(({ prefix }) => prefix?.number) ? 0.9 : 0.86;
  const sure = kind === 'letter' ? letter : Math.max(style.share, Math.min(0.9, 0.2 + asking));
  const confidence = headings.length < 2 && kind === 'number' ? sure / 2 : sure;
  const name = kind === 'letter' ? 'with "Q"' : 'with a number';
  const why = `${counted(headings.length, 'heading')} ${name}${style.why}, ${percent(asking)} of them ask`;
  return {
    headings,
    level,
    isNumbered: true,
    confidence: confidence * (share > 0.3 ? 1 : 0.7),
    why,
  };
}

/** Headings with "Q", whatever their levels; null where one level has them all. */
function lettered(page: Page, candidates: readonly Candidate[]): Choice | null {
  const own = candidates.filter(({ prefix }) => prefix?.kind === 'letter');
  const counts = countEach(own.map(({ leaf }) => leaf.level));
  if (counts.size < 2) return null;
  const [level = 0] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  const choice = prefixed(page, own, 'letter');
  return choice && { ...choice, level, why: `${choice.why}, of several levels` };
}

/** Questions numbered on, whatever the levels of their headings; null where one level has them all. */
function acrossLevels(page: Page, candidates: readonly Candidate[]): Choice | null {
  const numbered = candidates.filter(({ prefix }) => prefix?.number);
  const levels = numbered.map(({ leaf }) => leaf.level);
  const top = Math.min(...levels);
  const most = Math.max(
    ...[...new Set(levels)].map((level) => levels.filter((each) => each === level).length),
  );
  if (numbered.length < 4 || most * 1.2 > numbered.length) return null;
  const rising = numbered.filter(
    ({ prefix }, index) =>
      index > 0 && (prefix?.number ?? 0) > (numbered[index - 1]?.prefix?.number ?? 0),
  );
  if (rising.length < (numbered.length - 1) * 0.95) return null;
  const choice = prefixed(page, numbered, 'number');
  return choice && { ...choice, level: top, why: `${choice.why}, of several levels` };
}

function plain(page: Page, all: readonly Candidate[], here: readonly Candidate[]): Choice | null {
  const named = here.filter(({ leaf }) => !isStructure(leaf.content));
  if (named.length === 0) return null;
  const listed = named.filter((each) => each.listed);
  const isListed = listed.length >= 3 && listed.length >= named.length * 0.6;
  const headings = isListed ? named.filter((each) => each.listed || each.asks) : named;
  const below = bodyShare(page, headings);
  // A lone heading above a question that nothing marks the answer of is the title of what follows.
  const isAbove = headings.length === 1 && below.share === 0;
  const counts = (each: Candidate) => {
    if (headings.length > 1) return each.asks;
    return each.asksItself ? isQuestion(each.leaf.content) : each.asks && !isAbove;
  };
  const asking = headings.filter(counts).length / (isListed ? headings : here).length;
  // A title above many folds is no question.
  const isTitle = headings.length === 1 && asking === 0;
  const style = isTitle ? { share: below.share / 2, why: below.why } : below;
  const level = here[0]?.leaf.level ?? 0;
  const parts = all.filter(({ leaf }) => leaf.level <= level && isManualPart(leaf.content)).length;
  const byWords = asking > 0.5 ? 0.45 + asking * 0.4 : asking * 0.8;
  const confidence = Math.max(
    style.share,
    isListed && asking >= 0.2 ? 0.6 + asking * 0.3 : byWords,
  );
  const isManual = parts >= 2 && headings.length <= parts;
  const linked = isListed ? ', linked from a table of contents' : '';
  const why = `${counted(headings.length, 'heading')}${linked}${style.why}, ${percent(asking)} of them ask`;
  return {
    headings,
    level,
    isNumbered: false,
    confidence: isManual ? confidence / 2 : confidence,
    why,
  };
}

/** How many of the headings have a fold or a label that begins an answer; 0..0.95. */
function bodyShare(page: Page, headings: readonly Candidate[]) {
  const style = mayMarkAnswers(page) ? styleBelow(page, headings) : null;
  if (style === null) return { share: 0, why: '' };
  const what = style === 'fold' ? 'an answer folded away' : 'a label such as "Answer"';
  return { share: 0.88, why: ` and ${what} below` };
}

function styleBelow(page: Page, headings: readonly Candidate[]) {
  const spans = headings.map(({ leaf }, index): QuestionSpan => {
    const next = headings[index + 1]?.leaf.line ?? page.lines.length;
    return { anchor: anchorOf(leaf), from: leaf.end, to: next };
  });
  return markedStyle(page, spans);
}

const anchorOf = (leaf: Leaf): Anchor => ({ line: leaf.line, end: leaf.end, text: leaf.content });

/** How often a heading is said before it is no group: "Have a doubt?" */
const MIN_REPEATS = 3;
const CONTENTS = /^(?:table of contents|contents|toc|index)$/i;

const isLabel = (heading: string) => labelled(heading, true) !== heading;

/** Headings above the questions' level group them; one of their level that is none ends an answer. */
function endsOf(
  candidates: readonly Candidate[],
  { headings, level }: Choice,
): { groups: QuestionGroup[]; stops: number[] } {
  const questions = new Set(headings.map(({ leaf }) => leaf));
  const between = candidates.filter(({ leaf }) => !questions.has(leaf) && leaf.level <= level);
  const labels = between.filter(({ leaf }) => leaf.level === level && isLabel(leaf.content));
  // "Answer" below most questions begins what belongs to them; once at the end it is a part of its own.
  const areOwn = labels.length * 2 > headings.length;
  const own = new Set(areOwn ? labels : []);
  const others = between.filter((each) => !own.has(each));
  const counts = countEach(others.map(({ leaf }) => leaf.content));
  const isEnd = ({ leaf: { content } }: Candidate) =>
    (counts.get(content) ?? 0) >= MIN_REPEATS || CONTENTS.test(visibleWords(content));
  return {
    groups: others
      .filter((each) => !isEnd(each))
      .map(({ leaf }) => ({ line: leaf.line, level: leaf.level, text: plainTitle(leaf.content) })),
    stops: others.filter(isEnd).map(({ leaf }) => leaf.line),
  };
}

function shareOf(all: readonly Candidate[], counts: (each: Candidate) => boolean): number {
  return all.length === 0 ? 0 : all.filter(counts).length / all.length;
}
