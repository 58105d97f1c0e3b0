import { createHash } from 'node:crypto';

/** Name of the field that says what the others were when viva wrote them. */
export const MARK_FIELD = 'viva';

/** Returns what that field holds: a short digest of each of the others. Anki may compose accents anew. */
export function textMark(fields: readonly string[]): string {
  return fields.map(digest).join(' ');
}

/** Says of each field whether it was changed in Anki; null where there is no mark to tell by. */
export function changedFields(fields: readonly string[], mark: string): boolean[] | null {
  const marks = mark.trim().split(' ');
  if (marks.length !== fields.length) return null;
  return fields.map((field, at) => digest(field) !== marks[at]);
}

function digest(field: string): string {
  return createHash('sha256').update(field.normalize('NFC')).digest('hex').slice(0, 8);
}
