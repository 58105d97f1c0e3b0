// An address in Chinese or Japanese text ends where that text goes on.
const BARE_URL = /https?:\/\/[^\s<>"'`\u3000-\u9fff\uff00-\uffef]+/gu;
/** What ends the sentence, not the address. */
const AFTER = '.,;:!?*_~';
const OPENING: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
]);
/** A longer address leads nowhere. */
const MAX_LENGTH = 2000;

/** A stretch of text; `url` says whether it is a web address. */
export interface TextPart {
  readonly text: string;
  readonly url: boolean;
}

/** Splits text into web addresses and what stands between them. */
export function bareUrlParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(BARE_URL)) {
    const url = found.length > MAX_LENGTH ? '' : withoutEnd(found);
    if (!/^https?:\/\/./.test(url)) continue;
    if (index > from) parts.push({ text: text.slice(from, index), url: false });
    parts.push({ text: url, url: true });
    from = index + url.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), url: false });
  return parts;
}

/** Takes off punctuation, and brackets that were opened before the address. */
function withoutEnd(found: string): string {
  let end = found.length;
  while (end > 0 && endsSentence(found.slice(0, end))) end--;
  return found.slice(0, end);
}

function endsSentence(url: string): boolean {
  const last = url.at(-1) ?? '';
  if (AFTER.includes(last)) return true;
  const opening = OPENING.get(last);
  return opening !== undefined && url.split(last).length > url.split(opening).length;
}
