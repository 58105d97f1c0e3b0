import { importDecks } from './import.js';
import type { Files, Library } from './ports.js';
import type { ImportReport } from './report.js';

/**
 * Imports the collection again to which an edited file belongs; `now` is ms
 * since 1970. Returns why the edit was not taken, or null where it was.
 */
export function rereadFile(file: string, now: number, store: Library, files: Files): string | null {
  const owner = store
    .sources()
    .find(
      ({ name, source }) => source !== null && store.filesOf(name).some((f) => f.path === file),
    );
  if (owner === undefined || owner.source === null) {
    return 'Not taken: the file belongs to no collection any more.';
  }
  const root = { kind: 'path', path: owner.source } as const;
  const request = { root, as: owner.name, dryRun: false, holdBack: true, now };
  return whyNotTaken(file, importDecks(request, store, files));
}

function whyNotTaken(file: string, { diagnostics, replaced = [] }: ImportReport): string | null {
  if (replaced.length > 0) {
    return 'Not taken: most cards of a module would lose their histories. See "viva import".';
  }
  const error = diagnostics.find((each) => each.severity === 'error' && each.file === file);
  return error === undefined
    ? null
    : `Not taken, the old text is kept. Line ${error.line}: ${error.message}`;
}
