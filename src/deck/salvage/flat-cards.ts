import type { Breaks } from './breaks.js';

/** A stretch of the text, with its code blotted out. */
export interface FlatBody {
  readonly masked: string;
  readonly start: number;
  readonly end: number;
}

const HEADING_WITH_QUESTION =
  /(?<=^|[ \t\r\n])#{2,4}[ \t]+(?:(?![ \t]#{1,6}[ \t])[^\n]){1,200}?[ \t]*(?=\*\*Q:)/g;
const HEADING_LINE = /(?<=^|\n)#{1,4}[ \t]/g;
const SECTION =
  /(?<=^|[ \t\r\n])##[ \t]+(?:Key Insights|Code Examples|Interview Questions|Further Reading|Related)(?=\s|$)/g;
const ANSWER = /(?<=\n)Answer(?:[ \t]+|(?=\r?\n|$))/g;
const DETAILS = /<details>[ \t]*(?:<summary>[^<\n]{0,100}<\/summary>)?|<\/details>/g;
const OPENING_DETAILS = '<details>\n<summary>Answer</summary>\n\n';

/** Puts each question's heading, text and answer on lines of their own. */
export function breakCards(body: FlatBody, breaks: Breaks): void {
  const text = body.masked.slice(0, body.end);
  for (const heading of matchesWithin(HEADING_WITH_QUESTION, text, body.start)) {
    breaks.blankLine(heading.index);
    breaks.blankLine(heading.index + heading[0].length);
  }
  const boundaries = headings(text, body.start);
  for (const [index, from] of boundaries.entries()) {
    wrapAnswer(text, from, boundaries[index + 1] ?? body.end, breaks);
  }
  for (const tag of matchesWithin(DETAILS, text, body.start)) {
    breaks.blankLine(tag.index);
    breaks.blankLine(tag.index + tag[0].length);
  }
}

/** Gives the offsets at which something other than an answer's text begins. */
function headings(text: string, start: number): number[] {
  const found = [HEADING_WITH_QUESTION, HEADING_LINE, SECTION].flatMap((pattern) =>
    matchesWithin(pattern, text, start).map((match) => match.index),
  );
  return [...new Set(found)].sort((a, b) => a - b);
}

/** `<details><summary>` became a line that starts with `Answer`; `</details>` a line break. */
function wrapAnswer(text: string, from: number, to: number, breaks: Breaks): void {
  ANSWER.lastIndex = from;
  const answer = ANSWER.exec(text);
  if (answer === null || answer.index >= to) return;
  const end = trimmedEnd(text, answer.index + answer[0].length, to);
  breaks.blankLine(answer.index);
  breaks.replace(answer.index, answer[0].length, OPENING_DETAILS);
  breaks.replace(end, endOfBlanks(text, end) - end, '\n\n</details>\n\n');
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

function endOfBlanks(text: string, from: number): number {
  let end = from;
  while (/[ \t\r\n]/.test(text.charAt(end))) end++;
  return end;
}

/** Gives all matches of a global pattern from an offset on. */
export function matchesWithin(pattern: RegExp, text: string, from: number): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
  }
  return found;
}
