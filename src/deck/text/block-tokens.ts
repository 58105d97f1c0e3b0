import MarkdownIt, { type Token } from 'markdown-it';
import { once } from '../../model/once.js';
import { replaceBlockRules } from './block-rules.js';
import { replaceBlockState } from './block-state.js';
import { addDetailsRule } from './details-rule.js';
import { TokenStream } from './token-stream.js';

/** Lists and quotes deeper than this are not looked into; a list counts twice. */
export const MAX_NESTING = 40;

// A review loads this, and may have no use for it.
const parser = once(() => {
  const md = new MarkdownIt({ html: true, maxNesting: MAX_NESTING });
  // Neither matters to the structure, and both cost time on hostile input.
  md.block.ruler.disable(['table', 'reference']);
  addDetailsRule(md);
  replaceBlockRules(md);
  replaceBlockState(md);
  return md;
});

/** Hands over the block tokens of a Markdown text in order; inline Markdown is not read. */
export function readTokens(text: string, take: (token: Token) => void): void {
  const stream = new TokenStream(take);
  const md = parser();
  md.block.parse(text, md, {}, stream);
  stream.flush();
}
