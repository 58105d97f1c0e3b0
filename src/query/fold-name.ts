/**
 * Returns the form in which names (companies, parts, titles, tags, collections)
 * are compared: composed, without case. The store keeps them so as well: SQLite's
 * own lower() knows ASCII only.
 */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
