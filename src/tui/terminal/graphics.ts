import type { PictureFile } from '../../model/picture.js';
import type { FrameWriter } from './frame-writer.js';
import type { Graphics } from './pictures/ask.js';
import type { PictureLayer } from './pictures/layer.js';

/** A terminal that draws pictures. */
export interface ScreenGraphics {
  readonly graphics: Graphics;
  readonly layer: PictureLayer;
  isDrawable(picture: PictureFile, graphics: Graphics): boolean;
}

/** Asks a terminal which pictures it draws, and makes ready for them; null where it draws none. */
export async function openGraphics(
  frames: FrameWriter,
  { stdin, stdout }: NodeJS.Process,
): Promise<ScreenGraphics | null> {
  const [{ askGraphics }, { PictureLayer }, { isDrawable }] = await Promise.all([
    import('./pictures/ask.js'),
    import('./pictures/layer.js'),
    import('./pictures/encode.js'),
  ]);
  const write = (text: string) => stdout.write(text);
  const graphics = await askGraphics(stdin, write);
  // A terminal that does not know the questions may have shown them.
  frames.invalidate();
  return graphics === null
    ? null
    : { graphics, layer: new PictureLayer(frames, write, graphics), isDrawable };
}
