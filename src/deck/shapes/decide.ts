import { boldLine } from './bold-line.js';
import { boldNumber } from './bold-number.js';
import { bullets } from './bullets.js';
import { callouts } from './callouts.js';
import { divided } from './divided.js';
import { emoji } from './emoji.js';
import { flashcardMd } from './flashcard-md.js';
import { heading } from './heading.js';
import { logseq } from './logseq.js';
import { mochi } from './mochi.js';
import { numberedHeading } from './numbered-heading.js';
import { obsidian } from './obsidian.js';
import type { Page } from './page/page.js';
import { paragraph } from './paragraph.js';
import { questionAnswer } from './question-answer.js';
import { questionFile } from './question-file.js';
import { quoted } from './quoted.js';
import type { Ballot, Shape } from './shape.js';
import { startEnd } from './start-end.js';
import { summary } from './summary.js';
import { table } from './table.js';

/** Every shape; of two that are as likely the first is taken. */
export const SHAPES: readonly Shape[] = [
  table,
  startEnd,
  logseq,
  questionAnswer,
  callouts,
  emoji,
  flashcardMd,
  obsidian,
  numberedHeading,
  boldNumber,
  summary,
  boldLine,
  heading,
  questionFile,
  bullets,
  quoted,
  mochi,
  divided,
  paragraph,
];

/** A shape with what it makes of a file. */
export interface Vote {
  readonly shape: Shape;
  readonly ballot: Ballot;
}

/** From here on a file is read as the shape that is likeliest. */
export const MIN_CONFIDENCE = 0.5;

/**
 * Lets the shapes vote on a page, but for those that cannot be the likeliest, unless one is the
 * `named` one; the likeliest comes first.
 */
export function votesOn(page: Page, named: string | null): Vote[] {
  const wanted = [named, page.around.prevailing];
  let highest = 0;
  const votes = SHAPES.flatMap((shape): Vote[] => {
    const { name, atMost = 1 } = shape;
    if (atMost <= highest && !wanted.includes(name)) return [];
    const said = shape.vote(page);
    if (said === null) return [];
    const ballot = amongOthers(page, shape, said);
    highest = Math.max(highest, ballot.confidence);
    return [{ shape, ballot }];
  });
  return votes.sort((a, b) => b.ballot.confidence - a.ballot.confidence);
}

function amongOthers({ around }: Page, { name }: Shape, ballot: Ballot): Ballot {
  const { confidence, besideOthers = 0, why } = ballot;
  if (around.prevailing !== name || confidence >= besideOthers) return ballot;
  return { ...ballot, confidence: besideOthers, why: `${why}, as most files beside it` };
}
