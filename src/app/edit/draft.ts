import { splitLines, textOfLines } from '../../deck/edit/lines.js';
import { writeCard } from '../../deck/write/card.js';
import type { DeckCard } from '../../model/card.js';
import { VivaError } from '../../model/error.js';
import type { CardId } from '../../model/ids.js';
import { visibleLine } from '../../model/text/visible.js';
import type { CardRecord } from '../cards/ports.js';
import { ownCard } from './overlay.js';
import type { EditPorts } from './ports.js';
import { type Target, type TargetCard, targetsOf } from './targets.js';
import { Workspace } from './workspace.js';

/** So many cards are put before the person at once. */
const MAX_EDITED = 50;

/** A card as it is put before the person. */
export interface DraftPart {
  readonly id: CardId;
  /** The line above the card, which says which it is. */
  readonly marker: string;
  /** What the person is to change: lines end in `\n`, the last in nothing. */
  readonly text: string;
  /** Is it the text of the file itself, and not to go to the overlay? */
  readonly isRaw: boolean;
}

/**
 * Makes the text in which a person edits cards: each as its file has it, or
 * where the file is not theirs, as they see it. A card that its source and the
 * person both changed stands there twice, between marks as git makes them.
 * Throws `file-changed`, `source-readonly`, and `usage` for too many cards.
 */
export function editDraft(records: readonly CardRecord[], ports: EditPorts): DraftPart[] {
  if (records.length > MAX_EDITED) {
    throw new VivaError(
      'usage',
      `${records.length} cards are too many to edit at once; the most is ${MAX_EDITED}.`,
      'Narrow the query, or change many cards with "viva set".',
    );
  }
  const parts = new Map<CardId, DraftPart>();
  for (const target of targetsOf(records, new Workspace(ports.files), ports)) {
    const shown = new Set<number | undefined>();
    for (const card of target.cards) {
      const { id } = card.stored;
      const { text, isRaw } = partOf(target, card);
      // The cards of one text with gaps are edited together.
      if (isRaw && shown.has(card.source?.range?.from)) continue;
      if (isRaw) shown.add(card.source?.range?.from);
      const title = records.find((record) => record.card.id === id)?.card.module.title ?? '';
      const hash = ports.files.hashBytes(Buffer.from(text, 'utf8')).slice(0, 8);
      const named = visibleLine(title).replaceAll(/--+|>/g, ' ');
      parts.set(id, { id, marker: `<!-- card ${id} ${hash} · ${named} -->`, text, isRaw });
    }
  }
  return records.flatMap(({ card }) => parts.get(card.id) ?? []);
}

/** Puts the parts together. */
export function draftText(parts: readonly DraftPart[]): string {
  return `${parts.map(({ marker, text }) => `${marker}\n\n${text}\n`).join('\n')}`;
}

function partOf(target: Target, card: TargetCard): { text: string; isRaw: boolean } {
  const { source, edit } = card;
  if (target.isOwn && edit === undefined && source !== null && source.range !== null) {
    return { text: textOfLines(splitLines(target.text), source.range), isRaw: true };
  }
  const mine = ownCard(target, card);
  const own = written(mine);
  const isDisputed = source !== null && mine.defects.includes('both-changed');
  return {
    text: isDisputed ? disputed(own, written(source.card), 'the source') : own,
    isRaw: false,
  };
}

/** The id that a source gives its card is the source's to say. */
function written(card: DeckCard): string {
  return writeCard({ ...card, explicitId: null, defects: [] });
}

const MINE = '<<<<<<< yours';
const BETWEEN = '=======';
const THEIRS = '>>>>>>> ';

/** Two texts of which the person is to choose one. */
export function disputed(mine: string, other: string, whose: string): string {
  return [MINE, mine, BETWEEN, other, `${THEIRS}${whose}`].join('\n');
}

/** The line, from 0, on which a text still holds both; null where it was chosen. */
export function undecidedLine(text: string): number | null {
  const lines = text.split('\n');
  if (!lines.includes(MINE) || !lines.some((line) => line.startsWith(THEIRS))) return null;
  return lines.indexOf(MINE);
}

/** What came back for one card. */
export interface ReturnedPart {
  readonly id: CardId;
  /** The first characters of the hash of the text that the person was given. */
  readonly hash: string;
  /** Without blank lines around it. */
  readonly text: string;
  /** 1-based line of the text in the draft. */
  readonly line: number;
}

const MARKER = /^<!-- card ([0-9a-z]{12}) ([0-9a-f]{8}) · .*-->[ \t]*$/;

/** A draft taken apart. */
export interface ReturnedDraft {
  /** What stands above the first line that names a card; null for nothing. */
  readonly above: { readonly text: string; readonly line: number } | null;
  readonly parts: readonly ReturnedPart[];
}

/** Takes a draft apart again, at the lines that say which card follows. */
export function splitDraft(draft: string): ReturnedDraft {
  const lines = draft
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n');
  const marks = lines.flatMap((line, at) => {
    const [, id = '', hash = ''] = MARKER.exec(line) ?? [];
    return id === '' ? [] : [{ id: id as CardId, hash, at }];
  });
  // A line that names a card and was damaged is no text of the card.
  const from = /^<!-- ?card /.test(lines[0] ?? '') ? 1 : 0;
  const above = linesBetween(lines, from, marks[0]?.at ?? lines.length);
  return {
    above: above.text === '' ? null : above,
    parts: marks.map(({ id, hash, at }, index) => ({
      ...linesBetween(lines, at + 1, marks[index + 1]?.at ?? lines.length),
      id,
      hash,
    })),
  };
}

/** The text of some lines without blank ones around it, and its 1-based line. */
function linesBetween(
  lines: readonly string[],
  start: number,
  end: number,
): { readonly text: string; readonly line: number } {
  let from = start;
  while (from < end && (lines[from] ?? '').trim() === '') from++;
  return { text: lines.slice(from, end).join('\n').trimEnd(), line: from + 1 };
}
