import type { Chart } from './chart-style.js';

/** The numbers behind a chart, as a table. */
export interface FigureTable {
  readonly columns: readonly string[];
  /** Cells as they are shown, text or HTML; the first names the row. */
  readonly rows: readonly (readonly (string | { readonly html: string })[])[];
}

/** One part of the report: a chart where there is one, what it says, and its numbers. */
export interface Figure {
  /** Name within the page, lower-case letters and hyphens. */
  readonly id: string;
  readonly title: string;
  /** What the figures count, for a reader who does not know the word. */
  readonly note: string;
  /** The chart in one sentence, for a person who cannot see it. */
  readonly alternative: string;
  readonly chart: Chart | null;
  readonly table: FigureTable;
  /** Is the table short enough to stand open beside the chart? */
  readonly open: boolean;
}
