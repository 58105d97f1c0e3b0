const LABEL =
  /^[ \t]*(?:#{1,6}[ \t]+)?(?:\p{Extended_Pictographic}\uFE0F?[ \t]*)?(?:[*_>-]{1,3}[ \t]*)?(?:<[^<>]{0,100}>)?(?:\p{Extended_Pictographic}\uFE0F?[ \t]*)?(?:sources?|links?|references?|(?:useful|helpful|additional|related|more|reference) (?:links?|resources?|reading)|further reading|read more|see also|learn more|resources?|quelle[n]?|fuentes?|источники?|参考(?:资料|链接|文献)?|出处)[ \t]*[:：]?[*_]{0,3}[:：]?(?:<\/[^<>]{0,100}>)?(.*)$/iu;
const LINKS =
  /!?\[[^[\]\n]{0,300}\]\([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,300})?\)|<?https?:\/\/[^\s<>]+>?|<a\s[^<>]{0,500}>[^<>]{0,300}<\/a>/gi;
/** `[[src]](https://…)` behind the last words. */
const MARKS =
  /(?:\s{0,20}\[\[(?:src|source|ref|reference)\d{0,2}\](?:\]\([^()\s]{1,1000}\)|\([^()\s]{1,1000}\)\])){1,20}$/i;
/** `[reference](https://…)` alone on its line. */
const SOURCE_LINK =
  /^[ \t]*[*_]{0,3}\[(?:src|sources?|ref|references?|reference links?|source links?)[ \t]?\d{0,2}\]\([^()\s]{1,1000}\)[*_.]{0,3}[ \t]*$/i;
/** Words beside links that are still no text of an answer. */
const MAX_WORDS = 80;

/**
 * Takes off the sources at an answer's end: a heading, or a label such as
 * "Source", and nothing but links behind it.
 */
export function withoutSources(text: string): string {
  let kept = text.length;
  let links = 0;
  for (let end = text.length; end >= 0; ) {
    const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    end = start - 1;
    if (line.trim() === '') continue;
    if (isSource(line, links > 0)) {
      kept = start;
      links = 0;
    } else if (isLinks(line)) links++;
    else break;
  }
  const unsourced = kept === text.length ? text : text.slice(0, kept).trimEnd();
  return unsourced.endsWith(')') ? unsourced.replace(MARKS, '') : unsourced;
}

/** Is a line the heading or label of what stands below it? */
function isSource(line: string, hasLinks: boolean): boolean {
  if ((hasLinks && isHeading(line)) || SOURCE_LINK.test(line)) return true;
  const label = LABEL.exec(line);
  if (label === null) return false;
  const rest = label[1]?.trim() ?? '';
  // With a colon and nothing behind it, it is a label that was left empty.
  return rest === '' ? hasLinks || /[:：][*_]*\s*$/.test(line) : isLinks(rest);
}

const isHeading = (line: string) => /^ {0,3}#{1,6}[ \t]/.test(line);
function isLinks(line: string): boolean {
  if (line.length > 2000 || !/https?:|\]\(|<a\s/i.test(line)) return false;
  const rest = line.replaceAll(LINKS, '');
  return rest !== line && rest.length <= MAX_WORDS;
}
