import { createHash } from 'node:crypto';
import { counted } from '../../model/text/counted.js';
import { drawChart } from './draw.js';
import { escapeHtml } from './escape.js';
import type { Figure, FigureTable } from './figure.js';
import { CHART_WIDTHS, PAGE_STYLE } from './page-style.js';

/** A figure of the first screen: a number and what it is. */
export interface Tile {
  readonly value: string;
  readonly label: string;
}

export interface ReportPage {
  readonly title: string;
  /** What the page covers and when it was made, in one sentence. */
  readonly subtitle: string;
  readonly tiles: readonly Tile[];
  readonly figures: readonly Figure[];
}

/**
 * Returns a whole HTML page that needs nothing else: no script, no network, its
 * one style sheet allowed by hash and everything else forbidden by its
 * Content-Security-Policy. All text of cards and modules is escaped.
 */
export async function reportPage(report: ReportPage): Promise<string> {
  const sections: string[] = [];
  for (const figure of report.figures) sections.push(await section(figure));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(report.title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(report.title)}</h1>
<p class="quiet">${escapeHtml(report.subtitle)}</p>
</header>
<ul class="tiles">
${report.tiles.map(tile).join('\n')}
</ul>
<nav aria-label="Contents"><ul>
${report.figures.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join('\n')}
</ul></nav>
<main>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function policy(): string {
  const hash = createHash('sha256').update(PAGE_STYLE).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function tile({ value, label }: Tile): string {
  return `<li><strong>${escapeHtml(value)}</strong><span class="quiet">${escapeHtml(label)}</span></li>`;
}

async function section(figure: Figure): Promise<string> {
  const chart = figure.chart === null ? '' : await drawn(figure, figure.chart);
  return `<section id="${figure.id}">
<h2>${escapeHtml(figure.title)}</h2>
<p class="quiet">${escapeHtml(figure.note)}</p>
${chart}${folded(figure)}
</section>`;
}

async function drawn(figure: Figure, chart: NonNullable<Figure['chart']>): Promise<string> {
  const alternative = escapeHtml(figure.alternative);
  const drawings: string[] = [];
  for (const [size, width] of Object.entries(CHART_WIDTHS)) {
    drawings.push(`<div class="chart ${size}">${await drawChart(chart(width))}</div>`);
  }
  return `<figure role="img" aria-label="${alternative}">
${drawings.join('\n')}
<figcaption>${alternative}</figcaption>
</figure>
`;
}

function folded({ table, open }: Figure): string {
  if (table.rows.length === 0) return '<p class="quiet">Nothing yet.</p>';
  const rows = counted(table.rows.length, 'row');
  return `<details${open ? ' open' : ''}><summary>The numbers (${rows})</summary>
<div class="scroll">${tableHtml(table)}</div>
</details>`;
}

function tableHtml({ columns, rows }: FigureTable): string {
  const head = columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows.map(([name = '', ...cells]) => {
    const rest = cells.map((cell) => `<td>${cellHtml(cell)}</td>`).join('');
    return `<tr><th scope="row">${cellHtml(name)}</th>${rest}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

function cellHtml(cell: FigureTable['rows'][number][number]): string {
  return typeof cell === 'string' ? escapeHtml(cell) : cell.html;
}
