import type { Seal } from '../../app/sync/ports.js';

/** Seals nothing. */
export const PLAIN_SEAL: Seal = {
  extension: '',
  close: async (bytes) => bytes,
  open: async (bytes) => bytes,
};
