import type { Block } from '../text/blocks.js';
import type { QuestionScope } from './cards.js';
import { readHeading } from './heading.js';
import { hasQuestionMarker } from './marks.js';
import type { Outline } from './outline.js';
import type { Range } from './range.js';
import { repeatsTitle, type Section } from './sections.js';

interface Heading {
  readonly block: Block;
  readonly index: number;
}

/**
 * Finds the headings of a module that hold questions: those in its question
 * sections, or where it has no such section, every heading that carries a
 * difficulty or is followed by a `**Q:**`.
 */
export function findScopes(
  outline: Outline,
  sections: readonly Section[],
  title: string,
): QuestionScope[] {
  const questionSections = sections.filter((section) => section.name === 'questions');
  if (questionSections.length === 0) return scatteredScopes(outline, title);
  return questionSections.flatMap((section) => [
    ...directScope(section, section.heading),
    ...scopesWithin(section),
  ]);
}

/** Questions between the section's heading and its first subheading. */
function directScope(range: Range, heading: Block | null): QuestionScope[] {
  const to = headingsIn(range)[0]?.index ?? range.to;
  const direct = { ...range, to };
  if (!hasQuestionMarker(direct, false)) return [];
  return [scopeOf(direct, heading, false)];
}

/** Questions stand at the highest level of heading in a range, or below headings that group them. */
function scopesWithin(range: Range): QuestionScope[] {
  const headings = headingsIn(range);
  const level = headings.reduce((least, heading) => Math.min(least, heading.block.level), 7);
  const top = headings.filter((heading) => heading.block.level === level);
  return top.flatMap(({ block, index }, position) => {
    const inner = { ...range, from: index + 1, to: top[position + 1]?.index ?? range.to };
    return isGroup(block, inner) ? scopesWithin(inner) : [scopeOf(inner, block, true)];
  });
}

/** A heading without a difficulty or a question groups the headings with one below it. */
function isGroup(block: Block, inner: Range): boolean {
  const subheadings = headingsIn(inner);
  const first = subheadings[0];
  if (first === undefined || hasDifficulty(block)) return false;
  if (hasQuestionMarker({ ...inner, to: first.index }, false)) return false;
  return subheadings.some((heading) => hasDifficulty(heading.block));
}

function scatteredScopes(outline: Outline, title: string): QuestionScope[] {
  const whole = { outline, from: 0, to: outline.items.length };
  const headings = headingsIn(whole);
  const asks = headings.map(({ block, index }, position) => {
    if (hasDifficulty(block) && !repeatsTitle(block, title)) return true;
    const to = headings[position + 1]?.index ?? whole.to;
    return hasQuestionMarker({ outline, from: index + 1, to }, true);
  });
  const first = { ...whole, to: headings[0]?.index ?? whole.to };
  const scopes = hasQuestionMarker(first, true) ? [scopeOf(first, null, false)] : [];
  for (const [position, { block, index }] of headings.entries()) {
    if (asks[position] !== true) continue;
    const to = scatteredEnd(headings, asks, position) ?? whole.to;
    scopes.push(scopeOf({ outline, from: index + 1, to }, block, true));
  }
  return scopes;
}

/** A scattered question also ends where the next one begins, whatever its level. */
function scatteredEnd(
  headings: readonly Heading[],
  asks: readonly boolean[],
  position: number,
): number | undefined {
  const level = headings[position]?.block.level ?? 0;
  let next = position + 1;
  while (asks[next] === false && (headings[next]?.block.level ?? 0) > level) next++;
  return headings[next]?.index;
}

/** Looks first for any sign of one: most headings are read here for nothing. */
const hasDifficulty = (block: Block) =>
  /[★☆⭐*]|easy|medium|hard/i.test(block.content) &&
  readHeading(block.content, true).stars !== null;

function scopeOf(range: Range, heading: Block | null, headingAsks: boolean): QuestionScope {
  const { outline, from, to } = range;
  return { outline, from, to, heading, headingSource: outline.source, headingAsks };
}

function headingsIn(range: Range): Heading[] {
  const headings: Heading[] = [];
  for (let index = range.from; index < range.to; index++) {
    const block = range.outline.items[index];
    if (block?.kind === 'heading') headings.push({ block, index });
  }
  return headings;
}
