// Bundles src/main.ts into dist/, split so that a command loads only what it needs.
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// Ink imports react-devtools-core only when DEV is set; it is not installed.
const stubDevtools = {
  name: 'stub-devtools',
  setup(build) {
    build.onResolve({ filter: /^react-devtools-core$/ }, () => ({
      path: 'react-devtools-core',
      namespace: 'stub',
    }));
    build.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export default {};' }));
  },
};

// Everyone who asks for string-width, Ink and its packages too, gets the quick way to it.
const quickWidth = {
  name: 'quick-width',
  setup(build) {
    const quick = join(root, 'scripts', 'bundle', 'quick-string-width.cjs');
    build.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer === quick ? undefined : { path: quick },
    );
  },
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  keepNames: false,
  sourcemap: false,
  legalComments: 'none',
  external: ['better-sqlite3', '@open-spaced-repetition/binding'],
  define: {
    VIVA_VERSION: JSON.stringify(version),
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
  },
  // Bundled CommonJS packages call require() for Node's own modules.
  banner: {
    js: "import{createRequire as vivaRequire}from'node:module';const require=vivaRequire(import.meta.url);",
  },
  plugins: [stubDevtools, quickWidth],
  logLevel: 'warning',
});
