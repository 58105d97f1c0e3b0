import type { ModuleExtras } from '../../model/module.js';
import { calloutText, readCallout } from '../text/callout.js';
import { missingClose } from '../text/fences.js';
import { passage } from '../text/passage.js';
import type { QuestionScope } from './cards.js';
import { withoutCheckBlocks } from './check-blocks.js';
import type { Outline } from './outline.js';
import { between, extentOf, type Range } from './range.js';
import { readReading } from './reading.js';
import type { Section, SectionName } from './sections.js';

const KEY_QUESTION_LABEL = /^(?:key )?(?:question)?[:.]?$/i;
const INSIGHT_LABEL = /^(?:key )?(?:insight|tip)?[:.]?$/i;
const LINKED_TITLE = /\[\[([^[\]\n]+)\]\]/g;

/** Reads what a module holds beside its questions. */
export function readExtras(
  outline: Outline,
  sections: readonly Section[],
  scopes: readonly QuestionScope[],
): ModuleExtras {
  const textOf = (name: SectionName) =>
    sections
      .filter((section) => section.name === name)
      .map(sectionText)
      .filter((text) => text !== '')
      .join('\n\n');
  return {
    keyQuestion: keyQuestion(outline, [...scopes, ...sections]),
    insights: sections.filter((section) => section.name === 'insights').flatMap(insights),
    code: withoutCheckBlocks(textOf('code')),
    reading: readReading(textOf('reading')),
    related: relatedTitles(textOf('related')),
  };
}

function sectionText(section: Section): string {
  const { start, end } = extentOf(section);
  const { text, to } = between(section, start, end);
  return withClosedFences(section.outline, text, to);
}

/**
 * Closes code that was left open: where it ends is known by what stood around
 * it, which is not the same once the section is joined to another or written
 * elsewhere. `to` is where the text ends in its source.
 */
function withClosedFences({ codeBlocks, source }: Outline, text: string, to: number): string {
  const pieces: string[] = [];
  let at = to - text.length;
  for (const { kind, start, end } of codeBlocks) {
    if (kind !== 'fence' || start < at || start >= to) continue;
    const block = source.text.slice(start, Math.min(end, to)).trimEnd();
    pieces.push(source.text.slice(at, start), block, missingClose(block));
    at = start + block.length;
  }
  return pieces.join('') + source.text.slice(at, to);
}

/** The first `> [!question]` that stands outside the sections and the questions. */
function keyQuestion(outline: Outline, ranges: readonly Range[]): string {
  const taken = new Uint8Array(outline.items.length);
  for (const range of ranges) taken.fill(1, range.from, range.to);
  for (const [index, item] of outline.items.entries()) {
    if (taken[index] === 1 || item.kind !== 'quote') continue;
    const callout = readCallout(outline.source, item);
    if (callout?.type === 'question') return calloutText(callout, KEY_QUESTION_LABEL).text;
  }
  return '';
}

/** The call-outs of a section; where it has none, its whole text is one insight. */
function insights(section: Section): string[] {
  const { items, source } = section.outline;
  const found: string[] = [];
  for (let index = section.from; index < section.to; index++) {
    const item = items[index];
    const callout = item?.kind === 'quote' ? readCallout(source, item) : null;
    if (callout !== null) found.push(calloutText(callout, INSIGHT_LABEL).text);
  }
  const { start, end } = extentOf(section);
  const whole = found.length > 0 ? found : [passage(source, start, end).text];
  return whole.filter((text) => text !== '');
}

function relatedTitles(text: string): string[] {
  return Array.from(text.matchAll(LINKED_TITLE), (match) => (match[1] ?? '').split('|')[0] ?? '')
    .map((title) => title.trim())
    .filter((title) => title !== '');
}
