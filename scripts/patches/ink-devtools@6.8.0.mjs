import { expectVersion, replaceIn } from './expect.mjs';

/**
 * Ink 6.8.0. It waits at the top level for React's developer tools and its own package.json where
 * DEV is set, which a CommonJS program cannot; the programs are never run with DEV.
 * Can go when Ink loads them without a top-level await, or the programs are ES modules.
 */
export const inkDevtools = {
  name: 'ink-devtools',
  setup(build) {
    expectVersion('ink', '6.8.0');
    build.onLoad({ filter: /ink[\\/]build[\\/]reconciler\.js$/ }, ({ path }) => ({
      contents: replaceIn(
        path,
        [/await (?=import\('\.\/devtools|loadPackageJson)/g, ''],
        ['isDev()', 'false'],
      ),
    }));
  },
};
