import { VivaError } from '../../model/error.js';
import { importDecks } from '../import/import.js';
import { keepChange } from './changes.js';
import type { EditPorts } from './ports.js';
import { type ChangePlan, type FileChange, isSame } from './workspace.js';

/**
 * Writes a plan: every file whole, all of them or none, and reads their
 * collections again. Throws `file-changed`, with nothing written, where a file
 * is not what it was when the plan was made. `what` is said of it by an undo,
 * such as "the edit of card 7k2p…".
 */
export function applyPlan(plan: ChangePlan, what: string, ports: EditPorts): void {
  if (plan.files.length === 0) return;
  refuseChanged(plan.files, ports);
  writeFiles(plan.files, ports);
  keepChange({ what, plan }, ports);
  for (const collection of plan.collections) readAgain(collection, ports);
}

/** Imports a collection once more, so that what is known of its files is what they say. */
export function readAgain(collection: string, ports: EditPorts): void {
  const root = ports.rootOf(collection);
  if (root === null || ports.files.kindOf(root.path) === 'missing') return;
  importDecks(
    {
      root: {
        kind: 'path',
        path: root.path,
        address: root.address,
        mayBeEmpty: root.path === ports.folders.cards,
      },
      as: collection,
      dryRun: false,
      edits: ports.folders.edits,
      holdBack: true,
      now: ports.now(),
    },
    ports.store,
    ports.files,
  );
}

function refuseChanged(changes: readonly FileChange[], { files }: EditPorts): void {
  for (const { path, before } of changes) {
    const now = files.kindOf(path) === 'file' ? files.readBytes(path) : null;
    if (isSame(now, before)) continue;
    throw new VivaError(
      'file-changed',
      `"${path}" was changed in the meantime, and nothing was written.`,
      'Try again: the file is read again first.',
      { place: { file: path } },
    );
  }
}

/** Writes each file; where one cannot be written, those before it are as they were. */
export function writeFiles(
  changes: readonly FileChange[],
  { files }: Pick<EditPorts, 'files'>,
): void {
  const done: FileChange[] = [];
  try {
    for (const change of changes) {
      set(change.path, change.after);
      done.push(change);
    }
  } catch (error) {
    for (const { path, before } of done.reverse()) set(path, before);
    throw error;
  }

  function set(path: string, bytes: Uint8Array | null): void {
    if (bytes === null) files.remove(path);
    else files.replaceFile(path, bytes);
  }
}
