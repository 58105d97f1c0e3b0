/**
 * Gives the form in which names (companies, parts, titles, tags, collections)
 * are compared: composed, without case. SQLite's lower() knows ASCII only.
 */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
