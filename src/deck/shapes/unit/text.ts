import { dedent } from '../../text/passage.js';
import { lineAt, lineStart } from '../../text/source.js';
import type { Page } from '../page/page.js';
import { labelled } from '../words/labels.js';

/** Frames within frames that are taken off. */
const MAX_FRAMES = 20;
const WRAPPERS = ['p', 'b', 'strong', 'div', 'center'];
const OPENING = /^(?:[ \t]*<(p|b|strong|div|center|details)(?:\s[^<>]{0,200})?>[ \t]*\n?)/i;
const CLOSING = /(?:\n?[ \t]*<\/(p|b|strong|div|center|details)\s*>[ \t]*)$/i;
const BREAKS_BEFORE =
  /^(?:\s*(?:<br\s*\/?>|<hr\s*\/?>|&nbsp;|<\/(?:p|div|center|section|article|span|a)>))+[ \t]*\n?/i;
const HOLLOW_BEHIND = /<(div|p|b|span|center|a|h[1-6])(?:\s[^<>]{0,100})?>\s{0,50}<\/\1>$/i;
const BREAK_BEHIND =
  /(?:<br\s?\/?>|<hr\s?\/?>|&nbsp;|<(?:p|div|center|section|article)(?:\s[^<>]{0,100})?>|<a\s(?:name|id)\s?=[^<>]{1,100}>)$/i;

/**
 * Returns the text between two offsets as a card shows it: without links back
 * to the top, without rules, comments, breaks and tags that only frame it.
 */
export function cut(page: Page, from: number, to: number): string {
  if (from >= to) return '';
  const { source } = page;
  const first = lineAt(source, from);
  const last = lineAt(source, to - 1);
  let kept = '';
  let at = from;
  for (let line = first; line <= last; line++) {
    if (!page.isNavigation(line)) continue;
    kept += source.text.slice(at, Math.max(at, lineStart(source, line)));
    at = Math.min(to, lineStart(source, line + 1));
  }
  // A frame that was not indented kept the text from moving to the left.
  return dedent(unframed(dedent(kept + source.text.slice(at, to))));
}

/** The same for a text that begins behind a marker: what its other lines are indented by goes. */
export function cutBehind(page: Page, from: number, to: number): string {
  const text = cut(page, from, to).trim();
  const end = text.indexOf('\n');
  return end < 0 ? text : `${text.slice(0, end)}\n${dedent(text.slice(end + 1))}`;
}

/** Takes off what frames a text at its ends. */
export function unframed(given: string): string {
  let text = outerBlank(given);
  for (let round = 0, before = ''; before !== text && round < MAX_FRAMES; round++) {
    before = text;
    text = outerBlank(withoutEnds(text));
  }
  return text;
}

/** Trims blank lines at the ends; the first line keeps its indentation. */
export function outerBlank(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** With what a rule begins: most lines begin otherwise, and are not looked at further. */
const RULE_BEGINS = '-*_⸻━─═—';
const RULE =
  /^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:_[ \t]*){3,}$|^[ \t]*(?:⸻|[━─═—]{3,})[ \t]*$/;
/** At the end of a text nothing stands below it. */
const EMPTY_HEADING = /^ {0,3}#{1,6}[ \t]/;
function withoutEnds(given: string): string {
  const text = withoutTail(withoutComments(given.replace(BREAKS_BEFORE, '')));
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  const isOver =
    isRule(lastLine) || (EMPTY_HEADING.test(lastLine) && labelled(lastLine) === lastLine);
  const kept = isOver ? text.slice(0, text.length - lastLine.length) : text;
  const end = kept.indexOf('\n');
  const isBelow = isRule(end < 0 ? kept : kept.slice(0, end));
  return withoutWrapper(isBelow ? kept.slice(end < 0 ? kept.length : end) : kept);
}

const isRule = (line: string) =>
  RULE_BEGINS.includes(line.trimStart().charAt(0)) && RULE.test(line);

/** A comment that begins or ends the text, with lines of its own. */
function withoutComments(text: string): string {
  const before = /^\s{0,20}<!--/.test(text) ? text.indexOf('-->') : -1;
  const kept = before < 0 ? text : text.slice(before + 3).replace(/^[ \t]*\n/, '');
  if (!kept.endsWith('-->')) return kept;
  const open = kept.lastIndexOf('<!--');
  const lineBegin = kept.lastIndexOf('\n', open) + 1;
  const isAlone = open >= 0 && kept.slice(lineBegin, open).trim() === '';
  return isAlone && kept.indexOf('-->', open) === kept.length - 3 ? kept.slice(0, open) : kept;
}

/** One break, or element without content, at a time: the caller comes again. */
function withoutTail(text: string): string {
  if (!text.endsWith('>') && !text.endsWith(';')) return text;
  const found = BREAK_BEHIND.exec(text.slice(-120)) ?? HOLLOW_BEHIND.exec(text.slice(-200));
  return found === null ? text : text.slice(0, text.length - found[0].length);
}

/** A tag at one end goes where its partner stands at the other end or nowhere. */
function withoutWrapper(text: string): string {
  const opening = /^[ \t]*</.test(text) ? OPENING.exec(text.slice(0, 300)) : null;
  const closing = text.trimEnd().endsWith('>') ? CLOSING.exec(text.slice(-300)) : null;
  if (opening === null && closing === null) return text;
  const opened = opening?.[1]?.toLowerCase();
  const closed = closing?.[1]?.toLowerCase();
  if (closed !== undefined && closing !== null && isLoose(text, closed, -1)) {
    return text.slice(0, text.length - closing[0].length);
  }
  if (opened !== undefined && opening !== null && isLoose(text, opened, 1)) {
    return text.slice(opening[0].length);
  }
  const isWrapped = opened !== undefined && opened === closed && WRAPPERS.includes(opened);
  if (!isWrapped || opening === null || closing === null || !isWhole(text, opened)) return text;
  return text.slice(opening[0].length, text.length - closing[0].length);
}

/** Is the tag at the end the partner of that at the beginning? */
function isWhole(text: string, tag: string): boolean {
  let depth = 0;
  for (const match of text.matchAll(new RegExp(`<(/?)${tag}(?=[\\s>])`, 'gi'))) {
    depth += match[1] === '' ? 1 : -1;
    if (depth === 0) return text.slice(match.index + match[0].length).trim() === '>';
  }
  return false;
}

function isLoose(text: string, tag: string, surplus: 1 | -1): boolean {
  const [opened, closed] = countOf(text, tag);
  return surplus > 0 ? opened > closed : closed > opened;
}

function countOf(text: string, tag: string): [number, number] {
  const opened = text.match(new RegExp(`<${tag}(?=[\\s>])`, 'gi'))?.length ?? 0;
  const closed = text.match(new RegExp(`</${tag}\\s*>`, 'gi'))?.length ?? 0;
  return [opened, closed];
}
