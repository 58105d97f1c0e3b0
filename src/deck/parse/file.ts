import { type Diagnostic, diagnostic } from '../../model/diagnostic.js';
import type { DeckModule } from '../../model/module.js';
import { duplicatesWithin } from '../check/duplicates.js';
import { readModuleHead, reportMissingHead } from '../read/module-head.js';
import { splitModules } from '../read/split-modules.js';
import { type Excess, excess, excessOf, MAX_MODULES, MAX_QUESTIONS } from '../text/file-limits.js';
import { reporterFor } from '../text/report.js';
import { makeSource } from '../text/source.js';
import { parseModule } from './module.js';

/** What a deck file holds. */
export interface ParsedFile {
  readonly modules: DeckModule[];
  /** In the order of the file. */
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads a deck file: one module, or several one after another. `text` is its
 * decoded content; `file` only names it in diagnostics. Never throws for what
 * the text holds: an error leaves out the module it is in and no other.
 */
export function parseDeckFile(file: string, text: string): ParsedFile {
  const diagnostics: Diagnostic[] = [];
  const report = reporterFor(file, diagnostics);
  const whole = normalised(text);
  const tooMuch = excessOf(whole);
  if (tooMuch !== null) return refused(file, tooMuch);
  // Without front matter there is no module: somebody's list, say.
  const mayHold = whole.startsWith('---') || whole.includes('\n---');
  const lines = mayHold ? whole.split('\n') : [];
  const spans = splitModules(lines);
  const oneTooMany = spans[MAX_MODULES];
  if (oneTooMany !== undefined) {
    return refused(file, excess('modules', MAX_MODULES, oneTooMany.open + 1));
  }
  const modules: DeckModule[] = [];
  const reportedKeys = new Set<string>();
  const ids = new Set<string>();
  let questions = 0;
  if (spans.length === 0) reportMissingHead(report);
  for (const span of spans) {
    const isAll = span.open === 0 && span.end === lines.length;
    const own = isAll ? whole : lines.slice(span.open, span.end).join('\n');
    const source = makeSource(own, span.open + 1);
    const split = readModuleHead(source, span, reportedKeys, report);
    if (split === null) continue;
    const module = parseModule(source, split.bodyLine, split.head, ids, report);
    questions += module.cards.length;
    if (questions > MAX_QUESTIONS) {
      return refused(file, excess('questions', MAX_QUESTIONS, module.line));
    }
    modules.push(module);
  }
  const all = [...diagnostics, ...duplicatesWithin(file, modules)];
  return { modules, diagnostics: all.sort(byPlace) };
}

/** Returns nothing of a file that holds too much, and says so. */
function refused(file: string, { message, at }: Excess): ParsedFile {
  const found = diagnostic('file-too-large', { file, ...at }, message);
  return { modules: [], diagnostics: [found] };
}

/** Drops a byte order mark and makes every line end in `\n`. */
function normalised(text: string): string {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return bare.includes('\r') ? bare.replaceAll(/\r\n?/g, '\n') : bare;
}

const byPlace = (a: Diagnostic, b: Diagnostic) => a.line - b.line || a.column - b.column;
