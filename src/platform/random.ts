import { randomBytes } from 'node:crypto';

/** Returns `length` random bytes from the system. */
export function randomSource(length: number): Uint8Array {
  return randomBytes(length);
}

/** Returns a random whole number, 0..2^32-1. */
export function randomSeed(): number {
  return randomBytes(4).readUInt32BE();
}
