import { expectVersion, replaceIn } from './expect.mjs';

/**
 * vega-canvas 2.0.0. It waits at the top level for the package canvas, which is not installed and
 * which a CommonJS file cannot wait for: Vega writes SVG here.
 * Can go when vega-canvas looks for it without a top-level await.
 */
export const vegaCanvas = {
  name: 'vega-canvas',
  setup(build) {
    expectVersion('vega-canvas', '2.0.0');
    build.onLoad({ filter: /vega-canvas\.node\.js$/ }, ({ path }) => ({
      contents: replaceIn(path, ["await import('canvas')", 'undefined']),
    }));
  },
};
