import MarkdownIt, { type Token } from 'markdown-it';
import { MAX_CHARACTERS, parseMarkdown } from '../../markdown/parse.js';
import { safeUrl } from '../../markdown/safe-url.js';
import { ankiMaths, ankiText, escapeAttribute } from './anki-text.js';
import { codeHtml } from './code-html.js';

const { renderer, options } = new MarkdownIt({ html: false });
const { rules } = renderer;

rules.text = (tokens, at) => ankiText(contentOf(tokens, at));
rules.text_special = rules.text;
rules.code_inline = (tokens, at) => `<code>${ankiText(contentOf(tokens, at))}</code>`;
rules.code_block = (tokens, at) => codeHtml(contentOf(tokens, at), '');
rules.fence = (tokens, at) => codeHtml(contentOf(tokens, at), tokens[at]?.info ?? '');
rules.maths = (tokens, at) => ankiMaths(contentOf(tokens, at), false);
rules.maths_block = (tokens, at) => `<p>${ankiMaths(contentOf(tokens, at), true)}</p>\n`;
rules.module_link = (tokens, at) => `[[${ankiText(contentOf(tokens, at))}]]`;
rules.link_open = (tokens, at) => linkStart(attribute(tokens, at, 'href'), '');
rules.link_close = () => '</a>';
// A picture from the net would tell its server who learns, and when: a link shows it on demand.
rules.image = (tokens, at) =>
  `${linkStart(attribute(tokens, at, 'src'), ' class="image"')}${ankiText(contentOf(tokens, at) || 'image')}</a>`;

/**
 * Returns a card's Markdown as the HTML of a field of Anki. Nothing in it runs
 * or loads: HTML within the Markdown comes as what it means, without attributes, or as text
 * where it means nothing here; links lead to web and mail alone.
 */
export function cardHtml(markdown: string): string {
  if (markdown.length > MAX_CHARACTERS) return `<pre>${ankiText(markdown)}</pre>`;
  return renderer.render(parseMarkdown(markdown), options, {}).trim();
}

function contentOf(tokens: readonly Token[], at: number): string {
  return tokens[at]?.content ?? '';
}

function attribute(tokens: readonly Token[], at: number, name: string): string {
  return String(tokens[at]?.attrGet(name) ?? '');
}

function linkStart(address: string, more: string): string {
  const url = safeUrl(address);
  return url === null ? `<a${more}>` : `<a${more} href="${escapeAttribute(url)}">`;
}
