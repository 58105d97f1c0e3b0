import { join, relative } from 'node:path';
import * as z from '../../model/schema.js';
import type { Files } from './ports.js';

type DeckFiles = Pick<
  Files,
  'findModuleFiles' | 'hashBytes' | 'kindOf' | 'readBytes' | 'writeWhole'
>;

/** By file of the bundled decks, below their folder, the hash of what was copied last. */
const manifestSchema = z.record(z.string(), z.string());
type Manifest = Readonly<Record<string, string>>;

/** Beside the copies; hidden, so that it is taken for no module. */
const MANIFEST = '.bundled.json';

/**
 * Brings a person's copy of the bundled decks up to date and returns its
 * folder, `own`. Edits are theirs: a file that they changed or deleted stays
 * so, whatever an upgrade brings; every other one is as in `bundled`, which may
 * lie elsewhere after each upgrade. Throws what writing throws.
 */
export function ownDecks(bundled: string, own: string, files: DeckFiles): string {
  const before = readManifest(own, files);
  const after: Record<string, string> = { ...before };
  for (const { path } of files.findModuleFiles(bundled)) {
    const name = relative(bundled, path);
    const bytes = files.readBytes(path);
    const hash = files.hashBytes(bytes);
    if (hash === before[name] || !isUntouched(join(own, name), before[name], files)) continue;
    files.writeWhole(join(own, name), bytes);
    after[name] = hash;
  }
  const text = `${JSON.stringify(after, null, 1)}\n`;
  if (text !== `${JSON.stringify(before, null, 1)}\n`) files.writeWhole(join(own, MANIFEST), text);
  return own;
}

/** Is a copy as it was made, or was none made yet? */
function isUntouched(copy: string, made: string | undefined, files: DeckFiles): boolean {
  if (files.kindOf(copy) === 'missing') return made === undefined;
  return made !== undefined && files.hashBytes(files.readBytes(copy)) === made;
}

function readManifest(own: string, files: DeckFiles): Manifest {
  const path = join(own, MANIFEST);
  if (files.kindOf(path) !== 'file') return {};
  try {
    const text = new TextDecoder().decode(files.readBytes(path));
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    // Without it every file there counts as changed by the person, and stays.
    return {};
  }
}
