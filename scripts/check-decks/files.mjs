/** Finds the module files that the command line names. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The Markdown files among files and folders, folders read recursively, in order and each once. */
export function findFiles(paths) {
  return [
    ...new Set(paths.flatMap((path) => (statSync(path).isDirectory() ? walk(path) : [path]))),
  ];
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path);
      return /\.(?:md|markdown)$/.test(entry.name) ? [path] : [];
    });
}
