import type { AnswerComparison } from '../model/answer-comparison.js';
import type { AnswerParts, Point } from '../model/answer-parts.js';
import { namedPoints } from './mark.js';

/** Sentences of a model answer that are looked for, at most. */
const MAX_SENTENCES = 8;

/**
 * Compares a typed answer with the points of a card, or where it has none with the sentences of its
 * answer in short, else of the first paragraph.
 */
export function compareAnswer(
  card: { readonly question: string; readonly answer: string },
  parts: AnswerParts | null,
  typed: string,
): AnswerComparison {
  const points = parts?.points ?? [];
  if (points.length > 0) {
    const named = namedPoints(points, typed, card.question);
    const missing = points.filter(({ kind }, at) => kind === 'good' && !named.includes(at));
    return { named, missing: missing.map(({ text }) => text) };
  }
  const sentences = sentencesIn(parts?.short ?? firstParagraph(parts?.rest ?? card.answer));
  const asked = sentences.map((text): Point => ({ kind: 'good', text }));
  const named = namedPoints(asked, typed, card.question);
  return { named: [], missing: sentences.filter((_, at) => !named.includes(at)) };
}

/** The first block of prose: no code, table, list or heading. */
function firstParagraph(markdown: string): string {
  const prose = markdown.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '');
  return prose.split(/\n\s*\n/).find((block) => /^\s*[^\s#>|*\-+\d$<]/.test(block)) ?? '';
}

function sentencesIn(text: string): string[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.!?])\s+(?=\S)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(' ').length > 3)
    .slice(0, MAX_SENTENCES);
}
