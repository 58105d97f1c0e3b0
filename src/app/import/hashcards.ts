import { normaliseText } from '../../deck/identity/normalise.js';
import { VivaError } from '../../model/error.js';
import { addTo } from '../../model/groups.js';
import type { Zone } from '../../model/moment.js';
import type { Rating } from '../../model/rating.js';
import * as z from '../../model/schema.js';
import { localInstant, parseStudyDay } from '../../schedule/study-day.js';
import type { ForeignPast } from './histories.js';
import type { Files } from './ports.js';

/** The largest export that is read, bytes (64 MiB). */
const MAX_EXPORT_BYTES = 64 * 1024 * 1024;
/** So much of a file tells whose it is. */
const HEAD_BYTES = 2048;

const content = z.union([
  z.object({ basic: z.object({ question: z.string(), answer: z.string() }) }),
  z.object({ cloze: z.object({ text: z.string(), start: z.number(), end: z.number() }) }),
]);
const performance = z.looseObject({
  intervalDays: z.optional(z.number()),
  dueDate: z.optional(z.string()),
});
const review = z.looseObject({
  hash: z.optional(z.string()),
  cardHash: z.optional(z.string()),
  reviewedAt: z.string(),
  grade: z.string(),
});
const hashcardsExport = z.looseObject({
  cards: z.array(
    z.looseObject({
      hash: z.string(),
      content,
      performance: z.optional(z.nullable(z.unknown())),
    }),
  ),
  sessions: z.optional(z.array(z.looseObject({ reviews: z.optional(z.array(review)) }))),
});
type Content = z.infer<typeof content>;

/** Does a file look like what `hashcards export` writes? */
export function isHashcardsExport(
  path: string,
  files: Pick<Files, 'kindOf' | 'readBytes'>,
): boolean {
  if (!path.toLowerCase().endsWith('.json') || files.kindOf(path) !== 'file') return false;
  const head = new TextDecoder().decode(files.readBytes(path, HEAD_BYTES).subarray(0, HEAD_BYTES));
  return /^\s*\{\s*"cards"\s*:\s*\[/.test(head) && /"(?:hash|deckName|familyHash)"\s*:/.test(head);
}

/**
 * Reads the reviews that `hashcards export` wrote, by card. Times in it are those of the clock
 * where it was written, which is taken to stand in `zone`. Throws VivaError 'import-failed'.
 */
export function hashcardsHistories(
  path: string,
  zone: Zone,
  files: Pick<Files, 'readBytes'>,
): ForeignPast[] {
  const { cards, sessions = [] } = parsed(path, files.readBytes(path, MAX_EXPORT_BYTES + 1));
  const reviews = new Map<string, { at: number; rating: Rating }[]>();
  for (const { hash, cardHash = hash, reviewedAt, grade } of sessions.flatMap(
    ({ reviews: own = [] }) => own,
  )) {
    const at = instantOf(reviewedAt, zone);
    const rating = RATINGS[grade.toLowerCase()];
    if (cardHash === undefined || at === null || rating === undefined) continue;
    addTo(reviews, cardHash, { at, rating });
  }
  return cards.flatMap(({ hash, content: own, performance: last }): ForeignPast[] => {
    const history = { reviews: reviews.get(hash) ?? [], schedule: scheduleOf(last) };
    const isNew = history.reviews.length === 0 && history.schedule === null;
    return isNew ? [] : [{ texts: textsOf(own), ...history }];
  });
}

const RATINGS: Readonly<Record<string, Rating>> = {
  forgot: 1,
  again: 1,
  hard: 2,
  good: 3,
  easy: 4,
};

function parsed(path: string, bytes: Uint8Array) {
  const wrong = (why: string, cause?: unknown) =>
    new VivaError(
      'import-failed',
      `"${path}" cannot be read as an export of hashcards: ${why}.`,
      'Export it again: hashcards export DIRECTORY --output FILE.json. Nothing was taken from it.',
      { place: { file: path }, cause },
    );
  if (bytes.length > MAX_EXPORT_BYTES) throw wrong('it is larger than 64 MiB');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw wrong('it is no JSON', error);
  }
  const found = hashcardsExport.safeParse(json);
  if (!found.success) throw wrong('its cards or reviews are not as hashcards writes them');
  return found.data;
}

/** `2025-10-30T12:34:56`, with or without parts of a second. */
function instantOf(text: string, zone: Zone): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?$/.test(text)) return null;
  const wall = Date.parse(`${text.slice(0, 19)}Z`);
  return Number.isNaN(wall) ? null : localInstant(wall, zone);
}

function scheduleOf(last: unknown): ForeignPast['schedule'] {
  const read = performance.safeParse(last);
  if (!read.success) return null;
  const due = parseStudyDay(read.data.dueDate ?? '');
  const { intervalDays = 0 } = read.data;
  return due === undefined || intervalDays < 1 ? null : { due, intervalDays };
}

/** The texts of a card as viva has them; bytes count in a text with a gap, its last included or not. */
function textsOf(own: Content): string[] {
  if ('basic' in own) return [textKey(own.basic.question, own.basic.answer)];
  const { text, start, end } = own.cloze;
  const bytes = new TextEncoder().encode(text);
  const part = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  return [end + 1, end].map((behind) =>
    textKey(`${part(0, start)}[…]${part(behind, bytes.length)}`, part(start, behind)),
  );
}

/** Returns what a card is known by among those of another program: its texts, blanks aside. */
export function textKey(question: string, answer: string): string {
  return `${normaliseText(question)}\n${normaliseText(answer)}`;
}
