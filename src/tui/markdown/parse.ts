import MarkdownIt, { type Token } from 'markdown-it';
import { mathsRule } from './maths-rule.js';
import { moduleLinkRule } from './module-link-rule.js';

export type { Token };

const parser = new MarkdownIt({ html: false, linkify: false, breaks: false });
// Deeper nesting has no use on a screen, and hostile text could make it costly.
parser.set({ maxNesting: 40 });
parser.inline.ruler.before('escape', 'maths', mathsRule);
parser.inline.ruler.before('link', 'module-link', moduleLinkRule);
parser.validateLink = () => true;

/** Gives the block tokens of Markdown, their inline tokens below them. */
export function parseMarkdown(markdown: string): Token[] {
  return parser.parse(markdown, {});
}
