import type { NamedPicture } from '../../model/picture.js';
import { packedMedia } from '../../platform/apkg/unpack-media.js';
import { pictureSize } from '../../platform/picture-size.js';
import { readMediaList } from '../../store/anki/media-list.js';

/**
 * Returns the pictures of these names out of the bytes of an Anki package. What is no PNG,
 * JPEG, GIF or WebP by its bytes is left out, whatever it is called.
 */
export function* picturesIn(bytes: Uint8Array, names: readonly string[]): Generator<NamedPicture> {
  const media = packedMedia(bytes);
  if (media === null) return;
  const list = readMediaList(media.list, media.isModern);
  const byFile = new Map(
    names.flatMap((name) => {
      const file = list.get(name);
      return file === undefined ? [] : [[file, name] as const];
    }),
  );
  for (const [file, content] of media.unpack([...byFile.keys()])) {
    const name = byFile.get(file);
    if (name !== undefined && pictureSize(Buffer.from(content)) !== null) {
      yield { name, bytes: content };
    }
  }
}
