import { expectVersion, replaceIn } from './expect.mjs';

/**
 * js-yaml 3.15.2, which gray-matter loads beside the engine that it is given. It would like
 * esprima, to run JavaScript found in YAML: it gets none.
 * Can go when gray-matter loads js-yaml only where it is used.
 */
export const jsYaml = {
  name: 'js-yaml',
  setup(build) {
    expectVersion('js-yaml', '3.15.2');
    build.onLoad(
      { filter: /js-yaml[\\/]lib[\\/]js-yaml[\\/]type[\\/]js[\\/]function\.js$/ },
      ({ path }) => ({
        contents: replaceIn(path, ["_require('esprima')", 'undefined']),
      }),
    );
  },
};
