import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectVersion, replaceIn } from './expect.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * yoga-layout 3.2.1. It decodes its WebAssembly from a data URL through fetch, which loads all of
 * Node's HTTP client, and waits for it at the top level. Here it is read at once from a file beside
 * the program, which `onWasm` takes.
 * Can go when Yoga loads its code without fetch, and synchronously where the program is CommonJS.
 */
export function yogaLayout(onWasm) {
  return {
    name: 'yoga-layout',
    setup(build) {
      expectVersion('yoga-layout', '3.2.1');
      build.onLoad({ filter: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/ }, ({ path }) => ({
        contents: readFileSync(join(here, 'yoga-layout-at-once.mjs'), 'utf8'),
        resolveDir: dirname(path),
      }));
      build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, ({ path }) => {
        let base64 = '';
        const take = (_, found) => {
          base64 = found;
          return 'base64,';
        };
        const contents = replaceIn(
          path,
          [/base64,([A-Za-z0-9+/=]{1000,})/g, take],
          ['import.meta.url', "''"],
        );
        onWasm(Buffer.from(base64, 'base64'));
        return { contents };
      });
    },
  };
}
