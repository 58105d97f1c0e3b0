import stringWidth from 'string-width';
import type { CardRecord } from '../../app/cards/ports.js';
import type { Moment } from '../../model/moment.js';
import { type Paint, painter } from '../../model/text/ansi.js';
import { starText } from '../../model/text/stars.js';
import { dueWords } from '../../schedule/due-words.js';
import { oneLine, padEnd, truncate } from '../components/text.js';
import { questionTitle } from '../markdown/title.js';

/** A card as the list shows it. */
export interface ListedCard {
  readonly record: CardRecord;
  readonly isMarked: boolean;
  readonly isCurrent: boolean;
}

export interface ListLook {
  readonly width: number;
  readonly colors: boolean;
  readonly moment: Moment;
}

/** Columns from which the state has a place, and from which the company has. */
const STATE_FROM = 72;
const COMPANY_FROM = 92;
const STATE_WIDTH = 10;
const COMPANY_WIDTH = 16;
const STARS_WIDTH = 3;
const DUE_WIDTH = 9;
/** The cursor, the mark and the blank after them. */
const HEAD_WIDTH = 3;

/** The cards of the list, one a line, each as wide as the list. */
export function cardRows(cards: readonly ListedCard[], look: ListLook): string[] {
  return cards.map((card) => cardLine(card, look));
}

function cardLine({ record, isMarked, isCurrent }: ListedCard, look: ListLook): string {
  const paint = painter(look.colors);
  const cells = cellsOf(record, look);
  const room = cells.reduce((left, { width }) => left - width - 1, look.width - HEAD_WIDTH);
  const head = `${isCurrent ? '▸' : ' '}${isMarked ? '●' : ' '} `;
  const question = padEnd(truncate(questionTitle(record.card.question), Math.max(1, room)), room);
  if (isCurrent) {
    const plain = cells.map(({ text, width }) => ` ${padEnd(text, width)}`).join('');
    return paint('inverse', head + question + plain);
  }
  const painted = cells.map((cell) => ` ${paintCell(cell, paint)}`).join('');
  return `${isMarked ? paint('magenta', head) : head}${question}${painted}`;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly style: Parameters<Paint>[0] | null;
}

function cellsOf({ card, memory }: CardRecord, { width, moment }: ListLook): Cell[] {
  const due = dueWords(memory, moment);
  const isDue =
    memory.dueAt !== null ? memory.dueAt <= moment.now : /^(today|\d+ d ago)$/.test(due);
  const state = stateOf(card, memory, moment);
  const company = oneLine(card.companies.join(', '));
  return [
    ...(width >= COMPANY_FROM ? [cell(company, COMPANY_WIDTH, 'dim')] : []),
    cell(starText(card.stars), STARS_WIDTH, 'yellow'),
    ...(width >= STATE_FROM ? [cell(state, STATE_WIDTH, 'dim')] : []),
    cell(shortDue(due, state), DUE_WIDTH, isDue ? 'green' : 'dim'),
  ];
}

/** What a card is, in a word. */
function stateOf(
  card: CardRecord['card'],
  memory: CardRecord['memory'],
  { today }: Moment,
): string {
  if (card.retired) return 'retired';
  if (memory.suspended) return 'suspended';
  if (memory.buriedUntil !== null && memory.buriedUntil > today) return 'buried';
  return memory.state;
}

/** When it is due, or why it never is for now. */
function shortDue(due: string, state: string): string {
  return state === 'retired' || state === 'suspended' || state === 'buried' ? state : due;
}

function cell(text: string, width: number, style: Cell['style']): Cell {
  return { text: truncate(text, width), width, style };
}

function paintCell({ text, width, style }: Cell, paint: Paint): string {
  const gap = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return (style === null ? text : paint(style, text)) + gap;
}
