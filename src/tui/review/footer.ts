import { RATINGS, type Rating } from '../../model/rating.js';
import type { Paint } from '../../model/text/ansi.js';
import type { Outcome } from '../../schedule/preview.js';
import { type StyledPiece, styledLine } from '../components/styled-line.js';
import { oneLine } from '../components/text.js';
import { fitHints, fitKeys, type KeyHint, ratingRow, SEPARATOR } from './fit-keys.js';
import type { Message } from './screen-state.js';

const RATING_COLORS = { 1: 'red', 2: 'yellow', 3: 'green', 4: 'blue' } as const;

export interface Footer {
  readonly width: number;
  /** Lines hidden below and above the part of the body that shows. */
  readonly below: number;
  readonly above: number;
  readonly message: Message | null;
  readonly keys: readonly StyledPiece[];
  /** What the points ticked suggest; null for nothing. */
  readonly note: string | null;
  /** A second line of keys, where there is room for one. */
  readonly hints: readonly string[] | null;
}

/** Columns beside the keys. */
const PADDING = 2;

/** Returns a rule that tells of hidden lines or carries a message, and the keys. */
export function footerLines(footer: Footer, paint: Paint): string[] {
  const { width, message, keys, hints } = footer;
  const room = width - PADDING;
  const padded = (pieces: readonly StyledPiece[]) => ` ${styledLine(pieces, room, paint)}`;
  const color = message?.tone === 'error' ? 'red' : 'cyan';
  return [
    message === null
      ? styledLine(ruleOf(footer), width, paint)
      : padded([[oneLine(message.text), color]]),
    padded(keys),
    ...(hints === null ? [] : [padded([[fitHints(hints, room), 'dim']])]),
  ];
}

function ruleOf({ width, below, above, note }: Footer): StyledPiece[] {
  const parts = [above > 0 ? `↑ ${above}` : '', below > 0 ? `↓ ${below} more` : ''];
  const label = parts.filter(Boolean).join(' · ');
  const tail = label === '' ? '' : ` ${label} ──`;
  if (note === null) return [[`${line(width - tail.length)}${tail}`, 'dim']];
  const short = ` ${parts.filter(Boolean).join(' ').replaceAll(' more', '')}`;
  const room = width - note.length - 4;
  const end = tail.length > room ? short : tail;
  return [
    ['── ', 'dim'],
    [note, 'cyan'],
    [` ${line(room - end.length)}${end}`, 'dim'],
  ];
}

function line(width: number): string {
  return '─'.repeat(Math.max(0, width));
}

interface RatingKeys {
  readonly preview: Readonly<Record<Rating, Outcome>> | null;
  readonly width: number;
  /** Names the key of the help, where no other line does. */
  readonly asksHelp: boolean;
}

/** Returns the four ratings, each with the interval it leads to, where that is known and there is room. */
export function ratingKeys({ preview, width, asksHelp }: RatingKeys): StyledPiece[] {
  const { names, intervals, separator, help } = ratingRow(preview, width - PADDING, asksHelp);
  const ratings = RATINGS.flatMap((rating, at): StyledPiece[] => [
    [at === 0 ? '' : separator],
    [names[at] ?? '', 'bold', RATING_COLORS[rating]],
    [intervals[at] ?? ''],
  ]);
  return [...ratings, [help === '' ? '' : `${separator}${help}`]];
}

/** Returns keys as `key meaning` pairs with dots between, as many as there is room for. */
export function keyList(keys: readonly KeyHint[], width: number): StyledPiece[] {
  return fitKeys(keys, width - PADDING).flatMap(([key, meaning], at): StyledPiece[] => [
    [at === 0 ? '' : SEPARATOR],
    [key, 'bold'],
    [meaning === '' ? '' : ` ${meaning}`],
  ]);
}
