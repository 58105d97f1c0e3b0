import { MIGRATIONS } from './list.js';
import type { Migration } from './migration.js';

/** Returns every migration, oldest first. A function, so that their texts are loaded for an old database only. */
export function allMigrations(): readonly Migration[] {
  return MIGRATIONS;
}
