import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FetchedCopy, Snapshots } from '../../app/import/ports.js';
import { VivaError } from '../../model/error.js';
import { counted } from '../../model/text/counted.js';
import type { GitWorld } from './environment.js';
import { GitRepository, type TreeFile } from './repository.js';
import { readRecord, type SourceRecord, writeRecord } from './snapshot-record.js';
import { isTaken, pathCheck } from './wanted-files.js';

const FILES = 'files';
const MAX_FILES = 20_000;
const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_BYTES = 500 * 1024 * 1024;
/** So much of a repository is held at once. */
const BATCH_BYTES = 32 * 1024 * 1024;
/** A part that is older was left by a viva that was killed. */
const STALE_MS = 60 * 60_000;

/**
 * Keeps what repositories hold as plain folders, one an address, below a folder. Each is
 * made beside and put in place whole: one that is there is complete, whenever viva is killed.
 */
export function openSnapshots(folder: string, world: GitWorld): Snapshots {
  return {
    has(slug) {
      recover(folder, slug);
      return readRecord(join(folder, slug)) !== null;
    },
    update: (address, slug) => fetchSnapshot(folder, address, slug, world),
    remove: (slug) => rmSync(join(folder, slug), { recursive: true, force: true }),
  };
}

function fetchSnapshot(
  folder: string,
  address: string,
  slug: string,
  world: GitWorld,
): FetchedCopy {
  recover(folder, slug);
  const home = join(folder, slug);
  const part = join(folder, `.${slug}.part-${process.pid}`);
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o700 });
  try {
    const repository = new GitRepository(join(part, 'repository'), world);
    const before = readRecord(home);
    // Each question to a server may ask a person for a password: a first fetch is one.
    if (before?.address === address && repository.headOf(address) === before.head) {
      return { folder: join(home, FILES), isNew: false, leftOut: [] };
    }
    const head = repository.fetchHead(address);
    if (head === null) throw noCommit();
    const record: SourceRecord = { version: 1, address, head };
    const leftOut = writeFiles(repository, join(part, FILES));
    rmSync(join(part, 'repository'), { recursive: true, force: true });
    writeRecord(part, record);
    putInPlace(part, home);
    return { folder: join(home, FILES), isNew: true, leftOut };
  } catch (error) {
    throw error instanceof VivaError ? error : unwritable(folder, error);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Writes the files that cards are made of, or show. Returns the paths of those that could not be taken. */
function writeFiles(repository: GitRepository, folder: string): string[] {
  const wanted = repository.files().filter(({ path }) => isTaken(path));
  const isSafe = pathCheck(process.platform);
  const files = wanted.filter(({ path, bytes }) => bytes <= MAX_FILE_BYTES && isSafe(path));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (files.length > MAX_FILES || bytes > MAX_BYTES) throw tooLarge(files.length, bytes);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const batch of batches(files)) {
    for (const [at, content] of repository.contents(batch).entries()) {
      const path = join(folder, batch[at]?.path ?? '');
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, content, { mode: 0o600 });
    }
  }
  const taken = new Set(files);
  return wanted.filter((file) => !taken.has(file)).map(({ path }) => path);
}

function* batches(files: readonly TreeFile[]): Generator<TreeFile[]> {
  let batch: TreeFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length > 0 && bytes + file.bytes > BATCH_BYTES) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += file.bytes;
  }
  if (batch.length > 0) yield batch;
}

/** Between the two renames there is no folder; `recover` then takes the old one back. */
function putInPlace(part: string, home: string): void {
  const old = join(dirname(home), oldName(home, process.pid));
  rmSync(old, { recursive: true, force: true });
  const hadOne = moved(home, old);
  try {
    renameSync(part, home);
  } catch (error) {
    // Another viva was faster: what it put there is as new.
    if (readRecord(home) === null) throw error;
  }
  if (hadOne) rmSync(old, { recursive: true, force: true });
}

function oldName(home: string, pid: number): string {
  return `.${home.slice(dirname(home).length + 1)}.old-${pid}`;
}

function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Takes back or clears away what a viva that was killed left. */
function recover(folder: string, slug: string): void {
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    if (name.startsWith(`.${slug}.old-`)) {
      if (readRecord(join(folder, slug)) === null) moved(path, join(folder, slug));
      else if (isStale(path)) rmSync(path, { recursive: true, force: true });
    } else if (name.startsWith(`.${slug}.part-`) && isStale(path)) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isStale(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > STALE_MS;
}

function noCommit(): VivaError {
  return new VivaError(
    'source-failed',
    'There is no commit at that address: the repository is empty, or there is none.',
    'Check the address.',
  );
}

function tooLarge(files: number, bytes: number): VivaError {
  const size = `${counted(files, 'file')} of ${Math.round(bytes / 2 ** 20)} MiB`;
  return new VivaError(
    'source-failed',
    `The repository holds ${size} of text and pictures; viva takes up to ${MAX_FILES} files of ${MAX_BYTES / 2 ** 20} MiB.`,
    'Clone it yourself and import the folder you want.',
  );
}

function unwritable(folder: string, cause: unknown): VivaError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new VivaError(
    'data-folder-unwritable',
    `"${folder}" cannot be written: ${why}.`,
    'Check the disk and the permissions of the folder.',
    { cause },
  );
}
