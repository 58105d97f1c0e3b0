import stringWidth from 'string-width';
import { RATING_NAMES, RATINGS } from '../../model/rating.js';
import { intervalText } from '../../schedule/interval-text.js';
import type { CardLayout } from './layout.js';

/** A key, and what it does. */
export type KeyHint = readonly [key: string, meaning: string];

export const SEPARATOR = ' · ';

/**
 * Returns the keys that fit into so many columns, whole: the last ones but the
 * very last go first, for it is the way out, then that as well. What goes on, the
 * first, and the key of the help stay, in the narrowest without what the first one does.
 */
export function fitKeys(keys: readonly KeyHint[], width: number): readonly KeyHint[] {
  const fits = (some: readonly KeyHint[]) =>
    stringWidth(some.map(keyText).join(SEPARATOR)) <= width;
  let kept = keys;
  while (kept.length > 1 && !fits(kept)) {
    const at = kept.findLastIndex(([key], place) => place < kept.length - 1 && isSpare(key, place));
    const last = isSpare(kept.at(-1)?.[0], kept.length - 1) ? kept.length - 1 : -1;
    const gone = at >= 0 ? at : last;
    if (gone < 0) return narrowest(kept, fits);
    kept = kept.filter((_, place) => place !== gone);
  }
  return kept;
}

const isSpare = (key: string | undefined, place: number) => place > 0 && key !== '?';

function narrowest(
  kept: readonly KeyHint[],
  fits: (some: readonly KeyHint[]) => boolean,
): readonly KeyHint[] {
  const bare = kept.map(([key, meaning], at): KeyHint => [key, at === 0 ? '' : meaning]);
  return fits(bare) ? bare : kept.slice(0, 1);
}

/** A key with what it does. */
export function keyText([key, meaning]: KeyHint): string {
  return meaning === '' ? key : `${key} ${meaning}`;
}

/** Returns the hints that fit into so many columns, whole, in their order: the first counts most. */
export function fitHints(hints: readonly string[], width: number): string {
  let text = '';
  for (const hint of hints) {
    const longer = text === '' ? hint : `${text}${SEPARATOR}${hint}`;
    if (stringWidth(longer) > width) break;
    text = longer;
  }
  return text;
}

/** How the ratings find room: each with its interval or by its name alone, and what parts them. */
export interface RatingRow {
  readonly names: readonly string[];
  /** Empty where they stand without. */
  readonly intervals: readonly string[];
  readonly separator: string;
  readonly help: string;
}

const HELP = '? help';

/** Returns the fullest row of ratings that fits; with `asksHelp` it names the key of the help, too. */
export function ratingRow(
  preview: CardLayout['view']['preview'],
  width: number,
  asksHelp: boolean,
): RatingRow {
  const names = RATINGS.map((rating) => `${rating} ${RATING_NAMES[rating]}`);
  const none = names.map(() => '');
  const full = preview === null ? none : RATINGS.map((each) => ` ${intervalText(preview[each])}`);
  const help = asksHelp ? HELP : '';
  const rows = [
    { names, intervals: full, separator: SEPARATOR, help },
    { names, intervals: full, separator: ' ', help },
    { names, intervals: none, separator: SEPARATOR, help },
    { names, intervals: none, separator: ' ', help },
  ];
  const fits = (row: RatingRow) => stringWidth(ratingRowText(row)) <= width;
  const digits = RATINGS.map((rating) => `${rating}`);
  return rows.find(fits) ?? { names: digits, intervals: none, separator: ' ', help };
}

/** The row as plain text. */
export function ratingRowText({ names, intervals, separator, help }: RatingRow): string {
  const ratings = names.map((name, at) => name + (intervals[at] ?? ''));
  return [...ratings, help].filter((part) => part !== '').join(separator);
}
