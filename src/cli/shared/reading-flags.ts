import type { GivenChoice } from '../../app/import/choice.js';
import { shapeNames } from '../../app/import/shapes.js';
import type { OptionSpec } from '../contract/command.js';
import { usageError } from '../contract/errors.js';

/** Options by which a person says how files are to be read. */
export const READING_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--as-shape <name>',
    description: 'layout of the files (see viva shapes); auto detects it',
    values: [...shapeNames(), 'auto'],
  },
  {
    flags: '--questions-only',
    description: 'import questions without answers, too; write answers with e',
  },
];

/** Returns what the options say. Throws a usage error for a shape that there is not. */
export function givenChoice({
  asShape,
  questionsOnly,
}: {
  readonly asShape?: string | undefined;
  readonly questionsOnly: boolean;
}): GivenChoice {
  const shape = asShape ?? null;
  if (shape !== null && shape !== 'auto' && !shapeNames().includes(shape)) {
    throw usageError(`There is no shape "${shape}".`, 'viva shapes lists them.');
  }
  return { shape, questionsOnly };
}
