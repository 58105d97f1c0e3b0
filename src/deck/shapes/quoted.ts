import { counted } from '../../model/text/counted.js';
import { unquotedLine } from '../text/callout.js';
import type { Leaf } from '../text/leaves.js';
import type { Anchor } from './page/layout.js';
import type { Page } from './page/page.js';
import type { Shape } from './shape.js';
import { unitsBelow } from './unit/units.js';
import { asks } from './words/asks.js';
import { prefixOf } from './words/prefix.js';

const MIN_QUOTES = 3;
/** So many of the quotes must ask, and have a text below: other pages quote what somebody said. */
const MOST = 0.8;

/** `> question?`, and below the quote the answer. */
export const quoted: Shape = {
  name: 'quoted',
  atMost: 0.7,
  summary: 'a quote asks, the text below it is the answer',
  example: '> What is kept in a KV cache?\n\nKeys and values of the tokens so far.',
  vote(page) {
    const quotes = findQuotes(page);
    const asking = quotes.filter((quote) => asksSomething(quote.text));
    const first = asking[0];
    if (first === undefined) return null;
    const answered = asking.filter((quote) => isAnswered(page, quote)).length;
    const before = page.leavesWithin(0, first.line).filter(isText).length;
    const isEnough = answered >= MIN_QUOTES || (answered === 2 && isAllThereIs(page, first));
    const isMost = isEnough && answered >= quotes.length * MOST;
    const share = answered / quotes.length;
    return {
      confidence: isMost && before <= answered ? 0.7 : share * 0.3,
      besideOthers: share >= MOST ? 0.7 : 0,
      why: `${counted(quotes.length, 'quote')}, ${answered} of them ask and have a text below`,
      line: first.line,
      read: () => unitsBelow(page, asking, { isNumbered: true }),
    };
  },
};

/** Of two quotes no heading may stand between or behind them: in prose it would. */
const isAllThereIs = (page: Page, { line }: Anchor) =>
  page.leavesWithin(line, page.lines.length).every(({ kind }) => kind !== 'heading');

const isText = ({ kind, depth, quoted: isQuoted }: Leaf) =>
  kind === 'paragraph' && depth === 0 && !isQuoted;

/** The quotes of the outermost level: lines one below the other. */
function findQuotes(page: Page): Anchor[] {
  const found: Anchor[] = [];
  for (const { quoted: isQuoted, depth, line } of page.leaves) {
    if (!isQuoted || depth > 1 || line < (found.at(-1)?.end ?? 0) || !isQuote(page, line)) continue;
    let end = line + 1;
    while (isQuote(page, end)) end++;
    const text = page.lines.slice(line, end).map(unquotedLine).join('\n').trim();
    found.push({ line, end, text: text.replace(/^#{1,6}[ \t]+/, '') });
  }
  return found;
}

const isQuote = ({ lines }: Page, line: number) => /^ {0,3}>/.test(lines[line] ?? '');

/** A call-out asks nothing; of a quote of several texts the last one asks. */
function asksSomething(text: string): boolean {
  if (text.startsWith('[!')) return false;
  const last = text.slice(text.lastIndexOf('\n') + 1);
  return [text, last].some((each) => /[?？]/.test(each) && asks(prefixOf(each)?.rest ?? each));
}

/** Lines without a text that may stand below a quote. */
const MAX_GAP = 20;

/** Does a text stand right below a quote, with no other quote or heading between? */
function isAnswered(page: Page, { end }: Anchor): boolean {
  const below = page.leavesWithin(end, end + MAX_GAP).find(({ kind }) => kind !== 'comment');
  return below !== undefined && below.kind !== 'heading' && !below.quoted;
}
