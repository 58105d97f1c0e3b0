import { withoutAnchor } from '../words/prefix.js';
import type { Anchor, QuestionGroup } from './layout.js';
import type { Page } from './page.js';

/** Returns the headings that group questions of another form: those up to a level, in no fold. */
export function groupsAbove(page: Page, anchors: readonly Anchor[], most: number): QuestionGroup[] {
  const questions = new Set(anchors.map(({ line }) => line));
  return page.leaves.flatMap((leaf) => {
    const { kind, level, line, depth, quoted, content } = leaf;
    if (kind !== 'heading' || level > most || depth > 0 || quoted || questions.has(line)) return [];
    return page.isFolded(line) ? [] : [{ line, level, text: plainTitle(content) }];
  });
}

/** A heading's text without marks of emphasis, tags and anchors. */
export function plainTitle(text: string): string {
  return withoutAnchor(text)
    .replaceAll(/!?\[([^[\]\n]{0,300})\]\([^()\s]{0,1000}\)/g, '$1')
    .replaceAll(/[*_`]|<[^<>]{0,200}>|\s#+\s*$|^#+\s+/g, '')
    .trim();
}
