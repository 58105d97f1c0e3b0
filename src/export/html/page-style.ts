/** Each chart is drawn so wide, in its own units; the page shows that which fits the screen. */
export const CHART_WIDTHS = { small: 350, medium: 640, large: 1080 } as const;

/** The page's only style sheet; the Content-Security-Policy names it by its hash. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --card: #f6f7f9; --text: #1d2430; --quiet: #5b6573; --rule: #d9dde3;
  --accent: #2f6fdb; --again: #c8402f; --hard: #c07a12; --good: #2e8b57; --easy: #2f6fdb;
  --heat-0: #e9ecf0; --heat-1: #b7dfc4; --heat-2: #74c08d; --heat-3: #36975a; --heat-4: #14643a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171c; --card: #1c2027; --text: #e4e8ee; --quiet: #9aa4b2; --rule: #343b46;
    --accent: #6ea2ff; --again: #ff7f6e; --hard: #e6ab52; --good: #67c48d; --easy: #6ea2ff;
    --heat-0: #252b34; --heat-1: #1d4d30; --heat-2: #2b7a4a; --heat-3: #45ab6b; --heat-4: #86dfa5;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 72rem;
  background: var(--paper); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 0 0 .25rem; }
p { margin: .25rem 0 .75rem; }
.quiet, figcaption { color: var(--quiet); font-size: .9rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: .75rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.tiles li { background: var(--card); border: 1px solid var(--rule); border-radius: .6rem; padding: .7rem .9rem; }
.tiles strong { display: block; font-size: 1.4rem; line-height: 1.25; white-space: nowrap; font-variant-numeric: tabular-nums; }
section { margin: 2rem 0 0; padding-top: 1.25rem; border-top: 1px solid var(--rule); }
figure { margin: .5rem 0; }
.chart svg { display: block; width: 100%; height: auto; font-family: inherit; }
.medium, .large { display: none; }
@media (min-width: 34rem) { .small { display: none; } .medium { display: block; } }
@media (min-width: 60rem) { .medium { display: none; } .large { display: block; } }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--rule); text-align: right; vertical-align: top; }
th:first-child, td:first-child { text-align: left; overflow-wrap: anywhere; min-width: 8rem; }
thead th { color: var(--quiet); font-weight: 600; }
tbody th { font-weight: normal; }
summary { cursor: pointer; color: var(--quiet); font-size: .9rem; padding: .25rem 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; font-size: .9rem; }
a { color: var(--accent); }
@media print {
  :root { --paper: #fff; --card: #fff; --text: #000; --quiet: #444; --rule: #bbb; }
  body { max-width: none; font-size: 11pt; padding: 0; }
  nav, summary { display: none; }
  section, figure { break-inside: avoid; }
  .scroll { overflow: visible; }
}
`;
