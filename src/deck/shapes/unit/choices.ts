import { joinTexts } from '../../text/passage.js';

const BOX = /^[ \t]*([-*+]|\d{1,3}[.)])[ \t]+\[( |x|X)\][ \t]+/;
const FENCE = /^[ \t]*(?:```|~~~)/;

/** A body with task boxes for choices, divided. */
export interface Choices {
  /** All choices, none of them checked, and what stands above them. */
  readonly question: string;
  /** The checked choices, and what stands below them. */
  readonly answer: string;
}

/** Returns whether a text offers choices in task boxes, some of them checked and some not. */
export function offersChoices(text: string): boolean {
  if (!text.includes('[ ]') || !/\[x\]/i.test(text)) return false;
  const boxes = text.split('\n').flatMap((line) => BOX.exec(line)?.[2] ?? []);
  return boxes.includes(' ') && boxes.some((mark) => mark !== ' ');
}

/** Divides a body: the choices belong to the question, those that are checked are the answer. */
export function divideChoices(text: string): Choices {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => BOX.test(line));
  const end = behindChoice(lines, last);
  const asked = lines
    .slice(0, end)
    .map((line) => line.replace(/^([ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+)\[[xX]\]/, '$1[ ]'));
  const checked: string[] = [];
  let isChecked = false;
  for (const line of lines.slice(0, end)) {
    const mark = BOX.exec(line)?.[2];
    if (mark !== undefined) isChecked = mark !== ' ';
    if (isChecked) checked.push(line.replace(BOX, '$1 '));
  }
  const below = lines.slice(end).join('\n').trim();
  return {
    question: asked.join('\n').trimEnd(),
    answer: joinTexts([checked.join('\n').trimEnd(), below]),
  };
}

/** A choice of several lines goes on up to the next blank one; code below it belongs to it where it does to others. */
function behindChoice(lines: readonly string[], last: number): number {
  let end = last + 1;
  while (end < lines.length && lines[end]?.trim() !== '') end++;
  const boxes = lines.flatMap((line, at) => (BOX.test(line) ? [at] : []));
  const withCode = boxes.filter((at) => at !== last && isFence(lines, behindBlank(lines, at + 1)));
  const open = behindBlank(lines, end);
  if (withCode.length * 2 < boxes.length || !isFence(lines, open)) return end;
  const close = lines.findIndex((line, at) => at > open && FENCE.test(line));
  return close < 0 ? end : close + 1;
}

const isFence = (lines: readonly string[], at: number) => FENCE.test(lines[at] ?? '');

function behindBlank(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.trim() === '') at++;
  return at;
}
