import { fencedLines } from '../../text/lines.js';
import { dedent, joinTexts } from '../../text/passage.js';
import type { Unit } from '../shape.js';
import { asks } from '../words/asks.js';
import { prefixOf } from '../words/prefix.js';

const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*/;
const REFERENCE = /\[\^([^\]\s]{1,60})\](?!:)/g;
/** A reference that ends a line, before or behind the mark of its sentence. */
const LAST_REFERENCE = /[ \t]{0,20}\[\^([^\]\s]{1,60})\](?=[ \t]{0,20}[?.!*_]{0,4}[ \t#]*$)/;
/** What a question's line begins with. */
const LINE_MARKS = /^[ \t>]*(?:(?:[-*+]|\d{1,4}[.)])[ \t]+)?(?:#{1,6}[ \t]+)?[*_]{0,3}/;
const MIN_ANSWERED = 2;
/** So many of all references must end a question: else footnotes are notes. */
const MOST = 0.6;

/** A text less the footnotes that answer its questions; its lines stand where they stood. */
export interface Unnoted {
  readonly text: string;
  /** The footnote that answers the question at a line (from 0). */
  readonly answers: ReadonlyMap<number, string>;
}

/** A footnote: its lines `[from, to)` and its text. */
interface Footnote {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Takes the footnotes out of a text where they answer its questions: most references end a line that asks. */
export function unnoted(text: string): Unnoted {
  const untouched = { text, answers: new Map<number, string>() };
  if (!text.includes('[^')) return untouched;
  const lines = text.split('\n');
  const isCode = fencedLines(lines);
  const notes = footnotesOf(lines, isCode);
  const references = countReferences(lines, isCode, notes);
  const answers = new Map<number, string>();
  const kept = [...lines];
  for (const [line, own] of lines.entries()) {
    const [reference, id = ''] = (!isCode[line] && LAST_REFERENCE.exec(own)) || [];
    const note = notes.get(id);
    if (reference === undefined || note === undefined || references.get(id) !== 1) continue;
    const bare = own.replace(LAST_REFERENCE, '');
    if (!isQuestion(bare)) continue;
    answers.set(line, note.text);
    kept[line] = bare;
    kept.fill('', note.from, note.to);
  }
  const all = [...references.values()].reduce((sum, count) => sum + count, 0);
  if (answers.size < MIN_ANSWERED || answers.size < all * MOST) return untouched;
  return { text: kept.join('\n'), answers };
}

/** Gives units, in the order of their lines, the footnotes that answer them. */
export function withFootnotes(units: readonly Unit[], { answers }: Unnoted): Unit[] {
  if (answers.size === 0) return [...units];
  const notes = [...answers];
  let next = 0;
  return units.map((unit, at) => {
    const behind = units[at + 1]?.line ?? Number.POSITIVE_INFINITY;
    const said = [unit.answer];
    for (; (notes[next]?.[0] ?? behind) < behind; next++) {
      const [line, text] = notes[next] ?? [0, ''];
      if (line >= unit.line) said.push(text);
    }
    return { ...unit, answer: joinTexts(said) };
  });
}

function isQuestion(line: string): boolean {
  const text = line.replace(LINE_MARKS, '');
  return asks(prefixOf(text)?.rest ?? text);
}

/** A footnote goes on over indented lines, and over lines right below. */
function footnotesOf(lines: readonly string[], isCode: readonly boolean[]): Map<string, Footnote> {
  const notes = new Map<string, Footnote>();
  for (let from = 0; from < lines.length; ) {
    const found = isCode[from] ? null : DEFINITION.exec(lines[from] ?? '');
    let to = from + 1;
    if (found !== null) {
      to = endOf(lines, from);
      const first = (lines[from] ?? '').slice(found[0].length);
      const rest = dedent(lines.slice(from + 1, to).join('\n'));
      notes.set(found[1] ?? '', { from, to, text: `${first}\n${rest}`.trim() });
    }
    from = to;
  }
  return notes;
}

function endOf(lines: readonly string[], from: number): number {
  let end = from + 1;
  for (let line = end; line < lines.length; line++) {
    const text = lines[line] ?? '';
    if (text.trim() === '') continue;
    const isIndented = /^(?: {2}|\t)/.test(text);
    const isBelow =
      line === end && !DEFINITION.test(text) && !/^ {0,3}(?:#{1,6}[ \t]|[-*+] |```)/.test(text);
    if (!isIndented && !isBelow) break;
    end = line + 1;
  }
  return end;
}

/** How often each footnote is referred to. */
function countReferences(
  lines: readonly string[],
  isCode: readonly boolean[],
  notes: ReadonlyMap<string, Footnote>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [line, text] of lines.entries()) {
    if (isCode[line] || !text.includes('[^')) continue;
    for (const [, id = ''] of text.matchAll(REFERENCE)) {
      if (notes.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
