import { readHeading } from '../../deck/read/heading.js';
import type { ReturnedPart } from './draft.js';
import { RefusedText } from './findings.js';

/** A text as it came back, and its 1-based line in the draft. */
type Place = Pick<ReturnedPart, 'text' | 'line'>;

/**
 * Refuses a text that came back without the line that gives the card its
 * difficulty, companies and id, or with one on which they cannot be read any more:
 * the card would change in what nobody looked at. Leaving the companies out is a change.
 * Throws `text-refused`.
 */
export function refuseLostHeading(given: string, { text, line }: Place): void {
  const before = markedHeading(given);
  if (before === null || text === '') return;
  const restore = `put "${before.text}" back`;
  const after = markedHeading(text);
  if (after === null)
    throw refused(
      line,
      `the line with the card's difficulty is missing or not readable: ${restore}`,
    );
  const at = line + after.at;
  if (before.said.id !== null && after.said.id !== before.said.id)
    throw refused(at, `this line has lost the card's id: ${restore}`);
  const isGarbled = after.said.text !== '' && before.said.text === '';
  if (isGarbled && before.said.companies.length > 0 && after.said.companies.length === 0)
    throw refused(at, `the companies on this line cannot be read: ${restore}, or leave them out`);
}

/** Refuses a text that leaves a card without the answer that it had. Throws `text-refused`. */
export function refuseLostAnswer(
  before: string,
  after: readonly { readonly answer: string }[],
  { text, line }: ReturnedPart,
): void {
  if (before.trim() === '' || after.some(({ answer }) => answer.trim() !== '')) return;
  const lines = text.split('\n');
  const at = lines.findIndex((each) => /^\s*(<details|\*{0,2}A(nswer)?\s*:)/i.test(each));
  const message = 'the answer is missing: write one, or suspend the card to stop seeing it';
  throw refused(line + (at < 0 ? lines.length - 1 : at), message);
}

/** The first heading that gives a difficulty, and its line from 0; null where there is none. */
function markedHeading(text: string) {
  for (const [at, line] of text.split('\n').entries()) {
    const content = /^#{1,6}[ \t]+(.*)$/.exec(line.trimEnd())?.[1];
    if (content === undefined) continue;
    const said = readHeading(content, false);
    if (said.stars !== null) return { at, text: line.trim(), said };
  }
  return null;
}

const refused = (line: number, message: string) => new RefusedText([{ line, message }]);
