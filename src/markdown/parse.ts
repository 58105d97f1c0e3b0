import MarkdownIt, { type Token } from 'markdown-it';
import { parseWithHtml, withHtml } from './html/rules.js';
import { mathsBlockRule } from './maths-block-rule.js';
import { mathsRule } from './maths-rule.js';
import { moduleLinkRule } from './module-link-rule.js';

export type { Token };

/** Longer text is not parsed: nobody reads it on a card, and hostile text would take seconds. */
export const MAX_CHARACTERS = 200_000;

const parser = new MarkdownIt({ html: false, linkify: false, breaks: false });
// Deeper nesting has no use on a screen, and hostile text could make it costly.
parser.set({ maxNesting: 40 });
parser.block.ruler.before('fence', 'maths_block', mathsBlockRule, {
  alt: ['paragraph', 'reference', 'blockquote', 'list'],
});
parser.inline.ruler.before('escape', 'maths', mathsRule);
parser.inline.ruler.before('link', 'module-link', moduleLinkRule);
withHtml(parser);
// Every address is shown; which of them may be opened is for safeUrl to say.
parser.validateLink = () => true;

/**
 * Returns the block tokens of Markdown, their inline tokens below them. Elements of HTML
 * come as the Markdown that means the same; what means nothing here is text.
 */
export function parseMarkdown(markdown: string): Token[] {
  return parseWithHtml(parser, markdown);
}

/** Returns an address as a person would write it: percent-encoded letters as letters. */
export function readableUrl(url: string): string {
  return parser.normalizeLinkText(url);
}
