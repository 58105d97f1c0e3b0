import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CardRecord } from '../../../src/app/cards/ports.js';
import { readAgain } from '../../../src/app/edit/apply.js';
import type { EditPorts } from '../../../src/app/edit/ports.js';
import type { OpenEditor } from '../../../src/app/edit/sessions.js';
import { importDecks } from '../../../src/app/import/import.js';
import type { ImportReport } from '../../../src/app/import/report.js';
import type { Store } from '../../../src/app/ports.js';
import * as files from '../../../src/platform/files.js';
import { parseQuery } from '../../../src/query/parse.js';
import { noon, openTestStore, TODAY, temporaryFolder } from '../store/support.js';

/** A person's files: `notes`, which are theirs, and `theirs`, which are somebody else's. */
export class DeskOfFiles {
  readonly folder = temporaryFolder();
  readonly store: Store = openTestStore(join(this.folder, 'viva.db'));
  now = noon(TODAY).now;
  readonly ports: EditPorts = {
    store: this.store,
    files,
    folders: {
      edits: join(this.folder, 'data', 'edits'),
      cards: join(this.folder, 'data', 'cards'),
      proposals: join(this.folder, 'data', 'proposals'),
      drafts: join(this.folder, 'data', 'drafts'),
      changes: join(this.folder, 'data', 'changes'),
    },
    rootOf: (name) => {
      if (name === 'mine') return { path: join(this.folder, 'data', 'cards'), isOwn: true };
      return { path: join(this.folder, name), isOwn: name === 'notes' };
    },
    now: () => this.now++,
  };

  get moment() {
    return noon(TODAY);
  }

  /** Writes a file below the folder and gives its path. */
  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Files below the folder, by name, whole. */
  all(name = '.'): Record<string, string> {
    const root = join(this.folder, name);
    if (!existsSync(root)) return {};
    const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((e) =>
      e.isFile(),
    );
    const paths = found.map((entry) => join(entry.parentPath, entry.name)).sort();
    return Object.fromEntries(
      paths.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
    );
  }

  import(name: string): ImportReport {
    const { path } = this.ports.rootOf(name) ?? { path: '' };
    const root = { kind: 'path', path } as const;
    const { edits } = this.ports.folders;
    return importDecks(
      { root, as: name, dryRun: false, edits, now: this.now++ },
      this.store,
      files,
    );
  }

  again(name: string): void {
    readAgain(name, this.ports);
  }

  find(query: string): CardRecord[] {
    return this.store.find(parseQuery(query), this.moment);
  }

  /** The only card of a query. */
  one(query: string): CardRecord {
    const [record, ...others] = this.find(query);
    if (record === undefined || others.length > 0)
      throw new Error(`${others.length + 1} cards for ${query}`);
    return record;
  }
}

/** An editor that puts another text in the place of what it is given. */
export function typing(change: (text: string, path: string) => string): OpenEditor {
  return (path) => writeFileSync(path, change(readFileSync(path, 'utf8'), path));
}
