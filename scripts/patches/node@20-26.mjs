import { outdated } from './expect.mjs';
import { atFirstUse } from './lazy.mjs';

/** Parts of Node that take milliseconds to load and that most runs never call. */
const SELDOM = [
  ...['child_process', 'crypto', 'module', 'os'],
  ...['stream', 'stream/promises', 'timers/promises'],
];

/**
 * Node 20 to 26. Loads these parts when one of their functions is used, not when a file imports it.
 * Can go when Node defers them itself (`import defer`).
 */
export const node = {
  name: 'node',
  setup(build) {
    const major = Number.parseInt(process.versions.node, 10);
    if (major < 20 || major > 26) throw outdated('node', '20 to 26', process.versions.node);
    const filter = new RegExp(`^(node:)?(${SELDOM.join('|')})$`);
    build.onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'lazy-node'
        ? { path, external: true }
        : { path: path.replace('node:', ''), namespace: 'lazy-node' },
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy-node' }, ({ path }) => ({
      contents: atFirstUse(`node:${path}`),
    }));
  },
};
