import { percent } from '../../model/text/figures.js';
import { groupsAbove, plainTitle } from './page/groups.js';
import type { Anchor } from './page/layout.js';
import type { Page } from './page/page.js';
import type { Shape, Unit } from './shape.js';
import { isBareLabel } from './unit/title.js';
import { unitsOf } from './unit/units.js';
import { asks, isGuide } from './words/asks.js';
import { withoutAnchor } from './words/prefix.js';

/** Names that no question has. */
const ORDINARY =
  /^(?:readme|index|licen[cs]e|contributing|contributors|changelog|code.of.conduct|security|authors|todo|notes|summary|about|faq|history|support|governance|pull.request.template|issue.template)\b/i;
/** A file with more headings of one level than this is a document. */
const MAJORITY = 0.5;

/** A file is one question: its first heading or its name; the rest is the answer. */
export const questionFile: Shape = {
  name: 'question-file',
  summary: 'a file is one question: its name or first heading; the rest is the answer',
  example: '# What is a KV cache?\n\nKeys and values of the tokens so far, kept for the next one.',
  vote(page) {
    const { name, asking } = page.around;
    if (name === '' || ORDINARY.test(name)) return null;
    if (page.leaves.length === 0) return null;
    const title = firstTitle(page);
    const isAsking = [questionName(name), title?.text ?? '', page.preface.title].some(
      (text) => asks(text) && !isGuide(text),
    );
    const own = isAsking ? 0.72 : 0;
    const others = asking > MAJORITY ? Math.min(0.98, 0.6 + asking * 0.45) : 0;
    return {
      confidence: Math.max(own, others),
      why:
        own >= others
          ? 'the file is called like a question'
          : `${percent(asking)} of the files beside it are called like questions`,
      line: title?.line ?? page.preface.bodyLine,
      read: () => readFile(page),
    };
  },
};

/** The first-level heading that the file begins with; null where it begins otherwise. */
function firstTitle(page: Page): { line: number; end: number; text: string } | null {
  const first = page.leaves.find(
    ({ kind }) => kind !== 'comment' && kind !== 'html' && kind !== 'rule',
  );
  if (first?.kind !== 'heading' || first.level > 1) return null;
  return { line: first.line, end: first.end, text: plainTitle(first.content) };
}

/** The unit that a file is; none where it is but the heading of a question. */
function readFile(page: Page): Unit[] {
  const title = firstTitle(page);
  const name = questionName(page.around.name);
  const heading = withoutAnchor(title?.text ?? '');
  const given = page.preface.title;
  const text = asks(given) && !asks(heading) ? given : told(heading === '' ? given : heading, name);
  const start = title?.line ?? page.preface.bodyLine;
  const label = labelBelow(page, title?.end ?? start);
  const anchors = [label ?? { line: start, end: title?.end ?? start, text }];
  const path = groupsAbove(page, anchors, 0).map((group) => group.text);
  const units = unitsOf(page, { anchors, groups: [], stops: [], isNumbered: false });
  return units.map((unit) => ({ ...unit, path }));
}

/** The longer says more: "Stack" is the heading of "What do you know about Stack". */
function told(heading: string, name: string): string {
  const isLonger = heading.length >= name.length;
  return !asks(name) && (asks(heading) || isLonger) ? heading : name;
}

/** The heading "Question" that the text below a title begins with; null where it begins otherwise. */
function labelBelow(page: Page, line: number): Anchor | null {
  const first = page.leavesWithin(line, line + 10)[0];
  if (first?.kind !== 'heading' || !isBareLabel(plainTitle(first.content))) return null;
  return { line: first.line, end: first.end, text: plainTitle(first.content) };
}

/** A file's name as a sentence: words joined by dashes or underscores are taken apart. */
export function questionName(name: string): string {
  const words = name.replace(/^\d{1,4}[\s._-]+/, '');
  if (/\s/.test(words)) return words.trim();
  const spaced = words.replaceAll(/[-_]+/g, ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
