import { basename } from 'node:path';
import type { Card } from '../../model/card.js';
import type { NamedPicture, PictureFile } from '../../model/picture.js';
import type { Files } from '../import/ports.js';
import { withDigest } from './digest-name.js';

/** Returns the picture that a card names by a path; null where there is none, or none to be shown. */
export type FindPicture = (card: Card, source: string) => PictureFile | null;

/** Bytes that a name may have in Anki, less those of a digest. */
const MAX_NAME = 100;

/** The pictures of the cards in a package, each in it once and under a name of its own. */
export class PackedPictures {
  readonly #find: FindPicture;
  readonly #files: Pick<Files, 'readBytes' | 'hashBytes'>;
  readonly #names = new Map<string, string | null>();
  readonly #pictures = new Map<string, { readonly digest: string; readonly bytes: Uint8Array }>();

  constructor(find: FindPicture, files: Pick<Files, 'readBytes' | 'hashBytes'>) {
    this.#find = find;
    this.#files = files;
  }

  /** Every picture that was named. */
  get all(): NamedPicture[] {
    return [...this.#pictures].map(([name, { bytes }]) => ({ name, bytes }));
  }

  /** Returns the name of a card's picture, which is in the package from now on; null for none. */
  nameOf(card: Card, source: string): string | null {
    const path = this.#find(card, source)?.path;
    if (path === undefined) return null;
    const known = this.#names.get(path);
    if (known !== undefined) return known;
    const name = this.#add(path);
    this.#names.set(path, name);
    return name;
  }

  #add(path: string): string {
    const bytes = this.#files.readBytes(path);
    const digest = this.#files.hashBytes(bytes);
    const plain = plainName(path);
    const there = this.#pictures.get(plain);
    const isOther = there !== undefined && there.digest !== digest;
    const name = isOther || plain.length > MAX_NAME ? withDigest(plain, digest) : plain;
    this.#pictures.set(name, { digest, bytes });
    return name;
  }
}

/** Without what means something in Anki, in HTML or on another system. */
function plainName(path: string): string {
  const name = basename(path).normalize('NFC');
  return name.replaceAll(/[\p{C}\\/:*?"<>|%{}[\]#&']/gu, '_').replace(/^\./, '_');
}
