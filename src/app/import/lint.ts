import { duplicateModules, duplicateQuestions } from '../../deck/check/duplicates.js';
import type { Diagnostic, Severity } from '../../model/diagnostic.js';
import type { SourcedModule } from '../../model/import.js';
import { moduleKey } from '../../model/module.js';
import { findChoice, NOTHING_GIVEN } from './choice.js';
import type { Files } from './ports.js';
import { type ImportRoot, sortSources } from './sources.js';

export interface LintReport {
  readonly files: number;
  readonly modules: number;
  readonly cards: number;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads roots as an import would, and only tells what it finds; with `isStrict`
 * also of texts that break off, in a collection without damage.
 */
export function lintDecks(
  roots: readonly ImportRoot[],
  files: Files,
  isStrict = false,
): LintReport {
  const diagnostics: Diagnostic[] = [];
  let fileCount = 0;
  let modules = 0;
  let cards = 0;
  for (const root of roots) {
    const sourced: SourcedModule[] = [];
    for (const { record, read } of sortSources(root, [], files, {
      ...findChoice(NOTHING_GIVEN, root, null, files),
      isStrict,
    }).changed) {
      diagnostics.push(...read.diagnostics);
      for (const module of read.modules) {
        sourced.push({ file: record.path, key: moduleKey(module), module });
        cards += module.cards.length;
      }
      fileCount++;
    }
    modules += sourced.length;
    diagnostics.push(...duplicateModules(sourced), ...duplicateQuestions(sourced));
  }
  return { files: fileCount, modules, cards, counts: countSeverities(diagnostics), diagnostics };
}

function countSeverities(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}
