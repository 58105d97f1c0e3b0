import { closesFence, type FenceMark, fenceMark } from '../text/lines.js';

/** A module's stretch of a file. Lines count from 0. */
export interface ModuleSpan {
  /** The line of the opening `---`. */
  readonly open: number;
  /** The line of the closing `---`; null where it is missing. */
  readonly close: number | null;
  /** The line behind the module. */
  readonly end: number;
}

const OPENING = /^---[ \t]*(?:[A-Za-z]\w*)?[ \t]*$/;
const ENGINE = /^---[ \t]*[A-Za-z]/;
const KNOWN_KEY = /^(?:title|part|number|emoji|subtitle|tags)[ \t]*:/;
const TITLE_KEY = /^title[ \t]*:/;
/** What no front matter holds at the start of a line: there its closing `---` is missing. */
const MARKDOWN = /^(?:#{2,6}[ \t]|```|~~~|\*\*|<|> |\[\[)/;
/** How many fence marks behind a suspected module are looked at. */
const FENCES_AHEAD = 50;

interface Fence extends FenceMark {
  readonly line: number;
}

/**
 * Finds the modules of a file: each begins with a front-matter block at a line
 * start outside fences. The first one may be any block that the file begins with.
 */
export function splitModules(lines: readonly string[]): ModuleSpan[] {
  const fences = findFences(lines);
  const starts: { open: number; close: number | null }[] = [];
  const first = lines.findIndex((line) => line.trim() !== '');
  let openFence: Fence | null = null;
  let next = 0;
  for (let line = Math.max(0, first); line < lines.length; line++) {
    const fence: Fence | undefined = fences[next];
    if (fence?.line === line) {
      next++;
      openFence = fenceAfter(openFence, fence);
    } else if (lines[line]?.startsWith('---') === true) {
      const close = frontMatterClose(lines, line, line === first);
      if (close === undefined || (openFence !== null && isSample(openFence, fences, next)))
        continue;
      starts.push({ open: line, close });
      openFence = null;
      line = close ?? line;
      while ((fences[next]?.line ?? lines.length) <= line) next++;
    }
  }
  return starts.map((start, index) => ({
    ...start,
    end: starts[index + 1]?.open ?? lines.length,
  }));
}

/** Without a line that opens front matter no fence matters. */
function findFences(lines: readonly string[]): Fence[] {
  if (!lines.some((line) => line.startsWith('---'))) return [];
  const fences: Fence[] = [];
  for (const [line, text] of lines.entries()) {
    const mark = fenceMark(text);
    if (mark !== null) fences.push({ ...mark, line });
  }
  return fences;
}

function fenceAfter(open: Fence | null, fence: Fence): Fence | null {
  if (open === null) return fence;
  return closesFence(fence, open) ? null : open;
}

/**
 * Tells a module shown as a sample within a fence from one that follows a
 * fence left open by mistake: behind the latter the next mark of that kind
 * opens a fence, or there is none.
 */
function isSample(open: Fence, fences: readonly Fence[], next: number): boolean {
  for (const fence of fences.slice(next, next + FENCES_AHEAD)) {
    if (fence.mark.startsWith(open.mark)) return fence.isBare;
  }
  return false;
}

/** Returns the closing line of front matter that opens at a line within a file; undefined for none. */
function frontMatterClose(
  lines: readonly string[],
  open: number,
  isFirst: boolean,
): number | null | undefined {
  const opening = lines[open] ?? '';
  if (isFirst) return opening.startsWith('----') ? undefined : closingLine(lines, open);
  const following = lines[open + 1] ?? '';
  if (!OPENING.test(opening) || following.trim() === '') return undefined;
  const close = closingLine(lines, open);
  if (KNOWN_KEY.test(following) || (ENGINE.test(opening) && close !== null)) return close;
  if (close === null) return undefined;
  for (let line = open + 1; line < close; line++) {
    if (TITLE_KEY.test(lines[line] ?? '')) return close;
  }
  return undefined;
}

/** Returns the line of the closing `---`; null where the front matter runs into Markdown or the end. */
function closingLine(lines: readonly string[], open: number): number | null {
  for (let line = open + 1; line < lines.length; line++) {
    const text = lines[line] ?? '';
    if (/^---[ \t]*$/.test(text)) return line;
    if (MARKDOWN.test(text)) return null;
  }
  return null;
}
