import type { Breaks } from './breaks.js';
import { type FlatBody, matchesWithin, SECTION_HEADING } from './flat-cards.js';
import type { FlatFence } from './flat-code.js';

const CALLOUT = /(?<=^|[ \t\r\n])>[ \t]+\[!\w+\][+-]?/g;
const CALLOUT_TITLE = /[ \t]+[^>\n]{0,80}?[ \t]*(?=>[ \t])/y;
const LINK_ITEM = /(?<=[ \t\r\n])-[ \t]+(?=\[[^\n]{1,300}?\]\(\w+:)/g;
const PLAIN_ITEM = /(?<=[ \t])-[ \t]+(?=\S)/g;
// Links to the module before and after, which a web page had below its key question.
const NEIGHBOURS = /[ \t](?:←[ \t][^\n←→|]{1,100}?[ \t]\|[ \t]→|←|→)[ \t]([^\n←→|]{1,100})$/;

interface FlatSection {
  readonly name: string;
  /** The heading. */
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

/** Puts the parts of a module on lines of their own, its questions excepted. */
export function breakSections(
  body: FlatBody,
  title: string,
  titles: ReadonlySet<string>,
  breaks: Breaks,
): void {
  const sections = findSections(body);
  for (const section of sections) {
    breaks.blankLine(section.start);
    breaks.blankLine(section.contentStart);
    breakContent(body, section, breaks);
  }
  breakTitle(body, title, breaks);
  breakCallouts(body, sections, titles, breaks);
}

/** Puts the marks of fenced code on lines of their own. */
export function breakFences(fences: readonly FlatFence[], breaks: Breaks): void {
  for (const { open, codeStart, close } of fences) {
    breaks.blankLine(open);
    breaks.line(codeStart);
    breaks.line(close);
    breaks.blankLine(close + '```'.length);
  }
}

function findSections({ masked, start, end }: FlatBody): FlatSection[] {
  const headings = matchesWithin(SECTION_HEADING, masked.slice(0, end), start);
  return headings.map((heading, index) => ({
    name: heading[1] ?? '',
    start: heading.index,
    contentStart: heading.index + heading[0].length,
    end: headings[index + 1]?.index ?? end,
  }));
}

function breakContent(body: FlatBody, section: FlatSection, breaks: Breaks): void {
  const text = body.masked.slice(0, section.end);
  if (section.name === 'Further Reading') {
    for (const item of matchesWithin(LINK_ITEM, text, section.contentStart)) {
      breaks.line(item.index);
    }
  } else if (section.name === 'Contents') {
    for (const item of matchesWithin(
      PLAIN_ITEM,
      firstLine(text, section.contentStart),
      section.contentStart,
    )) {
      breaks.line(item.index);
    }
  } else if (section.name === 'Related') {
    linkTitles(firstLine(text, section.contentStart), section.contentStart, breaks);
  }
}

/** The text up to the end of the line: what lost its line breaks is all there. */
function firstLine(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return end === -1 ? text : text.slice(0, end);
}

/** Writes `A · B` as `[[A]] · [[B]]`. */
function linkTitles(text: string, from: number, breaks: Breaks): void {
  const content = text.slice(from);
  if (content.includes('[[')) return;
  for (const name of content.matchAll(/[^·]+/g)) {
    const bare = name[0].trim();
    if (bare === '') continue;
    const at = from + name.index + name[0].indexOf(bare);
    breaks.replace(at, bare.length, `[[${bare}]]`);
  }
}

/** Ends the line of the module's heading: behind its title, or where a quote follows. */
function breakTitle({ masked, start, end }: FlatBody, title: string, breaks: Breaks): void {
  const heading = /(?:^|[ \t\r\n])#[ \t]+(?=\S)/.exec(masked.slice(start, end));
  if (heading === null) return;
  const from = start + heading.index + heading[0].length;
  const line = firstLine(masked.slice(0, end), from).slice(from);
  const known = title === '' ? -1 : line.slice(0, title.length + 20).indexOf(title);
  const quote = line.indexOf(' > ');
  if (known !== -1) breaks.blankLine(from + known + title.length);
  else if (quote !== -1) breaks.blankLine(from + quote);
}

function breakCallouts(
  body: FlatBody,
  sections: readonly FlatSection[],
  titles: ReadonlySet<string>,
  breaks: Breaks,
): void {
  const { masked, start, end } = body;
  const text = masked.slice(0, end);
  for (const mark of matchesWithin(CALLOUT, text, start)) {
    breaks.blankLine(mark.index);
    CALLOUT_TITLE.lastIndex = mark.index + mark[0].length;
    if (CALLOUT_TITLE.test(text)) breaks.line(CALLOUT_TITLE.lastIndex);
    if (!mark[0].includes('[!question]')) continue;
    const next = sections.find((section) => section.start > mark.index)?.start ?? end;
    breakNeighbours(text.slice(0, next), mark.index, titles, breaks);
  }
}

function breakNeighbours(
  text: string,
  from: number,
  titles: ReadonlySet<string>,
  breaks: Breaks,
): void {
  const line = text.slice(from).split('\n', 1)[0]?.trimEnd() ?? '';
  const links = NEIGHBOURS.exec(line);
  if (links === null) return;
  if (line.includes(' | → ') || titles.has(links[1]?.trim() ?? '')) {
    breaks.blankLine(from + links.index);
  }
}
