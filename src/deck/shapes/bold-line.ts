import { countEach } from '../../model/groups.js';
import { counted } from '../../model/text/counted.js';
import { percent } from '../../model/text/figures.js';
import { findBoldLines } from './bold-lines.js';
import type { Shape } from './shape.js';
import { isBareLabel } from './unit/title.js';
import { unitsBelow } from './unit/units.js';
import { asks, endsAsking } from './words/asks.js';
import { takeStars } from './words/difficulty.js';
import { prefixOf } from './words/prefix.js';

const MIN_LINES = 2;

/** `**question**` alone on its line, the text below it the answer. */
export const boldLine: Shape = {
  name: 'bold-line',
  summary: 'a bold line is the question, the text below it the answer',
  example:
    '**What is a KV cache? ⭐**\n\nKeys and values of the tokens so far, kept for the next one.',
  vote(page) {
    const lines = findBoldLines(page);
    const first = lines[0];
    if (first === undefined) return null;
    const counts = countEach(lines.map(({ text }) => text));
    // What says the same again and again asks nothing but by a mark: "Consider:".
    const isQuestion = (text: string) =>
      (counts.get(text) ?? 0) > 1 ? endsAsking(text) : isMarked(text);
    const marked = lines.filter(
      ({ text, end }) =>
        isQuestion(text) ||
        (isBareLabel(text.replaceAll(/[*_]/g, '')) &&
          asks(page.leavesWithin(end, end + 3)[0]?.content ?? '')),
    );
    const share = marked.length / lines.length;
    const sure = share >= 0.5 ? 0.5 + share * 0.45 : share * 0.8;
    return {
      confidence: lines.length >= MIN_LINES ? sure : sure * 0.7,
      why: `${counted(lines.length, 'bold line')}, ${percent(share)} of them ask or carry a mark`,
      line: first.line,
      read: () =>
        unitsBelow(page, lines, {
          isNumbered: lines.filter(({ text }) => prefixOf(text) !== null).length * 2 > lines.length,
          deepest: 3,
        }),
    };
  },
};

/** Does a bold line ask, or carry a mark of difficulty? */
const isMarked = (text: string) =>
  takeStars(text, { legend: true, most: 1 }).stars !== null || asks(prefixOf(text)?.rest ?? text);
