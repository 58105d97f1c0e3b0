import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectVersion } from './expect.mjs';
import { atFirstUse } from './lazy.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * gray-matter 4.0.3 and yaml 2.9.1. They take 5 ms each and are loaded when front matter is read.
 * What gray-matter loads would like esprima, to run JavaScript found in YAML: it gets none.
 * Can go when every program that holds them reads front matter at every start.
 */
export const frontMatter = {
  name: 'front-matter',
  setup(build) {
    expectVersion('gray-matter', '4.0.3');
    expectVersion('yaml', '2.9.1');
    build.onResolve({ filter: /^(yaml|gray-matter)$/ }, ({ path, namespace }) =>
      namespace === 'lazy-package' ? undefined : { path, namespace: 'lazy-package' },
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy-package' }, ({ path }) => ({
      contents:
        path === 'yaml'
          ? atFirstUse(path)
          : `module.exports = (...given) => require('${path}')(...given);`,
      resolveDir: here,
    }));
    build.onResolve({ filter: /^esprima$/ }, ({ path }) => ({ path, namespace: 'no-esprima' }));
    build.onLoad({ filter: /.*/, namespace: 'no-esprima' }, () => ({ contents: '' }));
  },
};
