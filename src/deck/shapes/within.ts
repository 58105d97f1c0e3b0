import { once } from '../../model/once.js';
import { MIN_CONFIDENCE, type Vote } from './decide.js';
import type { Unit } from './shape.js';
import { asks } from './words/asks.js';

/** Lines that a reading may have left out of a unit: blank ones, anchors, tags. */
const SLACK = 4;
const MAJORITY = 0.5;
/** Of sections with more than this on average each is a question. */
const MAX_HELD = 2;

/**
 * Puts first the vote for a layout whose answers hold all that the likeliest one would ask: a fold
 * with a proof, a table or a bold line within an answer is no question of the file.
 */
export function outermostFirst(votes: readonly Vote[]): readonly Vote[] {
  const [first, ...others] = votes.map(readOnce);
  if (first === undefined || first.ballot.confidence < MIN_CONFIDENCE) return votes;
  const outer = others.find(
    ({ ballot }) =>
      ballot.confidence >= MIN_CONFIDENCE &&
      ballot.line < first.ballot.line &&
      holds(ballot.read(), first.ballot.read()),
  );
  return outer === undefined
    ? [first, ...others]
    : [outer, first, ...others.filter((vote) => vote !== outer)];
}

const readOnce = ({ shape, ballot }: Vote): Vote => ({
  shape,
  ballot: { ...ballot, read: once(() => ballot.read()) },
});

/** Do the answers of `outer` hold all of `inner`, and say something beside? Both in their order. */
function holds(outer: readonly Unit[], inner: readonly Unit[]): boolean {
  if (inner.length === 0 || inner.length > outer.length * MAX_HELD) return false;
  let at = -1;
  const begun = new Set<number>();
  for (const { line } of inner) {
    while ((outer[at + 1]?.line ?? line) < line) at++;
    const holder = outer[at];
    if (holder === undefined || line === outer[at + 1]?.line || line > endOf(holder)) return false;
    if (line <= holder.line + linesOf(holder.question) + 1) begun.add(at);
  }
  const own = outer.filter(({ answer }, index) => answer !== '' && !begun.has(index)).length;
  if (own < 2 || own <= outer.length * MAJORITY) return false;
  const asking = inner.filter(({ question }) => asks(question)).length;
  return outer.length >= inner.length || asking <= inner.length * MAJORITY;
}

const linesOf = (text: string) => text.split('\n').length;

const endOf = ({ line, question, answer }: Unit) =>
  line + linesOf(question) + linesOf(answer) + SLACK;
