import { Breaks } from './breaks.js';
import { breakCards, type FlatBody, maskRunningText, SECTION_NAMES } from './flat-cards.js';
import { findFlatCode } from './flat-code.js';
import {
  breakFrontMatter,
  type FlatFrontMatter,
  findFlatFrontMatter,
} from './flat-front-matter.js';
import { breakFences, breakSections } from './flat-sections.js';
import type { Edit } from './rewrite.js';

const BLANK = /[ \t\r\n]/;
const SIGNS = [
  /(?:^|[ \t\n])---[ \t]+(?:title|part|number|emoji|subtitle|tags):[ \t]/,
  /(?:^|\n)#{1,6}[ \t][^\n]*?[ \t]\*\*(?:Q|Cloze):\*\*/,
  new RegExp(`(?:^|\\n)#{1,2}[ \\t][^\\n]*?[ \\t](?:##[ \\t]+(?:${SECTION_NAMES})\\s|>[ \\t]\\[!)`),
];
const ANSWER_LINE = /\*\*(?:Q|Cloze):\*\*[^\n]{0,4000}\nAnswer[ \t]/;

/**
 * Returns the edits that put front matter, headings, call-outs, fences, lists,
 * questions and answers of a flattened text back on lines of their own; none
 * where they have their lines. Breaks within code and between the paragraphs
 * of one answer are lost for good.
 */
export function unflatten(text: string): Edit[] {
  if (!isFlattened(text)) return [];
  const { masked: prose, fences } = findFlatCode(text);
  if (!isFlattened(prose)) return [];
  const masked = maskRunningText(prose);
  const matters = findFlatFrontMatter(masked);
  const titles = knownTitles(text);
  const breaks = new Breaks(text);
  for (const matter of matters) breakFrontMatter(matter, breaks);
  for (const { body, title } of bodies(masked, matters)) {
    breakCards(body, breaks);
    breakSections(body, title, titles, breaks);
    dropSeparator(body, breaks);
  }
  breakFences(fences, breaks);
  return breaks.edits();
}

/** Do headings, call-outs or front matter share their lines? */
function isFlattened(text: string): boolean {
  if (SIGNS.some((sign) => sign.test(text))) return true;
  return !text.includes('<details') && ANSWER_LINE.test(text);
}

/** Splits a text at its front matter; what stands before the first is no module. */
function bodies(
  masked: string,
  matters: readonly FlatFrontMatter[],
): { body: FlatBody; title: string }[] {
  if (matters.length === 0) {
    return [{ body: { masked, start: 0, end: masked.length }, title: '' }];
  }
  return matters.map(({ close, title }, index) => {
    const start = close + '---'.length;
    const end = matters[index + 1]?.start ?? masked.length;
    return { body: { masked, start, end: withoutSeparator(masked, start, end) }, title };
  });
}

/** Returns where a body ends without the `---` that part it from the next. */
function withoutSeparator(text: string, start: number, end: number): number {
  let last = trimmedEnd(text, start, end);
  while (last - 3 > start && text.slice(last - 4, last).trim() === '---') {
    last = trimmedEnd(text, start, last - 3);
  }
  return last;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && BLANK.test(text.charAt(last - 1))) last--;
  return last;
}

/** Takes out the `---` behind the last body; those between bodies go with the front matter. */
function dropSeparator({ masked, end }: FlatBody, breaks: Breaks): void {
  const [, blanks] = /^(\s*)---[\s-]*$/.exec(masked.slice(end)) ?? [];
  if (blanks !== undefined) breaks.cut(end, blanks.length);
}

/** Titles of the modules that a text holds or names as related. */
function knownTitles(text: string): Set<string> {
  const titles = new Set<string>();
  for (const match of text.matchAll(/(?:^|\s)title:[ \t]+"([^"\n]+)"/g)) titles.add(match[1] ?? '');
  for (const match of text.matchAll(/(?:^|\s)##[ \t]+Related[ \t]+([^\n]+)/g)) {
    const names = (match[1] ?? '').split(/[ \t]---(?:\s|$)/, 1)[0] ?? '';
    for (const name of names.split('·')) titles.add(name.trim());
  }
  return titles;
}
