/** What a picture is, and its size in pixels. */
export interface PictureSize {
  readonly kind: 'png' | 'jpeg' | 'gif' | 'webp';
  readonly width: number;
  readonly height: number;
}

/** A picture in a package of Anki's. */
export interface NamedPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A picture of a card, on disk. */
export interface PictureFile extends PictureSize {
  /** Absolute path, links followed. */
  readonly path: string;
  readonly bytes: number;
}
