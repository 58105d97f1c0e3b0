import type { DeckModule } from '../../model/module.js';
import { readCards } from '../check/cards.js';
import { reportOpenStructure } from '../check/open-structure.js';
import {
  reportControlCharacters,
  reportLostCharacters,
  reportResidue,
} from '../check/text-findings.js';
import { readExtras } from '../read/extras.js';
import type { ModuleHead } from '../read/module-head.js';
import { outlineOf } from '../read/outline.js';
import { findScopes } from '../read/question-scopes.js';
import { findSections, type Section } from '../read/sections.js';
import { parseBlocks } from '../text/blocks.js';
import type { Report } from '../text/report.js';
import { positionAt, type Source, textPosition } from '../text/source.js';

/**
 * Reads a module whose front matter is known. `source` is the whole module,
 * `bodyLine` (from 0) the line behind its front matter, `ids` the explicit ids
 * of the file so far.
 */
export function parseModule(
  source: Source,
  bodyLine: number,
  head: ModuleHead,
  ids: Set<string>,
  report: Report,
): DeckModule {
  const structure = parseBlocks(source, bodyLine);
  const outline = outlineOf(source, structure);
  const sections = findSections(outline, head.title);
  const scopes = findScopes(outline, sections, head.title);
  const cards = readCards(scopes, ids, report);
  reportOpenStructure(outline, structure, report);
  reportTooDeep(source, structure.tooDeep, report);
  if (cards.length === 0) reportNoQuestions(source, sections, report);
  reportControlCharacters(source, report);
  reportLostCharacters(source, report);
  reportResidue(outline, report);
  return { ...head, extras: readExtras(outline, sections, scopes), cards, line: source.firstLine };
}

function reportTooDeep(source: Source, tooDeep: number | null, report: Report): void {
  if (tooDeep === null) return;
  const message = 'lists or quotes nest too deep to be read as such: reduce the nesting';
  report('nesting-too-deep', positionAt(source, tooDeep), message);
}

function reportNoQuestions(source: Source, sections: readonly Section[], report: Report): void {
  const section = sections.find((found) => found.name === 'questions');
  const at = textPosition(source, section?.heading.start ?? 0);
  const message =
    section === undefined
      ? 'the module has no questions: add ## Interview Questions with ### ★★☆ headings below it'
      : 'this section has no questions: add a heading ### ★★☆ and a line **Q:** below it';
  report('no-questions', at, message);
}
