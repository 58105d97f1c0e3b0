import type { Block } from './blocks.js';
import { joinPassages, type Passage, passage } from './passage.js';
import { cutLines, lineAt, lineStart, lineText, type Source } from './source.js';

/** A quote that starts with `[!type]`, as Obsidian writes call-outs. */
export interface Callout {
  /** Lower case. */
  readonly type: string;
  readonly title: Passage;
  readonly body: Passage;
}

const HEAD = /^[ \t]*\[!([\w-]{1,40})\][+-]?[ \t]*/;

/** Reads a quote as a call-out; null where it is an ordinary quote. */
export function readCallout(source: Source, block: Block): Callout | null {
  const head = HEAD.exec(unquotedLine(lineText(source, block.line)));
  if (head?.[1] === undefined) return null;
  const inner = dequote(source, block);
  const bodyStart = lineStart(inner, 1);
  return {
    type: head[1].toLowerCase(),
    title: passage(inner, head[0].length, bodyStart),
    body: passage(inner, bodyStart, inner.text.length),
  };
}

/** Returns what a call-out says: its body, after its title where that is more than a label. */
export function calloutText(callout: Callout, label: RegExp): Passage {
  const isLabel = label.test(callout.title.text) && callout.body.text !== '';
  return isLabel ? callout.body : joinPassages(callout.title, callout.body);
}

/** Takes one level of quote marks off a quote. */
function dequote(source: Source, block: Block): Source {
  return cutLines(source, block.line, lineAt(source, block.end - 1) + 1, quoteMark);
}

/** Returns the length of the quote mark a line starts with; 0 for a lazy continuation. */
export function quoteMark(line: string): number {
  return /^ {0,3}> ?/.exec(line)?.[0].length ?? 0;
}

/** Returns a line without the quote mark that it starts with, if any. */
export function unquotedLine(line: string): string {
  return line.slice(quoteMark(line));
}
