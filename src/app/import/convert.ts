import { join } from 'node:path';
import { MAX_FILE_BYTES } from '../../deck/text/decode.js';
import { moduleFileName } from '../../deck/write/file-name.js';
import { writeModule } from '../../deck/write/module.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { VivaError } from '../../model/error.js';
import type { Files } from './ports.js';
import { type Repaired, readModules } from './read-modules.js';

export interface ConvertReport {
  readonly written: readonly string[];
  readonly cards: number;
  readonly repaired: Repaired;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes the modules of a damaged or many-module file as clean module files,
 * one each, into a folder. Throws `file-exists` rather than overwrite, unless
 * `force`; nothing is written then.
 */
export function convertFile(
  request: { readonly file: string; readonly folder: string; readonly force: boolean },
  files: Files,
): ConvertReport {
  if (files.kindOf(request.file) === 'folder') throw isFolder(request.file);
  const read = readModules(request.file, files.readBytes(request.file, MAX_FILE_BYTES + 1));
  const taken = new Set<string>();
  const outputs = read.modules.map((module) => ({
    path: join(request.folder, moduleFileName(module, taken)),
    text: writeModule(module),
  }));
  if (!request.force) refuseExisting(outputs, files);
  for (const { path, text } of outputs) files.writeWhole(path, text, 0o644);
  return {
    written: outputs.map(({ path }) => path),
    cards: read.modules.reduce((sum, module) => sum + module.cards.length, 0),
    repaired: read.repaired,
    diagnostics: read.diagnostics,
  };
}

function refuseExisting(outputs: readonly { path: string }[], files: Files): void {
  const there = outputs.find(({ path }) => files.kindOf(path) !== 'missing');
  if (there === undefined) return;
  throw new VivaError(
    'file-exists',
    `"${there.path}" is there already, and nothing was written.`,
    'Choose an empty folder with -o, or overwrite with --force.',
    { place: { file: there.path } },
  );
}

function isFolder(path: string): VivaError {
  return new VivaError(
    'file-unreadable',
    `"${path}" is a folder.`,
    'Name one file; module files of a folder need no converting.',
  );
}
