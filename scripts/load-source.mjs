import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { betterSqlite3 } from './patches/better-sqlite3@12-13.mjs';

/**
 * Bundles sources of viva as the build does and gives what they export.
 * Takes a folder to work in, and the file of each export by its name.
 */
export async function loadSource(folder, exports) {
  const lines = Object.entries(exports).map(
    ([name, file]) => `export { ${name} } from ${JSON.stringify(resolve(file))};`,
  );
  const outfile = join(folder, 'source.mjs');
  const here = JSON.stringify(import.meta.url);
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: process.cwd() },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    // Packages are found from this folder, not from where the bundle lies.
    define: {
      'import.meta.url': here,
      'import.meta.filename': JSON.stringify(fileURLToPath(import.meta.url)),
      'import.meta.dirname': JSON.stringify(import.meta.dirname),
      __dirname: JSON.stringify(import.meta.dirname),
    },
    // Of the native library only its JavaScript can be bundled.
    plugins: [betterSqlite3],
    banner: { js: `import{createRequire as r}from'node:module';const require=r(${here});` },
  });
  return import(pathToFileURL(outfile).href);
}
