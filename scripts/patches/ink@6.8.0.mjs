import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectVersion, replaceIn } from './expect.mjs';

const quick = join(dirname(fileURLToPath(import.meta.url)), 'ink-quick-output.mjs');

/**
 * Ink 6.8.0. It makes an object of every cell of the screen for each frame; frames of whole lines
 * are put together by ink-quick-output.mjs instead, and all others are still left to Ink.
 * Can go when Ink's Output no longer allocates by cell.
 *
 * What cuts lines at cells makes an expression of all emoji when it is loaded, which takes longer
 * than a frame; it and the screen of errors are loaded when they are called.
 */
export const ink = {
  name: 'ink',
  setup(build) {
    expectVersion('ink', '6.8.0');
    build.onLoad({ filter: /ink[\\/]build[\\/]output\.js$/ }, ({ path }) => ({
      contents: `import { quickFrame } from ${JSON.stringify(quick)};
        ${withLater(path, 'slice-ansi', ['export default class Output', 'class InkOutput'])}
        export default class Output extends InkOutput {
          get() { return quickFrame(this) ?? super.get(); }
        }`,
      resolveDir: dirname(path),
    }));
    build.onLoad({ filter: /ink[\\/]build[\\/]wrap-text\.js$/ }, ({ path }) => ({
      contents: withLater(path, 'cli-truncate'),
    }));
    build.onLoad({ filter: /ink[\\/]build[\\/]components[\\/]ErrorBoundary\.js$/ }, ({ path }) => ({
      contents: withLater(path, './ErrorOverview.js'),
    }));
  },
};

/**
 * Returns a file of Ink whose import of a module's default, a function, waits until that is called,
 * with other texts replaced, too.
 */
function withLater(path, module, ...others) {
  const wanted = new RegExp(`import (\\w+) from '${module.replaceAll('.', '\\.')}';`, 'g');
  const later = `const $1 = (...given) => require('${module}').default(...given);`;
  return replaceIn(path, [wanted, later], ...others);
}
