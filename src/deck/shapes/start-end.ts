import { counted } from '../../model/text/counted.js';
import { bothWays, findGaps, gapCards, MARKED_GAP } from '../text/gaps.js';
import { joinTexts } from '../text/passage.js';
import { groupsAbove } from './page/groups.js';
import type { Page } from './page/page.js';
import type { Shape, Unit } from './shape.js';
import { pathFinder } from './unit/units.js';

const MARK = /^[ \t]{0,20}(?:START|END)/;
const INLINE =
  /^[ \t]{0,20}STARTI[ \t]{1,20}\[([^[\]\n]{1,60})\][ \t]{1,20}(\S[^\n]{0,5000}?)[ \t]{1,20}ENDI[ \t]*$/;
const START = /^START[ \t]*$/;
const END = /^END[ \t]*$/;
/** A name, such as "Basic (and reversed card)". */
const NOTE_TYPE = /^\p{L}[\p{L}\p{N} ()_+-]{0,59}$/u;
const FIELD = /^(front|question|text|back|answer|back extra|extra|tags)[ \t]*:[ \t]*/i;
const INLINE_FIELD = /[ \t](?=(?:Front|Question|Text|Back|Answer|Back Extra|Extra|Tags):)/g;
const NOTE_ID = /^[ \t]{0,20}(?:<!--[ \t]{0,9})?ID:[ \t]{0,9}\d{1,20}[ \t]{0,9}(?:-->)?[ \t]*$/;
const INLINE_ID = /<!--[ \t]{0,9}ID:[ \t]{0,9}\d{1,20}[ \t]{0,9}-->/;
const BACK = /^(?:back|answer|back extra|extra)$/;
/** Gaps as notes of the type Cloze have them: `{text}`, `{2:text}`, and all marks elsewhere. */
const CLOZE = new RegExp(
  `${MARKED_GAP.source}|(?<!\\{)\\{(?:c?\\d{1,3}[:|])?(?=\\S)([^{}\\n]{1,500}?)\\}(?!\\})`,
  'g',
);

/** A note between START and END. */
interface Note {
  /** Line (from 0) of its text. */
  readonly line: number;
  readonly type: string;
  readonly lines: readonly string[];
}

/** Obsidian_to_Anki: START, the type of the note, its fields, END. */
export const startEnd: Shape = {
  name: 'start-end',
  summary: 'notes for Anki between START and END, with a field Back (Obsidian_to_Anki)',
  example: 'START\nBasic\nWhat is kept in a KV cache?\nBack: Keys and values.\nEND',
  vote(page) {
    if (!page.source.text.includes('START')) return null;
    const notes = findNotes(page);
    const [first] = notes;
    if (first === undefined) return null;
    return {
      confidence: 0.97,
      why: `${counted(notes.length, 'note')} between START and END`,
      line: first.line,
      isSigned: true,
      read() {
        const pathAt = pathFinder(groupsAbove(page, [], 6));
        return notes.flatMap((note) => unitsOf(note, pathAt(note.line)));
      },
    };
  },
};

function findNotes(page: Page): Note[] {
  const notes: Note[] = [];
  let open: number | null = null;
  for (const [line, text] of page.lines.entries()) {
    if (!isMark(page, line)) continue;
    const inline = inlineNote(line, text);
    if (inline !== null) notes.push(inline);
    else if (START.test(text)) open = isNoteType(page.lines[line + 1] ?? '') ? line : null;
    else if (END.test(text) && open !== null) {
      const type = page.lines[open + 1]?.trim() ?? '';
      notes.push({ line: open + 2, type, lines: page.lines.slice(open + 2, line) });
      open = null;
    }
  }
  return notes;
}

const isNoteType = (line: string) => NOTE_TYPE.test(line) && !END.test(line);

const isMark = (page: Page, line: number) =>
  MARK.test(page.lines[line] ?? '') && page.leafAt(line)?.kind === 'paragraph';

function inlineNote(line: number, text: string): Note | null {
  const found = INLINE.exec(text);
  if (found === null) return null;
  const [, type = '', inside = ''] = found;
  const fields = inside.replace(INLINE_ID, '').replaceAll(INLINE_FIELD, '\n');
  return { line, type, lines: fields.split('\n') };
}

/** The sides of a note, by the fields that its lines begin. */
function sidesOf(lines: readonly string[]) {
  const sides = { front: [] as string[], back: [] as string[], tags: [] as string[] };
  let side: keyof typeof sides = 'front';
  for (const line of lines) {
    if (NOTE_ID.test(line)) continue;
    const field = FIELD.exec(line);
    const name = field?.[1]?.toLowerCase() ?? '';
    if (field !== null) side = name === 'tags' ? 'tags' : BACK.test(name) ? 'back' : 'front';
    const text = field === null ? line : line.slice(field[0].length);
    sides[side].push(text);
  }
  return {
    front: sides.front.join('\n').trim(),
    back: sides.back.join('\n').trim(),
    tags: sides.tags
      .join(' ')
      .split(/[\s,]+/)
      .filter((tag) => tag !== ''),
  };
}

function unitsOf({ line, type, lines }: Note, path: readonly string[]): Unit[] {
  const { front, back, tags } = sidesOf(lines);
  const own = { line, path, tags, stars: null, companies: [] };
  const gaps = /cloze/i.test(type) ? findGaps(front, CLOZE) : [];
  if (gaps.length > 0) {
    return gapCards(front, gaps).map((card) => ({
      ...card,
      ...own,
      answer: joinTexts([card.answer, back]),
    }));
  }
  if (!/revers/i.test(type) || back === '') return [{ ...own, question: front, answer: back }];
  return bothWays(front, back).map((side) => ({ ...own, ...side }));
}
