import MarkdownIt, { type Token } from 'markdown-it';
import { MAX_CHARACTERS, parseMarkdown } from '../../markdown/parse.js';
import { isLocalPicture } from '../../markdown/picture-source.js';
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
rules.image = (tokens, at, _options, env) => {
  const source = attribute(tokens, at, 'src');
  const alternative = contentOf(tokens, at);
  const names = env?.names instanceof PictureNames ? env.names : null;
  const name = isLocalPicture(source) ? (names?.nameOf(source) ?? null) : null;
  if (name !== null) {
    return `<img src="${escapeAttribute(name)}" alt="${escapeAttribute(alternative)}">`;
  }
  // A picture from the net would tell its server who learns, and when: a link shows it on demand.
  return `${linkStart(source, ' class="image"')}${ankiText(alternative || 'image')}</a>`;
};

/** Returns the name in the package of a picture that is named by a path; null where it is not in it. */
export type NameOfPicture = (source: string) => string | null;

/** Carries the names to where pictures are drawn. */
class PictureNames {
  readonly nameOf: NameOfPicture;

  constructor(nameOf: NameOfPicture) {
    this.nameOf = nameOf;
  }
}

/**
 * Returns a card's Markdown as the HTML of a field of Anki. Nothing in it runs
 * or loads but the package's own pictures: HTML within the Markdown comes as what it means, without attributes, or as text
 * where it means nothing here; links lead to web and mail alone.
 */
export function cardHtml(markdown: string, nameOf: NameOfPicture = () => null): string {
  if (markdown.length > MAX_CHARACTERS) return `<pre>${ankiText(markdown)}</pre>`;
  const env = { names: new PictureNames(nameOf) };
  return renderer.render(parseMarkdown(markdown), options, env).trim();
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
