import type { Files, Library } from '../../src/app/import/ports.js';

export const NOTHING_STORED: Library;
export function filesOf(texts: Map<string, string>): Files;
