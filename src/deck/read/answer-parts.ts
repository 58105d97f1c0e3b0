import type { AnswerParts, FollowUp, Point, PointKind } from '../../model/answer-parts.js';
import type { Block } from '../text/blocks.js';
import { joinTexts } from '../text/passage.js';
import { answerBlocks } from './answer-blocks.js';

export type PartName = 'short' | 'points' | 'follow-up' | 'trap';

/** A label and all that belongs to it. */
export interface LabelledPart {
  readonly name: PartName;
  /** The line of the label within the answer, from 0. */
  readonly line: number;
  /** What follows the label in its paragraph. */
  readonly lead: string;
  /** The blocks behind the label's paragraph that are part of it. */
  readonly blocks: readonly string[];
}

const LABEL = /^\*\*(in short|points|follow-up|trap)(?::\*\*|\*\*:)[ \t]*/i;
const ANY_LABEL = /\*\*(?:in short|points|follow-up|trap)(?::\*\*|\*\*:)/i;
const NAMES: Readonly<Record<string, PartName>> = {
  'in short': 'short',
  points: 'points',
  'follow-up': 'follow-up',
  trap: 'trap',
};
/** A bullet or number of the list itself: one that is nested is indented by two blanks at least. */
const ITEM = /^ ?(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const KINDS: Readonly<Record<string, PointKind>> = { '(+)': 'extra', '(x)': 'wrong' };
/** Does a paragraph end in a question? */
export const ENDS_ASKING = /\?["”’')\]*_]*$/;
/** Where a question ends that shares its paragraph with its answer. */
const QUESTION_END = /\?["”’')\]*_]*(?=\s|$)/;

/**
 * Takes an answer apart by its labels. Returns all of it as `rest` where it has none. Whatever is
 * not as the format has it, every word of the answer is in one of the parts.
 */
export function readAnswerParts(answer: string): AnswerParts {
  const { parts, rest } = labelledParts(answer);
  const text = (name: PartName) => {
    const named = parts.filter((part) => part.name === name);
    return named.length === 0
      ? null
      : joinTexts(named.flatMap(({ lead, blocks }) => [lead, ...blocks]));
  };
  return {
    short: text('short'),
    points: parts.flatMap((part) => (part.name === 'points' ? pointsOf(part) : [])),
    followUps: parts
      .flatMap((part) => (part.name === 'follow-up' ? [followUpOf(part)] : []))
      .filter(({ question }) => question !== ''),
    trap: text('trap'),
    rest,
  };
}

/** Finds the labels that begin a paragraph of an answer, and what stands under none. */
export function labelledParts(answer: string): {
  readonly parts: readonly LabelledPart[];
  readonly rest: string;
} {
  if (!ANY_LABEL.test(answer)) return { parts: [], rest: answer };
  const parts: (LabelledPart & { blocks: string[] })[] = [];
  const rest: string[] = [];
  for (const block of answerBlocks(answer)) {
    const label = block.kind === 'paragraph' ? LABEL.exec(block.text) : null;
    const name = NAMES[label?.[1]?.toLowerCase() ?? ''];
    const open = parts.at(-1);
    if (name !== undefined) {
      const lead = block.text.slice(label?.[0].length).trim();
      parts.push({ name, line: block.line, lead, blocks: [] });
      // Points are those of the list.
      if (name === 'points') rest.push(lead);
    } else if (open !== undefined && continues(open, block.kind)) open.blocks.push(block.text);
    else rest.push(block.text);
  }
  return { parts, rest: joinTexts(rest) };
}

/** In short is one paragraph, Points one list; the others go on to the next label. */
function continues({ name, blocks }: LabelledPart, kind: Block['kind']): boolean {
  if (name === 'short') return false;
  return name !== 'points' || (kind === 'list' && blocks.length === 0);
}

/** Returns the points of a list, a bullet each; nested bullets belong to the one above. */
export function pointsOf({ blocks }: LabelledPart): Point[] {
  const items: string[] = [];
  for (const line of (blocks[0] ?? '').split('\n')) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else if (items.length > 0) items.push(`${items.pop()}\n${line}`);
  }
  return items.map((item) => {
    const text = item.trim();
    const kind = KINDS[text.slice(0, 3).toLowerCase()];
    return kind === undefined ? { kind: 'good', text } : { kind, text: text.slice(3).trim() };
  });
}

/** Returns the question of a follow-up and its answer, which may share its paragraph. */
export function followUpOf({ lead, blocks }: LabelledPart): FollowUp {
  const [first = '', ...others] = lead === '' ? blocks : [lead, ...blocks];
  const at = others.length > 0 && ENDS_ASKING.test(first) ? first.length : askingEnd(first);
  return { question: first.slice(0, at), answer: joinTexts([first.slice(at).trim(), ...others]) };
}

function askingEnd(text: string): number {
  const end = QUESTION_END.exec(text);
  return end === null ? text.length : end.index + end[0].length;
}
