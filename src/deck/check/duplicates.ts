import { type Diagnostic, diagnostic } from '../../model/diagnostic.js';
import type { DeckModule } from '../../model/module.js';
import { normaliseText } from '../identity/normalise.js';

interface Sourced {
  readonly file: string;
  readonly module: Pick<DeckModule, 'number' | 'title' | 'line'>;
}

/**
 * Reports modules whose number or title an earlier module of another file has
 * already. Within one file `parseDeckFile` reports them, so that the two lists
 * can be put together.
 */
export function duplicateModules(modules: readonly Sourced[]): Diagnostic[] {
  return findDuplicates(modules, (earlier, later) => earlier.file !== later.file);
}

/** Reports modules of one file whose number or title an earlier one of it has already. */
export function duplicatesWithin(file: string, modules: readonly DeckModule[]): Diagnostic[] {
  return findDuplicates(
    modules.map((module) => ({ file, module })),
    () => true,
  );
}

function findDuplicates(
  modules: readonly Sourced[],
  counts: (earlier: Sourced, later: Sourced) => boolean,
): Diagnostic[] {
  const numbers = new Map<number, Sourced>();
  const titles = new Map<string, Sourced>();
  const findings: Diagnostic[] = [];
  for (const entry of modules) {
    const { number } = entry.module;
    const title = entry.module.title.trim().toLowerCase();
    const sameNumber = number === null ? undefined : numbers.get(number);
    const earlier = sameNumber ?? titles.get(title);
    if (earlier !== undefined && counts(earlier, entry)) {
      findings.push(finding(entry, earlier, sameNumber !== undefined));
    }
    if (number !== null && sameNumber === undefined) numbers.set(number, entry);
    if (!titles.has(title)) titles.set(title, entry);
  }
  return findings;
}

function finding(entry: Sourced, earlier: Sourced, byNumber: boolean): Diagnostic {
  const { file, module } = entry;
  const same = byNumber ? `the number ${module.number}` : `the title "${module.title}"`;
  const where = `${earlier.file}:${earlier.module.line}`;
  return diagnostic(
    'duplicate-module',
    { file, line: module.line, column: 1 },
    `${same} is used by the module at ${where}: change one of them`,
  );
}

/** A shorter question, such as "What is printed?", is another one where its answer is. */
const MIN_TELLING = 30;

/** Reports questions that an earlier file asks already; within one file its reader reports them. */
export function duplicateQuestions(
  modules: readonly { readonly file: string; readonly module: Pick<DeckModule, 'cards'> }[],
): Diagnostic[] {
  const first = modules[0]?.file;
  if (modules.every(({ file }) => file === first)) return [];
  const places = new Map<string, { readonly file: string; readonly line: number }>();
  return modules.flatMap(({ file, module }) =>
    module.cards.flatMap(({ question, answer, line }) => {
      const asked = normaliseText(question).toLowerCase();
      const key = asked.length < MIN_TELLING ? `${asked}\n${answer}` : asked;
      const earlier = places.get(key);
      if (earlier === undefined) places.set(key, { file, line });
      if (earlier === undefined || earlier.file === file) return [];
      const message = `the same question is at ${earlier.file}:${earlier.line}: both are kept as separate cards; leave one out, or word them differently`;
      return [diagnostic('duplicate-question', { file, line, column: 1 }, message)];
    }),
  );
}
