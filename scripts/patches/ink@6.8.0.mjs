import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectVersion, replaceIn } from './expect.mjs';

const quick = join(dirname(fileURLToPath(import.meta.url)), 'ink-quick-output.mjs');

/**
 * Ink 6.8.0. It makes an object of every cell of the screen for each frame; frames of whole lines
 * are put together by ink-quick-output.mjs instead, and all others are still left to Ink.
 * Can go when Ink's Output no longer allocates by cell.
 */
export const ink = {
  name: 'ink',
  setup(build) {
    expectVersion('ink', '6.8.0');
    build.onLoad({ filter: /ink[\\/]build[\\/]output\.js$/ }, ({ path }) => ({
      contents: `import { quickFrame } from ${JSON.stringify(quick)};
        ${replaceIn(path, 'export default class Output', 'class InkOutput')}
        export default class Output extends InkOutput {
          get() { return quickFrame(this) ?? super.get(); }
        }`,
      resolveDir: dirname(path),
    }));
  },
};
