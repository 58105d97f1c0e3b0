// The least an Ink program can be: one box, bundled as viva is. The limit for the first frame.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** Builds the program into a folder and gives its path. */
export async function buildOneBox(folder) {
  const entry = join(folder, 'one-box-source.mjs');
  writeFileSync(
    entry,
    `import { createElement as h } from 'react';
     import { Box, render, Text, useInput } from 'ink';
     const App = () => {
       useInput(() => {});
       return h(Box, { borderStyle: 'single' }, h(Text, null, 'show answer'));
     };
     render(h(App));`,
  );
  const outfile = join(folder, 'one-box.mjs');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    nodePaths: [resolve('node_modules')],
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
    banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
    plugins: [noDevtools],
    logLevel: 'warning',
  });
  return outfile;
}

const noDevtools = {
  name: 'no-devtools',
  setup(build) {
    build.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({
      path,
      namespace: 'none',
    }));
    build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default {};' }));
  },
};
