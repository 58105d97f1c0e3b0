import type { CardNames } from '../../app/browse/ports.js';
import { type EditedText, withCursor } from '../components/edit-text.js';
import type { Completing, Prompt } from './state.js';

/** Names offered at a time. */
const MAX_NAMES = 50;

/** The word of a query that ends at the cursor; quotes hold blanks together. */
export function wordBefore({ text, cursor }: EditedText): string {
  const words = text.slice(0, cursor).matchAll(/(?:"[^"]*"?|[^\s"()])+|[\s()]/g);
  const last = [...words].at(-1)?.[0] ?? '';
  return /^[\s()]$/.test(last) ? '' : last;
}

/** The name in a prompt's line that ends at the cursor: a module's is all of it, others stand between commas. */
export function nameBefore(of: Prompt, { text, cursor }: EditedText): string {
  const before = text.slice(0, cursor);
  if (of === 'move-to') return before;
  return /(?:^|[,\s])\s*[-+=]?\s*([^,]*)$/.exec(before)?.[1]?.replace(/^.*\s[-+=]/, '') ?? '';
}

const NAMED: Readonly<Record<Prompt, keyof CardNames | null>> = {
  companies: 'company',
  tags: 'tag',
  'move-to': 'module',
  relink: null,
};

/** The names that can stand in the place of the one at the cursor of a prompt. */
export function promptNames(of: Prompt, line: EditedText, names: CardNames): readonly string[] {
  const kind = NAMED[of];
  if (kind === null) return [];
  const start = nameBefore(of, line).toLowerCase();
  return names[kind]
    .filter(({ name }) => name.toLowerCase().startsWith(start))
    .slice(0, MAX_NAMES)
    .map(({ name }) => name);
}

/** What Tab makes of a line: the first word that could stand from `from` to the cursor, then the next. */
export function completed(
  line: EditedText,
  completing: Completing | null,
  words: readonly string[],
  from: number,
  by: 1 | -1,
): { readonly line: EditedText; readonly completing: Completing | null } {
  const begun = completing ?? { before: line, from, words, at: by > 0 ? -1 : 0 };
  const { length } = begun.words;
  if (length === 0) return { line, completing: null };
  const at = (begun.at + by + length) % length;
  const next = replaced(begun, begun.words[at] ?? '');
  // Behind a word that could be no other, Tab completes what comes next.
  return { line: next, completing: length === 1 ? null : { ...begun, at } };
}

function replaced({ before, from }: Pick<Completing, 'before' | 'from'>, word: string): EditedText {
  const text = before.text.slice(0, from) + word + before.text.slice(before.cursor);
  return withCursor({ text }, from + word.length);
}
