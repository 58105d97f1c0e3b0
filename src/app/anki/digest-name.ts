import { parse } from 'node:path';

/** Characters that are left of a name, bytes that Anki allows in mind; and of a digest. */
const MAX_STEM = 25;
const DIGEST = 8;

/** Returns the name of a file with part of a digest of its content (hexadecimal) in it: another content, another name. */
export function withDigest(name: string, digest: string): string {
  const { name: stem, ext } = parse(name);
  return `${stem.slice(0, MAX_STEM)}-${digest.slice(0, DIGEST)}${ext.slice(0, 8)}`;
}
