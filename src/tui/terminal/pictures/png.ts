import { inflateSync } from 'node:zlib';

/** A picture in memory: four bytes a pixel, red, green, blue and opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Samples a pixel by the kind of colour (PNG, table 11.1); of 8 bits each. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const MAX_PIXELS = 16_000_000;

/**
 * Reads a PNG of eight bits a sample, not interlaced, as nearly all are. Null for any other,
 * and for one that is damaged.
 */
export function readPng(bytes: Buffer): Pixels | null {
  try {
    return decoded(bytes);
  } catch {
    return null;
  }
}

function decoded(bytes: Buffer): Pixels | null {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth, color, interlaced] = [bytes[24], bytes[25] ?? 0, bytes[28]];
  const samples = SAMPLES[color];
  if (depth !== 8 || interlaced !== 0 || samples === undefined) return null;
  if (width * height > MAX_PIXELS) return null;
  const parts = chunks(bytes);
  const length = (width * samples + 1) * height;
  const raw = inflateSync(
    Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
    {
      maxOutputLength: length + 1,
    },
  );
  if (raw.length < length) return null;
  const plain = unfiltered(raw, width * samples, height, samples);
  const find = (type: string) => parts.find((part) => part.type === type)?.data;
  return { width, height, data: toRgba(plain, color, samples, find('PLTE'), find('tRNS')) };
}

function chunks(bytes: Buffer): { type: string; data: Buffer }[] {
  const found: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    found.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

/** Undoes what each row was filtered by (PNG, 9.2). Before each row stands a pixel of zeros. */
function unfiltered(raw: Buffer, rowBytes: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(rowBytes * height);
  let above = new Uint8Array(rowBytes + step);
  for (let row = 0; row < height; row++) {
    const from = row * (rowBytes + 1);
    const line = unfilteredRow(raw.subarray(from, from + rowBytes + 1), above, step);
    out.set(line.subarray(step), row * rowBytes);
    above = line;
  }
  return out;
}

function unfilteredRow(raw: Buffer, above: Uint8Array, step: number) {
  const line = new Uint8Array(above.length);
  const filter = raw[0] ?? 0;
  for (let at = step; at < line.length; at++) {
    const [left = 0, up = 0, corner = 0] = [line[at - step], above[at], above[at - step]];
    line[at] = (raw[at - step + 1] ?? 0) + predicted(filter, left, up, corner);
  }
  return line;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const near = left + up - corner;
  const [a, b, c] = [Math.abs(near - left), Math.abs(near - up), Math.abs(near - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function toRgba(
  plain: Uint8Array,
  color: number,
  samples: number,
  palette: Buffer | undefined,
  opacity: Buffer | undefined,
): Uint8Array {
  const count = plain.length / samples;
  const out = new Uint8Array(4 * count);
  for (let pixel = 0; pixel < count; pixel++) {
    const [a = 0, b = 255, c = 0, d = 255] = plain.subarray(pixel * samples, (pixel + 1) * samples);
    const isGrey = color === 0 || color === 4;
    if (color === 3) {
      out.set(palette?.subarray(3 * a, 3 * a + 3) ?? [], 4 * pixel);
      out[4 * pixel + 3] = opacity?.[a] ?? 255;
    } else out.set(isGrey ? [a, a, a, b] : [a, b, c, d], 4 * pixel);
  }
  return out;
}
