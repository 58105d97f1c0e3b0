import type { PictureSize } from '../model/picture.js';

/** Larger pictures are not drawn: they would fill the terminal's memory. */
const MAX_PIXELS = 64_000_000;

/** Reads the kind and size of a picture from its first bytes; null where it is none that is known. */
export function pictureSize(head: Buffer): PictureSize | null {
  const size = png(head) ?? gif(head) ?? webp(head) ?? jpeg(head);
  if (size === null || size.width < 1 || size.height < 1) return null;
  return size.width * size.height > MAX_PIXELS ? null : size;
}

function png(head: Buffer): PictureSize | null {
  if (head.length < 24 || head.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  return { kind: 'png', width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

function gif(head: Buffer): PictureSize | null {
  if (head.length < 10 || !/^GIF8[79]a$/.test(head.toString('latin1', 0, 6))) return null;
  return { kind: 'gif', width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
}

function webp(head: Buffer): PictureSize | null {
  const text = head.toString('latin1', 0, 16);
  if (head.length < 30 || !/^RIFF[\s\S]{4}WEBPVP8[ LX]$/.test(text)) return null;
  const kind = 'webp';
  if (text.endsWith('X')) {
    return { kind, width: 1 + head.readUIntLE(24, 3), height: 1 + head.readUIntLE(27, 3) };
  }
  if (text.endsWith('L')) {
    const bits = head.readUInt32LE(21);
    return { kind, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return { kind, width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
}

/** The frame's header stands among the segments of a JPEG (ITU T.81, B.2). */
function jpeg(head: Buffer): PictureSize | null {
  if (head.length < 4 || head.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= head.length; ) {
    if (head[at] !== 0xff) return null;
    const marker = head[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { kind: 'jpeg', width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
    }
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(at + 2);
  }
  return null;
}
