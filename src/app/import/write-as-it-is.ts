import { salvage } from '../../deck/salvage/salvage.js';
import { writeModule } from '../../deck/write/module.js';
import type { DeckModule } from '../../model/module.js';
import { DAMAGED_KEY } from './read-modules.js';

/**
 * Writes a module as a file that an import reads as it is: where a text in it looks damaged, as
 * one about `{" "}` in JSX does, the front matter says that it is not.
 */
export function writeAsItIs(module: DeckModule): string {
  const text = writeModule(module);
  if (DAMAGED_KEY in module.unknownKeys || !salvage('', text).changed) return text;
  const unknownKeys = { ...module.unknownKeys, [DAMAGED_KEY]: false };
  return writeModule({ ...module, unknownKeys });
}
