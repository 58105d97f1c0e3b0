import { type CodeSpan, codeSpans } from '../../text/code-spans.js';
import { lineAt, lineStart } from '../../text/source.js';
import type { Page } from '../page/page.js';
import { cut } from '../unit/text.js';

/** A row of a table, or a term with its definition, and the line (from 0) where it begins. */
export interface TableRow {
  readonly line: number;
  /** Markdown, and what HTML stands in it. */
  readonly cells: readonly string[];
}

/** A `<table>` or `<dl>`. */
export interface HtmlRows {
  readonly kind: 'table' | 'dl';
  readonly line: number;
  /** The line behind it. */
  readonly end: number;
  readonly rows: readonly TableRow[];
}

const TAG = /<(\/?)(table|tr|td|th|dl|dt|dd)(?:\s[^<>]{0,500})?>/gi;

interface Tag {
  readonly name: string;
  readonly opens: boolean;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Finds the tables and lists of terms that a page holds in HTML; Markdown may stand in their cells. */
export function htmlRowsOf(page: Page): HtmlRows[] {
  const { text } = page.source;
  if (!text.includes('<') || !/<(?:table|dl)[\s>]/i.test(text)) return [];
  const found: HtmlRows[] = [];
  let open: OpenRows | null = null;
  for (const tag of tagsOf(page)) {
    if (open === null) open = opened(page, tag);
    else if (open.take(tag)) {
      found.push(open.closed(tag));
      open = null;
    }
  }
  return found;
}

function opened(page: Page, { name, opens, line }: Tag): OpenRows | null {
  const isOuter = opens && (name === 'table' || name === 'dl');
  return isOuter && page.leafAt(line)?.kind === 'html' ? new OpenRows(page, name, line) : null;
}

/** The tags that are markup, in order: what stands in code is none. */
function* tagsOf(page: Page): Generator<Tag> {
  const isCode = codeFinder(page);
  for (const match of page.source.text.matchAll(TAG)) {
    const start = match.index;
    const line = lineAt(page.source, start);
    if (isCode(line, start)) continue;
    const name = (match[2] ?? '').toLowerCase();
    yield { name, opens: match[1] === '', start, end: start + match[0].length, line };
  }
}

/** Returns a function that tells whether a place of a line is code; ask in the order of places. */
function codeFinder(page: Page): (line: number, offset: number) => boolean {
  let known = -1;
  let spans: readonly CodeSpan[] = [];
  let next = 0;
  return (line, offset) => {
    const kind = page.leafAt(line)?.kind;
    if (line !== known) {
      spans = kind === 'paragraph' ? codeSpans(page.lines[line] ?? '') : [];
      known = line;
      next = 0;
    }
    const at = offset - lineStart(page.source, line);
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    const isInSpan = (spans[next]?.start ?? Number.POSITIVE_INFINITY) <= at;
    return isInSpan || kind === 'fence' || kind === 'comment';
  };
}

/** A cell with its text, or `tr` where a row begins or ends. */
interface Piece {
  readonly name: string;
  readonly line: number;
  readonly text: string;
}

/** Collects the cells of a table as its tags come; a table within a cell is text of the cell. */
class OpenRows {
  private readonly pieces: Piece[] = [];
  private cell: Tag | null = null;
  private depth = 0;

  constructor(
    private readonly page: Page,
    private readonly kind: 'table' | 'dl',
    private readonly line: number,
  ) {}

  /** Takes the next tag. Returns whether it closes the table. */
  take(tag: Tag): boolean {
    const { name, opens } = tag;
    const isOuter = name === 'table' || name === 'dl';
    const isWithin = this.depth > 0;
    if (isOuter) this.depth += opens ? 1 : -1;
    if (isWithin || (isOuter && opens)) return false;
    this.endCell(tag);
    if (name === 'tr') this.pieces.push({ name, line: tag.line, text: '' });
    else if (opens) this.cell = tag;
    return isOuter;
  }

  closed({ line }: Tag): HtmlRows {
    const rows = this.kind === 'dl' ? termsOf(this.pieces) : rowsOf(this.pieces);
    return { kind: this.kind, line: this.line, end: line + 1, rows };
  }

  private endCell({ start }: Tag): void {
    if (this.cell === null) return;
    const { name, line, end } = this.cell;
    this.pieces.push({ name, line, text: cut(this.page, end, start).trim() });
    this.cell = null;
  }
}

function rowsOf(pieces: readonly Piece[]): TableRow[] {
  const rows: { line: number; cells: string[] }[] = [];
  let isNew = true;
  for (const { name, line, text } of pieces) {
    if (name !== 'tr' && isNew) rows.push({ line, cells: [text] });
    else if (name !== 'tr') rows.at(-1)?.cells.push(text);
    isNew = name === 'tr';
  }
  return rows;
}

/** Terms one behind the other share what follows; several definitions are one answer. */
function termsOf(pieces: readonly Piece[]): TableRow[] {
  const rows: { line: number; cells: [string, string] }[] = [];
  let before = '';
  for (const { name, line, text } of pieces) {
    const last = rows.at(-1)?.cells;
    if (name === 'dt' && (before !== 'dt' || last === undefined))
      rows.push({ line, cells: [text, ''] });
    else if (last !== undefined) {
      const at = name === 'dt' ? 0 : 1;
      last[at] = [last[at], text].filter((each) => each !== '').join('\n\n');
    }
    before = name;
  }
  return rows;
}
