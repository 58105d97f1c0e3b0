import type { NumberedSet, trainedSets } from '../../app/memory/parameter-choice.js';
import type { Context } from '../contract/context.js';
import { FITTED_WORDS, measureCells } from './optimization.js';
import { renderTable } from './table.js';

type Sets = ReturnType<typeof trainedSets>;

/** Lists the sets that were trained, for a person. */
export function setsText({ sets, defaultsInForce }: Sets, context: Context): string[] {
  const mark = (inForce: boolean) => (inForce ? 'in force' : '');
  const table = renderTable(
    [
      { title: 'set', align: 'right' },
      { title: 'learned' },
      { title: 'reviews', align: 'right' },
      { title: 'log loss', align: 'right' },
      { title: 'before', align: 'right' },
      { title: '' },
      { title: '', flexible: true },
    ],
    [
      ['default', '', '', '', '', mark(defaultsInForce), ''],
      ...sets.map((numbered) => rowOf(numbered, mark(numbered.inForce))),
    ],
    context.stdout.cutAt,
  );
  return [table];
}

function rowOf({ number, set }: NumberedSet, mark: string): string[] {
  const day = new Date(set.adoptedAt).toISOString().slice(0, 10);
  const { origin, reviews } = set;
  if (origin.kind !== 'trained') return [String(number), day, String(reviews), '', '', mark, ''];
  const [after] = measureCells(origin.after);
  const [before] = measureCells(origin.before);
  return [String(number), day, String(reviews), after, before, mark, FITTED_WORDS[origin.fitted]];
}

/** The same for programs. */
export function setsJson({ sets, defaultsInForce }: Sets): object {
  return {
    defaultsInForce,
    sets: sets.map(({ number, inForce, set }) => ({
      number,
      inForce,
      id: set.id,
      adoptedAt: new Date(set.adoptedAt).toISOString(),
      reviews: set.reviews,
      weights: set.weights,
      ...(set.origin.kind === 'trained'
        ? { fitted: set.origin.fitted, before: set.origin.before, after: set.origin.after }
        : {}),
    })),
  };
}
