import { counted } from '../../../model/text/counted.js';
import { bothWays, findGaps, gapCards, MARKED_GAP } from '../../text/gaps.js';
import type { Page } from '../page/page.js';
import type { Ballot, Unit } from '../shape.js';
import { TERMS, unitOf } from './columns.js';
import type { TableRow } from './html-rows.js';
import { separatedCells, separatedRows } from './separated-rows.js';

const SETTING = /^#([a-z]{1,20}(?: column)?):(.{0,1000})$/i;
const SEPARATORS: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
};
/** Columns that hold no side of a card. */
const OTHER_COLUMNS = ['guid column', 'notetype column', 'deck column', 'tags column'];

/** What Anki writes above the notes that it exports as text, `#separator:tab`. */
export function voteForAnkiText(page: Page): Ballot | null {
  const settings = settingsOf(page);
  const named = settings.get('separator');
  if (named === undefined) return null;
  const separator = SEPARATORS[named.toLowerCase()] ?? named;
  const rows = separatedRows(page, separator, true).filter(({ line }) => line >= settings.size);
  const columnOf = (name: string) => Number(settings.get(name) ?? 0) - 1;
  const others = new Set(OTHER_COLUMNS.map(columnOf));
  const width = Math.max(2, ...rows.slice(0, 20).map(({ cells }) => cells.length));
  const names = separatedCells(settings.get('columns') ?? '', separator, true);
  const fields = Array.from({ length: width + others.size }, (_, at) => at).filter(
    (at) => !others.has(at) && !/^(?:tags|deck|notetype|guid)$/i.test(names[at] ?? ''),
  );
  const [question = 0, answer = 1] = fields;
  const tags = Math.max(
    columnOf('tags column'),
    names.findIndex((name) => /^tags$/i.test(name)),
  );
  const columns = { ...TERMS, question, answer, tags };
  const pathOf = ({ cells }: TableRow) =>
    deckPath(cells[columnOf('deck column')] ?? settings.get('deck') ?? '');
  return {
    confidence: 0.98,
    isSigned: true,
    why: `${counted(rows.length, 'note')} as Anki exports them`,
    line: rows[0]?.line ?? 0,
    read: () =>
      rows.flatMap((row) => {
        const isBothWays = BOTH_WAYS.test(row.cells[columnOf('notetype column')] ?? '');
        const units = unitOf(row, columns).map((unit) => ({ ...unit, path: pathOf(row) }));
        return units.map(withoutFront).flatMap(isBothWays ? sidesOf : gapsOf);
      }),
  };
}

const BOTH_WAYS = /\(and reversed card\)/i;
/** What stands between the front, repeated, and the back of a card, `<hr id=answer>`. */
const DIVIDER = /<hr\s[^<>]{0,50}?\bid\s?=\s?["']?answer\b[^<>]{0,50}>/i;

function withoutFront(unit: Unit): Unit {
  const divider = DIVIDER.exec(unit.answer);
  if (divider === null) return unit;
  return { ...unit, answer: unit.answer.slice(divider.index + divider[0].length).trim() };
}

function sidesOf(unit: Unit): Unit[] {
  const { question, answer } = unit;
  if (answer === '') return [unit];
  return bothWays(question, answer).map((side) => ({ ...unit, ...side }));
}

/** Decks stand within decks, `CS::Caches`. */
const deckPath = (deck: string) =>
  deck
    .split('::')
    .map((name) => name.trim())
    .filter(Boolean);

function settingsOf({ lines }: Page): Map<string, string> {
  const settings = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = SETTING.exec(line) ?? [];
    if (name === '') break;
    settings.set(name.toLowerCase(), value);
  }
  return settings;
}

/** A note with gaps gives a card for each; its second field stands below every answer. */
function gapsOf(unit: Unit): Unit[] {
  if (!unit.question.includes('{{c')) return [unit];
  const cards = gapCards(unit.question, findGaps(unit.question, MARKED_GAP));
  const below = unit.answer === '' ? '' : `\n\n${unit.answer}`;
  return cards.map((card) => ({ ...unit, ...card, answer: `${card.answer}${below}` }));
}
