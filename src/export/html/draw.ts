import { parse, type Spec, View } from 'vega';

/**
 * Draws a chart as SVG that scales with its place. Labels are escaped by Vega;
 * what it writes has neither scripts nor inline styles, so the page can forbid both.
 */
export async function drawChart(spec: Spec): Promise<string> {
  const view = new View(parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg.replace(/^<svg /, '<svg aria-hidden="true" preserveAspectRatio="xMinYMin meet" ');
}
