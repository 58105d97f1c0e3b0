import { hash } from 'node:crypto';
import { codeSpans } from './code-spans.js';

/** A stretch of a text that is asked for: its marks and what is between them. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Each gap is a card with all of the text: a text with more, or a longer one, was not written to be learnt. */
const MAX_GAPS = 50;
const MAX_TEXT = 20_000;

/** What stands for a gap on the question side. */
const GAP = '[…]';

/** A card of one gap, the others filled, or of one side of a text that is asked both ways. */
export interface GapCard {
  readonly question: string;
  readonly answer: string;
  /** See `DeckCard.siblings`; none where there is one gap alone. */
  readonly siblings?: string;
}

/** Returns a card for each gap of a text; `gaps` in order, none within another. */
export function gapCards(text: string, gaps: readonly Gap[]): GapCard[] {
  const related = gaps.length > 1 ? { siblings: siblingsName(text) } : {};
  return gaps.map((asked) => {
    let question = '';
    let from = 0;
    for (const gap of gaps) {
      question += text.slice(from, gap.start) + (gap === asked ? GAP : gap.text);
      from = gap.end;
    }
    return { question: question + text.slice(from), answer: asked.text.trim(), ...related };
  });
}

/** Finds gaps by a pattern whose first group is the text asked for; none in code or comments. */
export function findGaps(text: string, pattern: RegExp): Gap[] {
  if (text.length > MAX_TEXT) return [];
  const gaps = gapsIn(text, pattern);
  return gaps.length > MAX_GAPS ? [] : gaps;
}

function gapsIn(text: string, pattern: RegExp): Gap[] {
  const spans = codeSpans(text);
  let next = 0;
  return Array.from(text.matchAll(pattern)).flatMap((match): Gap[] => {
    const start = match.index;
    const end = start + match[0].length;
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const span = spans[next];
    if (span !== undefined && span.start < start) return [];
    const inner = match.slice(1).find((group) => group !== undefined) ?? '';
    return inner.trim() === '' ? [] : [{ start, end, text: inner }];
  });
}

/** Returns the cards of two texts of which each asks for the other. */
export function bothWays(front: string, back: string): GapCard[] {
  const siblings = siblingsName(`${front}\n\n${back}`);
  return [
    { question: front, answer: back, siblings },
    { question: back, answer: front, siblings },
  ];
}

/** The name by which the cards that are made of one text know each other; see `DeckCard.siblings`. */
function siblingsName(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 10);
}

/** `[text]`; an image, a link, a task box, `\[` and a footnote are none. */
export const BRACKET_GAP = /(?<![!\\\]])\[(?![ xX]\]|\^|\[)((?:\\.|[^[\]\\\n]){1,500})\](?![([])/g;

/** `==text==` and `{{text}}`, also as Anki has it with a number and a hint, `{{c1::text::hint}}`. */
export const MARKED_GAP =
  /==(?=\S)([^=\n]{1,500}?)==|\{\{(?![<%])(?:c\d{1,3}::)?(?=\S)([^{}\n]{1,500}?)(?:::[^{}\n]{1,200})?\}\}/g;

/** All of these, where a text says by itself that it has gaps. */
export const ANY_GAP = new RegExp(`${BRACKET_GAP.source}|${MARKED_GAP.source}`, 'g');
