/** How Markdown is to be drawn. */
export interface RenderOptions {
  /** Columns, at least 20. */
  readonly width: number;
  readonly colors: boolean;
  /** The terminal knows OSC 8 hyperlinks. */
  readonly hyperlinks: boolean;
}
