import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { expect, test } from 'vitest';
import { replaceBlockRules } from '../../../../src/deck/text/block-rules.js';
import { replaceBlockState } from '../../../../src/deck/text/block-state.js';
import { addDetailsRule } from '../../../../src/deck/text/details-rule.js';
import { lines } from '../deck-arbitraries.js';

function parser() {
  const md = new MarkdownIt({ html: true, maxNesting: 20 });
  md.block.ruler.disable(['table', 'reference']);
  addDetailsRule(md);
  return md;
}
const ordinary = parser();
const quick = parser();
replaceBlockRules(quick);
replaceBlockState(quick);

function tokensOf(md: typeof ordinary, text: string) {
  const tokens: Token[] = [];
  md.block.parse(text, md, {}, tokens);
  return tokens.map(
    ({ type, tag, nesting, level, map, content, markup, info, attrs, block, hidden }) => ({
      ...{ type, tag, nesting, level, map, content, markup, info, attrs, block, hidden },
    }),
  );
}

const blanks = fc.constantFrom('', ' ', '\t', '  ', ' \t', '    ', '   \t ');
const texts = fc
  .tuple(fc.array(fc.tuple(blanks, lines), { maxLength: 12 }), blanks)
  .map(([parts, end]) => `${parts.map(([indent, line]) => indent + line).join('\n')}${end}`);

test('gives the tokens that markdown-it gives', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(tokensOf(quick, text)).toEqual(tokensOf(ordinary, text));
    }),
    { numRuns: 2_000 },
  );
});
