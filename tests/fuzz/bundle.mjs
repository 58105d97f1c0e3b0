import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles what the targets need out of the TypeScript sources; returns the address of the bundle. */
export async function bundle(targets, folder) {
  const lines = targets.flatMap(({ name, sources }) =>
    Object.entries(sources).map(([local, source]) => exportLine(name, local, source)),
  );
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'targets.mjs');
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
    // Native code is loaded, not bundled.
    external: ['better-sqlite3'],
    // Parts of gray-matter still ask for modules the old way.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  return pathToFileURL(outfile).href;
}

function exportLine(target, local, source) {
  const [path, name = local] = source.split('#');
  const from = path.endsWith('.ts') ? `./${path}` : path;
  return `export { ${name} as ${target}_${local} } from ${JSON.stringify(from)};`;
}

/** Returns a target's functions out of the loaded bundle. */
export function functionsOf(target, loaded) {
  return Object.fromEntries(
    Object.keys(target.sources).map((local) => [local, loaded[`${target.name}_${local}`]]),
  );
}
