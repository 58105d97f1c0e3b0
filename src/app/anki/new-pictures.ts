import { join } from 'node:path';
import type { AnkiPackage, Files } from '../import/ports.js';
import { withDigest } from './digest-name.js';

/** What became of the pictures that cards refer to. */
export interface BroughtPictures {
  /** Names by which cards refer to those that are beside them now. */
  readonly names: ReadonlySet<string>;
  /** Names that they have here, where a file of another content has theirs. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** A name that is one on every system, leads nowhere else, and is that of a picture. */
const SAFE_NAME = /^[^./\\:*?"<>|\p{C}][^/\\:*?"<>|\p{C}]{0,150}\.(?:png|jpe?g|gif|webp)$/iu;

/**
 * Takes pictures out of a package and puts them into the folder of the modules whose cards
 * refer to them. What is there is never written over. With `dryRun` nothing is written.
 */
export function bringPictures(
  folder: string,
  references: readonly string[],
  { pictures }: Pick<AnkiPackage, 'pictures'>,
  { files, dryRun }: { readonly files: Files; readonly dryRun: boolean },
): BroughtPictures {
  const wanted = new Map<string, string[]>();
  for (const reference of references) {
    const name = fileName(reference);
    if (SAFE_NAME.test(name)) wanted.set(name, [...(wanted.get(name) ?? []), reference]);
  }
  const names = new Set<string>();
  const renamed = new Map<string, string>();
  for (const { name, bytes } of pictures([...wanted.keys()])) {
    const own = nameBeside(folder, name, bytes, files);
    const path = join(folder, own);
    if (!dryRun && files.kindOf(path) === 'missing') files.writeWhole(path, bytes, 0o644);
    for (const reference of wanted.get(name) ?? []) {
      names.add(reference);
      if (own !== name) renamed.set(reference, own);
    }
  }
  return { names, renamed };
}

/** Returns the file that a reference in HTML names: it may be written as an address is, or as it stands. */
export function fileName(reference: string): string {
  try {
    return decodeURIComponent(reference).normalize('NFC');
  } catch {
    return reference.normalize('NFC');
  }
}

/** The name itself, or where another file has it one with a digest of the picture. */
function nameBeside(folder: string, name: string, bytes: Uint8Array, files: Files): string {
  const path = join(folder, name);
  const digest = files.hashBytes(bytes);
  const isFree =
    files.kindOf(path) === 'missing' ||
    (files.kindOf(path) === 'file' && files.hashBytes(files.readBytes(path)) === digest);
  return isFree ? name : withDigest(name, digest);
}
