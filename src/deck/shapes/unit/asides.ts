import type { Page } from '../page/page.js';
import { asks, isQuestion } from '../words/asks.js';

const MIN_TITLES = 2;

/**
 * Are texts that may be a page's questions only asides in the answers of its headings: do most
 * headings ask, and as many of them as there are texts, or more than the texts do?
 */
export function areAsides(page: Page, texts: readonly string[]): boolean {
  const headings = page.leaves.filter(
    ({ kind, depth, line }) => kind === 'heading' && depth === 0 && !page.isFolded(line),
  );
  const titles = headings.filter(({ content }) => asks(content) && isQuestion(content)).length;
  if (titles < MIN_TITLES || titles * 2 <= headings.length) return false;
  return titles >= texts.length || texts.filter(asks).length * 2 < texts.length;
}
