import type { Token } from '../../markdown/parse.js';
import { isLocalPicture } from '../../markdown/picture-source.js';
import type { RenderOptions, RoomForPicture } from './options.js';
import { PLAIN, type Span } from './text/span.js';

/** No text of a deck holds this character: `visibleText` writes it as another. */
const MARK = '\u0000';
const MARKED = /\u0000(\d+) (\d+) (\d+)\u0000/;

/** Returns empty lines in which the pictures of a block are drawn; the first one is marked. */
export function pictureLines(block: readonly Token[], { picture, width }: RenderOptions): Span[][] {
  if (picture === undefined) return [];
  return block
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'image')
    .map((token) => String(token.attrGet('src') ?? ''))
    .flatMap((source) => {
      const room = isLocalPicture(source) ? picture(source, width) : null;
      if (room === null) return [];
      const text = `${MARK}${room.id} ${room.columns} ${room.rows}${MARK}`;
      return [[{ text, style: PLAIN }], ...Array.from({ length: room.rows - 1 }, () => [])];
    });
}

/** A picture in lines that were drawn. */
export interface MarkedPicture extends RoomForPicture {
  /** Line on which it begins, from 0. */
  readonly line: number;
  /** The line as far as what stands before the picture. */
  readonly before: string;
}

/** Takes the marks of pictures out of lines: returns these, and where the pictures are. */
export function takePictures(lines: readonly string[]): {
  readonly lines: readonly string[];
  readonly pictures: readonly MarkedPicture[];
} {
  if (!lines.some((line) => line.includes(MARK))) return { lines, pictures: [] };
  const pictures: MarkedPicture[] = [];
  const plain = lines.map((line, at) => {
    const mark = MARKED.exec(line);
    if (mark === null) return line;
    const [id = 0, columns = 0, rows = 0] = mark.slice(1).map(Number);
    const before = line.slice(0, mark.index);
    pictures.push({ line: at, before, id, columns, rows });
    return before.trimEnd();
  });
  return { lines: plain, pictures };
}
