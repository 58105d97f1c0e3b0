import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectVersion } from './expect.mjs';

const quick = join(dirname(fileURLToPath(import.meta.url)), 'string-width-quick.cjs');

/**
 * string-width 8.3.0. Loading it compiles a regular expression of all emoji. Everyone who asks for
 * it, Ink's packages too, gets string-width-quick.cjs, which asks it only about text that needs it.
 * Can go when string-width loads without that expression.
 */
export const stringWidth = {
  name: 'string-width',
  setup(build) {
    expectVersion('string-width', '8.3.0');
    build.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer === quick ? undefined : { path: quick },
    );
  },
};
