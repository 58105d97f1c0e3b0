import { counted } from '../../model/text/counted.js';
import { lineStart } from '../text/source.js';
import { voteForExport } from './exports/mochi-export.js';
import { plainTitle } from './page/groups.js';
import type { Page } from './page/page.js';
import type { Shape } from './shape.js';
import { cut } from './unit/text.js';
import { asks } from './words/asks.js';

/** A front has no more blocks than this. */
const MAX_FRONT = 6;

/** Mochi: the sides of a card, with `---` between them. */
export const mochi: Shape = {
  name: 'mochi',
  summary: 'a file is one card, --- stands between its sides (Mochi); or a .mochi export',
  example: 'What is kept in a KV cache?\n\n---\n\nKeys and values.',
  vote(page) {
    const exported = voteForExport(page);
    if (exported !== null) return exported;
    const rules = page.leaves.filter(({ kind, line }) => kind === 'rule' && isDashes(page, line));
    const rule = rules[0];
    if (rule === undefined) return null;
    const front = page.leavesWithin(page.preface.bodyLine, rule.line);
    const isCard = front.length > 0 && front.length <= MAX_FRONT && rules.length <= 2;
    const text = front[0]?.content ?? '';
    return {
      confidence: isCard && rules.length === 1 && asks(text) ? 0.74 : isCard ? 0.3 : 0,
      besideOthers: isCard ? 0.75 : 0,
      why: `--- after ${counted(front.length, 'block')}`,
      line: page.preface.bodyLine,
      read() {
        const { source } = page;
        const from = lineStart(source, page.preface.bodyLine);
        const question = cut(page, from, lineStart(source, rule.line));
        const answer = cut(page, lineStart(source, rule.end), source.text.length);
        const heading = /^#{1,6}[ \t]/.test(question) && !question.includes('\n');
        return [
          {
            line: front[0]?.line ?? 0,
            question: heading ? plainTitle(question.replace(/^#+\s+/, '')) : question,
            answer,
            stars: null,
            companies: [],
            path: [],
          },
        ];
      },
    };
  },
};

const isDashes = (page: Page, line: number) => /^---[ \t]*$/.test(page.lines[line] ?? '');
