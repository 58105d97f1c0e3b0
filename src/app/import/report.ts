import type { Stars } from '../../model/card.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { CardId } from '../../model/ids.js';
import type { Ambiguity, ImportPlan, ImportStatus, PlannedModule } from '../../model/import.js';
import type { Reading } from '../../model/reading.js';
import type { Repaired } from './read-modules.js';
import type { Replaced } from './replaced.js';

/** One card that an import adds, edits, moves or retires. */
export interface CardChange {
  readonly status: Exclude<ImportStatus, 'unchanged'> | 'retired';
  readonly id: CardId;
  /** Title of its module. */
  readonly module: string;
  readonly question: string;
  /** A retired card that is back with its history. */
  readonly returned: boolean;
}

/** A new card as it will look. */
export interface SampleCard {
  readonly module: string;
  readonly part: string;
  readonly stars: Stars;
  readonly question: string;
  readonly answer: string;
  readonly file: string;
  readonly line: number;
}

/** What a file that was read this time was read as. */
export interface FileReading extends Reading {
  readonly file: string;
}

/** What an import did, or with `dryRun` would do. */
export interface ImportReport {
  readonly collection: string;
  readonly dryRun: boolean;
  readonly modules: { total: number; added: number; updated: number; unchanged: number };
  readonly cards: {
    total: number;
    added: number;
    edited: number;
    moved: number;
    unchanged: number;
    retired: number;
  };
  readonly repaired: Repaired;
  /** Of each file that was read this time. */
  readonly readings: readonly FileReading[];
  readonly diagnostics: readonly Diagnostic[];
  readonly ambiguous: readonly Ambiguity[];
  readonly changes: readonly CardChange[];
  /** Some of the new cards, taken evenly. */
  readonly samples: readonly SampleCard[];
  /** Cards that the person and the source both changed, so that the person is to choose. */
  readonly disputed: readonly { readonly id: CardId; readonly question: string }[];
  /** Modules for whose sake nothing was written: whether their histories may go is to be asked. */
  readonly replaced: readonly Replaced[];
}

interface Outcome {
  readonly collection: string;
  readonly request: { readonly dryRun: boolean; readonly samples?: number };
  readonly plan: ImportPlan;
  /** Keys and live cards of modules that were not read again. */
  readonly kept: ReadonlyMap<string, number>;
  /** Keys the collection had before. */
  readonly stored: ReadonlySet<string>;
  readonly read: {
    readonly diagnostics: readonly Diagnostic[];
    readonly repaired: Repaired;
    readonly readings: readonly FileReading[];
  };
}

/** Puts an import's outcome into figures. */
export function reportImport(outcome: Outcome): ImportReport {
  const { plan, kept } = outcome;
  const planned = plan.modules.flatMap((module) => module.cards);
  const count = (status: ImportStatus) => planned.filter((card) => card.status === status).length;
  const keptCards = [...kept.values()].reduce((sum, cards) => sum + cards, 0);
  return {
    collection: outcome.collection,
    dryRun: outcome.request.dryRun,
    modules: countModules(outcome),
    cards: {
      total: keptCards + planned.length,
      added: count('added'),
      edited: count('edited'),
      moved: count('moved'),
      unchanged: keptCards + count('unchanged'),
      retired: plan.retired.length,
    },
    repaired: outcome.read.repaired,
    readings: outcome.read.readings,
    diagnostics: outcome.read.diagnostics,
    ambiguous: plan.ambiguous,
    changes: listChanges(plan),
    samples: takeSamples(plan, outcome.request.samples ?? 0),
    disputed: planned
      .filter(({ card }) => card.defects.includes('both-changed'))
      .map(({ id, card }) => ({ id, question: card.question })),
    replaced: [],
  };
}

function countModules({ plan, kept, stored }: Outcome): ImportReport['modules'] {
  const added = plan.modules.filter(({ key }) => !stored.has(key)).length;
  const losers = new Set(plan.retired.map((card) => card.module));
  const updated = plan.modules.filter(
    (module) => stored.has(module.key) && (losers.has(module.key) || isChanged(module)),
  ).length;
  const total = kept.size + plan.modules.length;
  return { total, added, updated, unchanged: total - added - updated };
}

function isChanged(module: PlannedModule): boolean {
  return module.cards.some(
    ({ status, before, ordinal }) => status !== 'unchanged' || before?.ordinal !== ordinal,
  );
}

function listChanges(plan: ImportPlan): CardChange[] {
  const changes: CardChange[] = [];
  for (const { module, cards } of plan.modules) {
    for (const { status, id, card, returned } of cards) {
      if (status === 'unchanged' && !returned) continue;
      const shown = status === 'unchanged' ? 'edited' : status;
      changes.push({ status: shown, id, module: module.title, question: card.question, returned });
    }
  }
  for (const { id, module, question } of plan.retired) {
    changes.push({ status: 'retired', id, module, question, returned: false });
  }
  return changes;
}

/** Takes new cards at even distances, so that all parts of a list are seen. */
function takeSamples(plan: ImportPlan, most: number): SampleCard[] {
  const added = plan.modules.flatMap(({ module, file, cards }) =>
    cards.filter(({ status }) => status === 'added').map(({ card }) => ({ module, file, card })),
  );
  const count = Math.min(most, added.length);
  return Array.from({ length: count }, (_, index) => Math.floor((index * added.length) / count))
    .flatMap((at) => added[at] ?? [])
    .map(({ module, file, card }) => ({
      module: module.title,
      part: module.part,
      stars: card.stars,
      question: card.question,
      answer: card.answer,
      file,
      line: card.line,
    }));
}
