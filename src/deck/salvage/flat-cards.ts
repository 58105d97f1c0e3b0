import type { Breaks } from './breaks.js';
import { blankOut } from './prose.js';

/** A stretch of the text, with its code blotted out. */
export interface FlatBody {
  readonly masked: string;
  readonly start: number;
  readonly end: number;
}

export const SECTION_NAMES =
  'Key Insights|Code Examples|Interview Questions|Further Reading|Related|Contents';
export const SECTION_HEADING = new RegExp(
  `(?<=^|[ \\t\\r\\n])##[ \\t]+(${SECTION_NAMES})(?=\\s|$)`,
  'g',
);
const HEADING_WITH_QUESTION =
  /(?<=^|[ \t\r\n])#{2,4}[ \t]+(?:(?![ \t]#{1,6}[ \t])[^\n]){1,200}?[ \t]*(?=\*\*(?:Q|Cloze):)/g;
const HEADING_LINE = /(?<=^|\n)#{1,4}[ \t]/g;
const ANSWER = /(?<=\n)Answer(?:[ \t]+|(?=\r?\n|$))/;
const DETAILS = /<details>[ \t]*(?:<summary>[^<\n]{0,100}<\/summary>)?|<\/details>/g;
const TEXT_MARKER = /(?:\*\*(?:Q|Cloze):\*\*|(?<=\n)Answer)[ \t]+/g;
// Nobody writes these in running text.
const STRUCTURE = new RegExp(
  [
    '[ \\t]#{2,4}[ \\t]+[★☆⭐*]{1,3}[ \\t]',
    '[ \\t](?:---[ \\t]+){1,2}title:',
    '[ \\t]##[ \\t]+(?:Interview Questions[ \\t]+#|Further Reading[ \\t]+-|Related[ \\t][^\\n·]{1,100}·)',
    '[ \\t]<\\/?details>',
  ].join('|'),
);
const OPENING_DETAILS = '<details>\n<summary>Answer</summary>\n\n';

/**
 * Blots out questions and answers, so that no pattern takes their text for
 * structure: each has the rest of its line to itself.
 */
export function maskRunningText(masked: string): string {
  const parts: string[] = [];
  let from = 0;
  let lineEnd = -1;
  for (const marker of masked.matchAll(TEXT_MARKER)) {
    const start = marker.index + marker[0].length;
    if (start < from) continue;
    // Looked for once a line: a file can be one line with a hundred thousand questions.
    if (lineEnd < start) lineEnd = endOfLine(masked, start);
    const line = masked.slice(start, lineEnd);
    const text = line.slice(0, STRUCTURE.exec(line)?.index).trimEnd();
    parts.push(masked.slice(from, start), blankOut(text));
    from = start + text.length;
  }
  return parts.join('') + masked.slice(from);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

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

/** Returns the offsets at which something other than an answer's text begins. */
function headings(text: string, start: number): number[] {
  const found = [HEADING_WITH_QUESTION, HEADING_LINE, SECTION_HEADING].flatMap((pattern) =>
    matchesWithin(pattern, text, start).map((match) => match.index),
  );
  return [...new Set(found)].sort((a, b) => a - b);
}

/** `<details><summary>` became a line that starts with `Answer`; `</details>` a line break. */
function wrapAnswer(text: string, from: number, to: number, breaks: Breaks): void {
  const answer = ANSWER.exec(text.slice(from, to));
  // Behind a tag that was kept, such a line is the answer's own text.
  if (answer === null || text.slice(from, from + answer.index).includes('<details>')) return;
  const start = from + answer.index;
  const end = trimmedEnd(text, start + answer[0].length, to);
  breaks.blankLine(start);
  breaks.replace(start, answer[0].length, OPENING_DETAILS);
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

/** Returns all matches of a global pattern from an offset on. */
export function matchesWithin(pattern: RegExp, text: string, from: number): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
  }
  return found;
}
