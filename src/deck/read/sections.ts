import type { Block } from '../text/blocks.js';
import type { Outline } from './outline.js';
import type { Range } from './range.js';

export type SectionName = 'insights' | 'code' | 'questions' | 'reading' | 'related';

/** A section that the format knows: its heading and the items under it. */
export interface Section extends Range {
  readonly name: SectionName;
  readonly heading: Block;
}

const NAMES: Readonly<Record<string, SectionName>> = {
  'key insights': 'insights',
  insights: 'insights',
  'code examples': 'code',
  'code example': 'code',
  code: 'code',
  'interview questions': 'questions',
  questions: 'questions',
  'further reading': 'reading',
  references: 'reading',
  related: 'related',
  'related modules': 'related',
};
const MAX_LEVEL = 3;

/**
 * Finds the sections of a module by the words of headings of level 1 to 3. A
 * section ends before the next heading of its level or a higher one, and
 * before the next section; a heading that repeats the module's title is none.
 */
export function findSections(outline: Outline, title: string): Section[] {
  const open: { name: SectionName; heading: Block; at: number; to: number }[] = [];
  for (const [index, item] of outline.items.entries()) {
    if (item.kind !== 'heading') continue;
    const current = open.at(-1);
    const isOver = current === undefined || current.to >= 0 || item.level <= current.heading.level;
    if (isOver && current !== undefined && current.to < 0) current.to = index;
    // Under "Interview Questions" a heading "Related" is a question about something else.
    if (!isOver && current?.name === 'questions') continue;
    const name = sectionName(item, title);
    if (name === null) continue;
    if (current !== undefined && current.to < 0) current.to = index;
    open.push({ name, heading: item, at: index, to: -1 });
  }
  return open.map(({ name, heading, at, to }) => ({
    name,
    heading,
    outline,
    from: at + 1,
    to: to < 0 ? outline.items.length : to,
  }));
}

function sectionName(heading: Block, title: string): SectionName | null {
  if (heading.level > MAX_LEVEL || heading.content.length > 80) return null;
  if (repeatsTitle(heading, title)) return null;
  return NAMES[words(heading.content)] ?? null;
}

/** Returns whether a heading of level 1 is the module's title once more. */
export function repeatsTitle(heading: Block, title: string): boolean {
  return heading.level === 1 && words(heading.content) === words(title);
}

/** The words of a heading in lower case, without emoji, emphasis, punctuation or numbering. */
function words(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^\d+ | \d+$/g, '')
    .toLowerCase();
}
