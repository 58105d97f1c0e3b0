/** Where a deck's cards go. */
export interface DeckPlace {
  readonly part: string;
  readonly number: number | null;
  readonly title: string;
}

/** Blanks, and characters that steer a terminal. */
const BLANKS = /[\s\u0000-\u001f\u007f-\u009f]+/g;

/**
 * Returns the module of a deck: its name is the title, those of its ancestors are
 * the part. Of a deck that viva exported, `collection::part::number title`, all
 * three are known.
 */
export function deckPlace(name: string, isOwn: boolean): DeckPlace {
  const levels = name.split('::').map((level) => level.replaceAll(BLANKS, ' ').trim());
  const last = levels.pop() || 'Deck';
  if (!isOwn) return { part: levels.join(' / '), number: null, title: last };
  const numbered = /^(\d{1,6}) (.+)$/.exec(last);
  return {
    part: levels.slice(1).join(' / '),
    number: numbered === null ? null : Number(numbered[1]),
    title: numbered?.[2] ?? last,
  };
}
