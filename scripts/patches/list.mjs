import { betterSqlite3 } from './better-sqlite3.mjs';
import { ink } from './ink.mjs';
import { inkDevtools } from './ink-devtools.mjs';
import { jsYaml } from './js-yaml.mjs';
import { node } from './node.mjs';
import { stringWidth } from './string-width.mjs';
import { yogaLayout } from './yoga-layout.mjs';

/**
 * Returns what the programs change in other people's packages, a plugin of esbuild each, less those
 * named in `without`. What each saves and when it can go is in docs/performance.md.
 */
export function patches(onWasm, without) {
  const all = [betterSqlite3, ink, inkDevtools, jsYaml, node, stringWidth, yogaLayout(onWasm)];
  const unknown = without.filter((name) => !all.some((patch) => patch.name === name));
  if (unknown.length > 0) throw new Error(`there is no patch ${unknown.join(', ')}`);
  return all.filter(({ name }) => !without.includes(name));
}
