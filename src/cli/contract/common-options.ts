import type { OptionSpec } from './command.js';

/** Options that every command has. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { flags: '--json', description: 'write JSON, version 1' },
  { flags: '--db <file>', description: 'use another database', values: 'file' },
  { flags: '--debug', description: 'show the origin of an error' },
  { flags: '--no-color', description: 'no colours' },
  { flags: '--ascii', description: 'draw with ASCII characters only' },
];
