import { randomBytes } from 'node:crypto';

/** Returns `length` random bytes from the system. */
export function randomSource(length: number): Uint8Array {
  return randomBytes(length);
}
