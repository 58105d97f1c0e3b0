import { join } from 'node:path';
import { moduleFileName } from '../../deck/write/file-name.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { VivaError } from '../../model/error.js';
import type { DeckModule } from '../../model/module.js';
import { findChoice, type GivenChoice } from './choice.js';
import type { Files } from './ports.js';
import { DAMAGED_KEY, type Repaired } from './read-modules.js';
import { readSources } from './read-sources.js';
import { sortSources } from './sources.js';
import { writeAsItIs } from './write-as-it-is.js';

export interface ConvertReport {
  readonly written: readonly string[];
  readonly cards: number;
  readonly repaired: Repaired;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ConvertRequest {
  /** Absolute path of what is read: a file, or a folder of files. */
  readonly path: string;
  /** Absolute path of the folder that is written to. */
  readonly folder: string;
  /** Overwrite what is there. */
  readonly force: boolean;
  readonly choice: GivenChoice;
}

/**
 * Writes what an import would read as clean module files, one a module, into a
 * folder. Importing these into a collection of the same name gives the same
 * cards. Throws `file-exists` rather than overwrite, unless `force`; nothing
 * is written then.
 */
export function convertDecks(request: ConvertRequest, files: Files): ConvertReport {
  const root = { kind: 'path', path: request.path } as const;
  const choice = findChoice(request.choice, root, null, files);
  const sources = sortSources(root, [], files, choice);
  const read = readSources(sources, new Map());
  const taken = new Set<string>();
  // That texts may break off is to be known of the clean copy, too.
  const isDamaged = sources.changed.some((file) => file.read.salvaged);
  const outputs = read.modules.map(({ module }) => ({
    path: join(request.folder, moduleFileName(module, taken)),
    text: writeAsItIs(isDamaged ? marked(module) : module),
  }));
  if (!request.force) refuseExisting(outputs, files);
  for (const { path, text } of outputs) files.writeWhole(path, text, 0o644);
  return {
    written: outputs.map(({ path }) => path),
    cards: read.modules.reduce((sum, { module }) => sum + module.cards.length, 0),
    repaired: read.repaired,
    diagnostics: read.diagnostics,
  };
}

function marked(module: DeckModule): DeckModule {
  return { ...module, unknownKeys: { ...module.unknownKeys, [DAMAGED_KEY]: true } };
}

function refuseExisting(outputs: readonly { path: string }[], files: Files): void {
  const there = outputs.find(({ path }) => files.kindOf(path) !== 'missing');
  if (there === undefined) return;
  throw new VivaError(
    'file-exists',
    `"${there.path}" already exists; nothing was written.`,
    'Choose an empty folder with -o, or overwrite with --force.',
    { place: { file: there.path } },
  );
}
