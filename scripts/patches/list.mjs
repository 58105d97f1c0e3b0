import { betterSqlite3 } from './better-sqlite3@12-13.mjs';
import { ink } from './ink@6.8.0.mjs';
import { inkDevtools } from './ink-devtools@6.8.0.mjs';
import { jsYaml } from './js-yaml@3.15.2.mjs';
import { node } from './node@20-26.mjs';
import { stringWidth } from './string-width@8.3.0.mjs';
import { yogaLayout } from './yoga-layout@3.2.1.mjs';

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
