import type { Diagnostic } from '../model/diagnostic.js';
import type { DeckModule } from '../model/module.js';
import { duplicatesWithin } from './duplicates.js';
import { readModuleHead, reportMissingHead } from './module-head.js';
import { parseModule } from './parse-module.js';
import { reporterFor } from './report.js';
import { makeSource } from './source.js';
import { splitModules } from './split-modules.js';

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
  const lines = normalised(text).split('\n');
  const spans = splitModules(lines);
  const modules: DeckModule[] = [];
  const reportedKeys = new Set<string>();
  const ids = new Set<string>();
  if (spans.length === 0) reportMissingHead(report);
  for (const span of spans) {
    const head = readModuleHead(lines, span, reportedKeys, report);
    if (head === null || span.close === null) continue;
    const source = makeSource(lines.slice(span.open, span.end).join('\n'), span.open + 1);
    modules.push(parseModule(source, span.close - span.open + 1, head, ids, report));
  }
  const all = [...diagnostics, ...duplicatesWithin(file, modules)];
  return { modules, diagnostics: all.sort(byPlace) };
}

/** Drops a byte order mark and makes every line end in `\n`. */
function normalised(text: string): string {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return bare.includes('\r') ? bare.replaceAll(/\r\n?/g, '\n') : bare;
}

const byPlace = (a: Diagnostic, b: Diagnostic) => a.line - b.line || a.column - b.column;
