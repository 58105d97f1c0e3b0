import { expectVersion } from './expect.mjs';

/**
 * js-yaml 3.15.2, which gray-matter loads beside the engine that it is given. It would like
 * esprima, to run JavaScript found in YAML: it gets none.
 * Can go when gray-matter loads js-yaml only where it is used.
 */
export const jsYaml = {
  name: 'js-yaml',
  setup(build) {
    expectVersion('js-yaml', '3.15.2');
    build.onResolve({ filter: /^esprima$/ }, ({ path }) => ({ path, namespace: 'no-esprima' }));
    build.onLoad({ filter: /.*/, namespace: 'no-esprima' }, () => ({ contents: '' }));
  },
};
