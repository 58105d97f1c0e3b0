/** The room of a picture, and a number that tells it from others. */
export interface RoomForPicture {
  readonly id: number;
  readonly rows: number;
  readonly columns: number;
}

/** How Markdown is to be drawn. */
export interface RenderOptions {
  /** Columns, at least 20. */
  readonly width: number;
  readonly colors: boolean;
  /** The terminal knows OSC 8 hyperlinks. */
  readonly hyperlinks: boolean;
  /**
   * Is it read in lines, by a screen reader or on a simple terminal, and not looked at? Then
   * nothing is drawn: tables come record by record, code and quotes without bars.
   */
  readonly linear?: boolean | undefined;
  /**
   * Returns the room that a local picture takes in so many columns, or null where it is only
   * named. Left out, all are.
   */
  readonly picture?: ((source: string, columns: number) => RoomForPicture | null) | undefined;
}
