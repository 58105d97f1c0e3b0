import stringWidth from 'string-width';
import { painter } from '../../model/text/ansi.js';
import { oneLine, padEnd, truncate } from '../components/text.js';
import type { Size } from '../terminal/run-screen.js';
import { wordsLine, writtenLine } from './line-lines.js';
import { saidLines } from './said-lines.js';
import { type BrowseState, isWritten, type Prompt } from './state.js';

/** The screen that bars are drawn for. */
export interface BarLook extends Size {
  readonly colors: boolean;
}

const ENGLISH = new Intl.NumberFormat('en');

/** Rows that stand above the panes. */
export function headHeight({ mode, problem }: BrowseState, size: Size): number {
  const under = mode.kind === 'text' || problem === null ? 1 : saidLines(problem, size).length;
  return (isWritten(mode) ? 2 : 1) + under;
}

/** What stands above the panes; `words` could stand at the cursor of the line that is written. */
export function headLines(
  state: BrowseState,
  title: string | null,
  words: readonly string[],
  look: BarLook,
): string[] {
  const { mode, problem } = state;
  const { columns, colors } = look;
  const paint = painter(colors);
  const rule = paint('dim', '─'.repeat(columns));
  if (title !== null) return [` ${paint('bold', truncate(oneLine(title), columns - 2))}`, rule];
  const under =
    problem === null ? [rule] : saidLines(problem, look).map((line) => ` ${paint('red', line)}`);
  if (!isWritten(mode)) return [placeLine(state, look), ...under];
  const label = mode.kind === 'query' ? '/' : PROMPTS[mode.of];
  const place = mode.kind === 'query' ? ` ${placeOf(state)} ` : '';
  const written = writtenLine(label, mode.line, columns - place.length, colors);
  return [
    padEnd(written, columns - place.length) + paint('cyan', place),
    wordsLine(words, mode.completing, columns, colors),
    ...under,
  ];
}

const PROMPTS: Readonly<Record<Prompt, string>> = {
  relink: 'History to (id or words): ',
  companies: 'Companies: ',
  tags: 'Tags: ',
  'move-to': 'Move to module: ',
};

/** The query, the order, and where in the list the cursor is. */
function placeLine(state: BrowseState, { columns, colors }: BarLook): string {
  const paint = painter(colors);
  const { sort, marks } = state;
  const marked = marks.size === 0 ? '' : `${ENGLISH.format(marks.size)} marked · `;
  const place = `${marked}${sort.by}${sort.reversed ? ' ↑' : ''} · ${placeOf(state)}`;
  // A blank at each side, one between, and a column of the query at least.
  const right = truncate(place, columns - 4);
  const query = state.query.trim() === '' ? 'all cards' : state.query;
  const room = Math.max(1, columns - stringWidth(right) - 3);
  const left = truncate(oneLine(query), room);
  const gap = ' '.repeat(Math.max(1, columns - stringWidth(left) - stringWidth(right) - 2));
  return ` ${paint('bold', left)}${gap}${paint('cyan', right)}`;
}

/** Where in the list the cursor is: `3/1,200`, with `…` while more are looked up. */
function placeOf({ keys, whole, cursor }: BrowseState): string {
  if (keys.length === 0) return whole ? '0' : '…';
  return `${ENGLISH.format(cursor + 1)}/${ENGLISH.format(keys.length)}${whole ? '' : '…'}`;
}
