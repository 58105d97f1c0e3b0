/** What Logseq itself notes below a block or on top of a page: `id:: …`, `card-repeats:: 1`. */
const PROPERTY =
  /^\s*(?:[-*]\s+)?(?:id|collapsed|tags|alias|title|type|icon|public|template|background-color|heading|logseq\.[\w.-]{1,40}|(?:card|hl|ls|query)-[a-z-]{1,40}):: /;

/** Is a line a property of an outline, and no text? */
export function isProperty(line: string): boolean {
  return line.includes(':: ') && PROPERTY.test(line);
}
